import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FormCriterion } from '../../../shared/domain/criteria/form.ts'
import { pointsOf } from '../../../shared/domain/ballot/options.ts'
import { selectedBlock } from '../../../shared/score-grid/move-cursor.ts'
import { rowOutliers } from '../../../shared/domain/ballot/row-outliers.ts'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { isWritable, type GridBallot, type Pending } from '../../../shared/score-grid/score-grid.ts'
import type { DeskState } from './ballot-desk.ts'
import classes from './GridView.module.css'
import { useDesk, useDeskPart } from './use-desk.ts'

/** Points that differ by this much or more from the median of their row are marked. */
const outlierLimit = 2

/** One criterion with the points of every member. */
export const GridRow = memo(function GridRow({
  place,
  columns,
  names,
}: {
  place: FormCriterion
  columns: readonly BallotKey[]
  names: readonly string[] | undefined
}) {
  const desk = useDesk()
  const { criterion, index: row } = place
  // A text of all that the row shows: the row renders again only when it changes.
  useDeskPart((state) => rowFacts({ state, columns, row }))
  const { grid } = desk.read()
  if (grid === null) return null
  const points = columns.map((key) => {
    const choice = grid.ballots[key]?.choices[row] ?? null
    return choice === null ? null : pointsOf(criterion, choice)
  })
  // Who scores beside the council is held against nobody here.
  const outliers = names === undefined ? rowOutliers(points, outlierLimit) : []
  const block = selectedBlock(grid)
  const isInBlock = grid.anchor !== null && row >= block.firstRow && row <= block.lastRow
  return (
    <tr>
      <th scope="row" lang="vi" title={criterion.title} aria-label={`${criterion.code} ${criterion.title}`}>
        <span className={classes.criterion}>
          <span className={classes.code}>{criterion.code}</span>
          <span className={classes.title}>{criterion.title}</span>
          <span className={classes.max}>{criterion.max}</span>
        </span>
      </th>
      {columns.map((key, column) => {
        const isCurrent = grid.cursor.ballot === key && grid.cursor.row === row
        return (
          <GridCell
            key={key}
            place={place}
            column={column}
            name={names?.[column]}
            ballot={grid.ballots[key]}
            points={points[column] ?? null}
            isCurrent={isCurrent}
            isSelected={isInBlock && block.columns.includes(key)}
            isOutlier={outliers[column] === true}
            pending={isCurrent ? grid.pending : null}
          />
        )
      })}
    </tr>
  )
})

const GridCell = memo(function GridCell({
  place: { criterion, index: row },
  column,
  name: who,
  ballot,
  points,
  isCurrent,
  isSelected,
  isOutlier,
  pending,
}: {
  place: FormCriterion
  column: number
  name: string | undefined
  ballot: GridBallot | undefined
  points: number | null
  isCurrent: boolean
  isSelected: boolean
  isOutlier: boolean
  pending: Pending | null
}) {
  const { t } = useTranslation('scoring')
  const isReadOnly = ballot === undefined || !isWritable(ballot)
  const name = t('cell', {
    code: criterion.code,
    title: criterion.title,
    who: who ?? t('who', { number: column + 1 }),
    points: points === null ? t('notScored') : t('points', { count: points, points }),
    max: criterion.max,
  })
  return (
    <td
      className={classes.cell}
      data-column={column}
      data-row={row}
      data-current={isCurrent || undefined}
      data-selected={isSelected || undefined}
      data-outlier={isOutlier || undefined}
      data-empty={(points === null && !isReadOnly) || undefined}
      data-read-only={isReadOnly || undefined}
      data-pending={pending?.kind === 'not-offered' ? 'wrong' : undefined}
      tabIndex={isCurrent ? 0 : -1}
      aria-selected={isCurrent || isSelected}
      aria-label={[name, isOutlier && t('grid.outlier'), isReadOnly && t('paste.readOnly')].filter(Boolean).join(', ')}
    >
      {pending?.kind === 'digits' ? `${pending.digits}…` : pending?.kind === 'not-offered' ? pending.typed : points}
    </td>
  )
})

type RowFactsInput = {
  state: DeskState
  columns: readonly BallotKey[]
  row: number
}

function rowFacts({ state: { grid }, columns, row }: RowFactsInput): string {
  if (grid === null) return ''
  const cells = columns.map((key) => {
    const ballot = grid.ballots[key]
    return `${ballot?.choices[row] ?? ''}${ballot !== undefined && isWritable(ballot) ? '' : '!'}`
  })
  const cursor = grid.cursor.row === row ? `${grid.cursor.ballot}${JSON.stringify(grid.pending)}` : ''
  const block = grid.anchor === null ? null : selectedBlock(grid)
  const isInBlock = block !== null && row >= block.firstRow && row <= block.lastRow
  return [...cells, cursor, isInBlock ? block.columns.join() : ''].join('|')
}
