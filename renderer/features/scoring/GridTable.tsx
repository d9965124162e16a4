import { memo, useLayoutEffect, useRef, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria, type FormCriterion } from '../../../shared/domain/criteria/form.ts'
import { optionPoints, totalBallot } from '../../../shared/domain/scoring/ballot-totals.ts'
import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'
import { selectedBlock } from '../../../shared/score-grid/move-cursor.ts'
import { rowOutliers } from '../../../shared/score-grid/row-outliers.ts'
import { isWritable, type BallotKey, type ScoreGrid } from '../../../shared/score-grid/score-grid.ts'
import type { DeskState } from './ballot-desk.ts'
import { BallotMark } from './BallotMark.tsx'
import classes from './GridRoom.module.css'
import { memberInitials, memberLabel } from './member-label.ts'
import { useDesk, useDeskPart } from './use-desk.ts'

/** Points that differ by this much or more from the median of their row are marked. */
const outlierLimit = 2

/** Criteria × members, with the totals of each column at its foot. */
export const GridTable = memo(function GridTable({
  form,
  columns,
  members,
}: {
  form: CriteriaSet
  columns: readonly BallotKey[]
  members: readonly MemberRecord[]
}) {
  const { t } = useTranslation('scoring')
  const desk = useDesk()
  const scroll = useRef<HTMLDivElement>(null)
  const cursor = useDeskPart(({ grid }) => grid?.cursor)
  useLayoutEffect(() => {
    const cell = scroll.current?.querySelector<HTMLElement>('[data-current]')
    if (cell === null || cell === undefined || scroll.current === null) return
    keepInSight({ scroll: scroll.current, cell })
    const active = document.activeElement
    if (active === null || active === document.body || active.id === 'content' || scroll.current.contains(active)) {
      cell.focus({ preventScroll: true })
    }
  }, [cursor])
  const select = (event: MouseEvent): void => {
    const cell = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-column]') : null
    if (cell === null || (event.type === 'mousemove' && event.buttons !== 1)) return
    event.preventDefault()
    const ballot = columns[Number(cell.dataset['column'])]
    if (ballot === undefined) return
    const place = { ballot, row: Number(cell.dataset['row']) }
    desk.dispatch({ type: 'go', place, extend: event.shiftKey || event.type === 'mousemove' })
  }
  return (
    <div className={classes.scroll} ref={scroll}>
      <table
        className={classes.grid}
        role="grid"
        aria-label={t('grid.caption')}
        aria-multiselectable="true"
        onMouseDown={select}
        onMouseMove={select}
        data-testid="grid"
      >
        <thead>
          <tr>
            <th scope="col">{t('grid.criterion')}</th>
            {columns.map((key, index) => (
              <ColumnHead key={key} ballot={key} number={index + 1} members={members} />
            ))}
          </tr>
        </thead>
        <tbody>
          {listCriteria(form).map((place) => (
            <GridRow key={place.criterion.code} place={place} columns={columns} />
          ))}
        </tbody>
        <tfoot>
          {form.parts.map((part) => (
            <TotalRow
              key={part.code}
              form={form}
              columns={columns}
              label={t('part', { code: part.code, title: part.title })}
              max={part.max}
              part={part.code}
            />
          ))}
          <TotalRow
            form={form}
            columns={columns}
            label={t('total')}
            max={form.parts.reduce((sum, { max }) => sum + max, 0)}
            part={null}
          />
        </tfoot>
      </table>
    </div>
  )
})

const ColumnHead = ({
  ballot: key,
  number,
  members,
}: {
  ballot: BallotKey
  number: number
  members: readonly MemberRecord[]
}) => {
  const { t } = useTranslation('scoring')
  const memberId = useDeskPart(({ grid }) => grid?.ballots[key]?.memberId)
  const mark = useDeskPart(({ grid }) => columnMark(grid, key))
  const member = members.find(({ id }) => id === memberId)
  const label = memberLabel({ member, t })
  return (
    <th scope="col" title={`${label} – ${t(`mark.${mark}`)}`}>
      <span className={classes.column}>
        <span aria-hidden="true">{member === undefined ? number : memberInitials(member)}</span>
        <span className="visually-hidden">{t('grid.member', { number, label })}</span>
        <BallotMark mark={mark} word={t(`mark.${mark}`)} />
      </span>
    </th>
  )
}

const columnMark = (grid: ScoreGrid | null, key: BallotKey) => {
  const ballot = grid?.ballots[key]
  if (ballot === undefined) return 'empty'
  if (ballot.excluded !== null) return ballot.excluded
  if (ballot.state === 'confirmed' || ballot.state === 'verified') return 'settled'
  const answered = ballot.choices.filter((choice) => choice !== null).length
  return answered === ballot.criteria.length ? 'confirm' : answered > 0 ? 'begun' : 'empty'
}

