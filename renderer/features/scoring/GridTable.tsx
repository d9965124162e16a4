import { memo, useRef, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { listCriteria, mostPoints } from '../../../shared/domain/criteria/form.ts'
import type { BallotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { GridColumnHead } from './GridColumnHead.tsx'
import classes from './GridView.module.css'
import { GridRow } from './GridRow.tsx'
import type { ColumnLabel } from './member-label.ts'
import { GridTotalRow } from './GridTotalRow.tsx'
import { useCellInSight } from './use-cell-in-sight.ts'
import { useDesk } from './use-desk.ts'

/** Criteria × members, with the totals of each column at its foot. */
export const GridTable = memo(function GridTable({
  form,
  columns,
  labels,
  names,
}: {
  form: CriteriaSet
  columns: readonly BallotKey[]
  labels: readonly ColumnLabel[]
  /** Where the columns are no members': what they are called. */
  names?: readonly string[]
}) {
  const { t } = useTranslation('scoring')
  const desk = useDesk()
  const scroll = useRef<HTMLDivElement>(null)
  useCellInSight(scroll, columns)
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
              <GridColumnHead key={key} ballot={key} number={index + 1} labels={labels} name={names?.[index]} />
            ))}
          </tr>
        </thead>
        <tbody>
          {listCriteria(form).map((place) => (
            <GridRow key={place.criterion.code} place={place} columns={columns} names={names} />
          ))}
        </tbody>
        <tfoot>
          {form.parts.map((part) => (
            <GridTotalRow
              key={part.code}
              form={form}
              columns={columns}
              label={t('part', { code: part.code, title: part.title })}
              max={part.max}
              part={part.code}
            />
          ))}
          <GridTotalRow form={form} columns={columns} label={t('total')} max={mostPoints(form)} part={null} />
        </tfoot>
      </table>
    </div>
  )
})