const GridRow = memo(function GridRow({ place, columns }: { place: FormCriterion; columns: readonly BallotKey[] }) {
  const { t } = useTranslation('scoring')
  const desk = useDesk()
  const { criterion, index: row } = place
  // A text of all that the row shows: the row renders again only when it changes.
  useDeskPart((state) => rowFacts({ state, columns, row }))
  const { grid } = desk.read()
  if (grid === null) return null
  const points = columns.map((key) => {
    const choice = grid.ballots[key]?.choices[row] ?? null
    return choice === null ? null : optionPoints({ criterion, optionNumber: choice })
  })
  const outliers = rowOutliers({ points, limit: outlierLimit })
  const block = selectedBlock(grid)
  const isInBlock = grid.anchor !== null && row >= block.firstRow && row <= block.lastRow
  return (
    <tr>
      <th scope="row" title={criterion.title}>
        <span className={classes.criterion}>
          <span className={classes.code}>{criterion.code}</span>
          <span className={classes.title}>{criterion.title}</span>
          <span className={classes.max}>{criterion.max}</span>
        </span>
      </th>
      {columns.map((key, column) => {
        const ballot = grid.ballots[key]
        const isCurrent = grid.cursor.ballot === key && grid.cursor.row === row
        const pending = isCurrent ? grid.pending : null
        const value = points[column] ?? null
        const isReadOnly = ballot === undefined || !isWritable(ballot)
        return (
          <td
            key={key}
            role="gridcell"
            className={classes.cell}
            data-column={column}
            data-row={row}
            data-current={isCurrent || undefined}
            data-selected={(isInBlock && block.columns.includes(key)) || undefined}
            data-outlier={outliers[column] || undefined}
            data-empty={(value === null && !isReadOnly) || undefined}
            data-read-only={isReadOnly || undefined}
            data-pending={pending?.kind === 'not-offered' ? 'wrong' : undefined}
            tabIndex={isCurrent ? 0 : -1}
            aria-readonly={isReadOnly}
            aria-label={t('cell', {
              code: criterion.code,
              title: criterion.title,
              number: column + 1,
              points: value === null ? t('notScored') : t('points', { count: value, points: value }),
              max: criterion.max,
            })}
          >
            {pending?.kind === 'digits'
              ? `${pending.digits}…`
              : pending?.kind === 'not-offered'
                ? pending.typed
                : value}
          </td>
        )
      })}
    </tr>
  )
})

const rowFacts = ({
  state: { grid },
  columns,
  row,
}: {
  state: DeskState
  columns: readonly BallotKey[]
  row: number
}): string => {
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

const TotalRow = memo(function TotalRow({
  form,
  columns,
  label,
  max,
  part,
}: {
  form: CriteriaSet
  columns: readonly BallotKey[]
  label: string
  max: number
  part: 'A' | 'B' | 'C' | null
}) {
  const totals = useDeskPart(({ grid }) =>
    columns
      .map((key) => {
        const totalsOf = totalBallot({ set: form, choices: grid?.ballots[key]?.choices ?? [] })
        if (totalsOf.answered === 0) return '–'
        return `${part === null ? totalsOf.total : totalsOf.parts[part]}`
      })
      .join(','),
  ).split(',')
  return (
    <tr className={part === null ? classes.total : undefined}>
      <th scope="row" title={label}>
        <span className={classes.criterion}>
          <span className={classes.code}>{part}</span>
          <span className={classes.title}>{part === null ? label : label.replace(/^[A-C]\. /, '')}</span>
          <span className={classes.max}>{max}</span>
        </span>
      </th>
      {columns.map((key, index) => (
        <td key={key}>{totals[index]}</td>
      ))}
    </tr>
  )
})

/** Scrolls the least that brings the cell out from under the sticky head, foot and first column. */
const keepInSight = ({ scroll, cell }: { scroll: HTMLElement; cell: HTMLElement }): void => {
  const head = scroll.querySelector('thead')?.clientHeight ?? 0
  const first = scroll.querySelector('tbody th')?.clientWidth ?? 0
  const top = cell.offsetTop
  const left = cell.offsetLeft
  if (top - head < scroll.scrollTop) scroll.scrollTop = top - head
  else if (top + cell.offsetHeight > scroll.scrollTop + scroll.clientHeight) {
    scroll.scrollTop = top + cell.offsetHeight - scroll.clientHeight
  }
  if (left - first < scroll.scrollLeft) scroll.scrollLeft = left - first
  else if (left + cell.offsetWidth > scroll.scrollLeft + scroll.clientWidth) {
    scroll.scrollLeft = left + cell.offsetWidth - scroll.clientWidth
  }
}
