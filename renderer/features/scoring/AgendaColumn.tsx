import { SegmentedControl } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardCell, BoardRow } from '../../../shared/api/ballots.ts'
import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'
import type { BallotOrder } from '../../../shared/domain/ballot/ballot-order.ts'
import classes from './AgendaColumn.module.css'
import { markOfCell, markOfRow } from './ballot-mark.ts'
import { BallotMark } from './BallotMark.tsx'
import { memberLabel } from './member-label.ts'

/** The products in agenda order with their state; below the current one, the seats of its members. */
export const AgendaColumn = memo(function AgendaColumn({
  rows,
  members,
  item,
  member,
  order,
  onOrder,
  onGo,
}: {
  rows: readonly BoardRow[]
  members: readonly MemberRecord[]
  item: number
  member: number | null
  order: BallotOrder
  onOrder: (order: BallotOrder) => void
  onGo: (place: { item: number; member: number | null }) => void
}) {
  const { t } = useTranslation('scoring')
  return (
    <nav className={classes.column} aria-label={t('agenda')} data-testid="agenda-column">
      <div className={classes.head}>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-label={t('order.label')}
          value={order}
          onChange={(value) => onOrder(value === 'by-member' ? 'by-member' : 'by-product')}
          data={[
            { value: 'by-product', label: t('order.byProduct') },
            { value: 'by-member', label: t('order.byMember') },
          ]}
        />
      </div>
      <ol className={classes.list}>
        {rows.map((row) => (
          <li key={row.agendaItemId}>
            <button
              type="button"
              className={classes.item}
              aria-current={row.agendaItemId === item ? 'true' : undefined}
              title={`${row.code} · ${row.productName} · ${row.producerName}`}
              onClick={() => onGo({ item: row.agendaItemId, member: null })}
            >
              <BallotMark mark={markOfRow(row)} word={t(`mark.${markOfRow(row)}`)} />
              <span className={classes.code}>{row.code}</span>
              <RowCount row={row} />
              <span className={classes.name}>{row.productName}</span>
            </button>
            {row.agendaItemId === item && (
              <div className={classes.seats}>
                {row.cells.map((cell, index) => (
                  <Seat
                    key={cell.memberId}
                    number={index + 1}
                    cell={cell}
                    row={row}
                    label={memberLabel(
                      members.find(({ id }) => id === cell.memberId),
                      t,
                    )}
                    isCurrent={cell.memberId === member}
                    onGo={() => onGo({ item, member: cell.memberId })}
                  />
                ))}
              </div>
            )}
          </li>
        ))}
      </ol>
    </nav>
  )
})

function RowCount({ row }: { row: BoardRow }) {
  const { t } = useTranslation('scoring')
  const mark = markOfRow(row)
  if (mark === 'rejected') return <span className={classes.count}>{t('mark.rejected')}</span>
  return (
    <span className={classes.count}>
      {row.confirmed}/{row.needed}
      {row.needsDiscussion ? (
        <span className={classes.attention} title={t('spreadAbove', { spread: row.spread })}>
          ⚠{row.spread}
        </span>
      ) : (
        mark === 'settled' && (
          <span className={classes.good} aria-hidden="true">
            ✓
          </span>
        )
      )}
    </span>
  )
}

type SeatProps = {
  number: number
  cell: BoardCell
  row: BoardRow
  label: string
  isCurrent: boolean
  onGo: () => void
}

function Seat({ number, cell, row, label, isCurrent, onGo }: SeatProps) {
  const { t } = useTranslation('scoring')
  const mark = markOfCell(cell, row.criteriaCount)
  const name = t('seat', { number, label, state: t(`mark.${mark}`) })
  return (
    <button
      type="button"
      className={classes.seat}
      data-mark={mark}
      aria-current={isCurrent ? 'true' : undefined}
      aria-label={name}
      title={name}
      onClick={onGo}
    >
      <BallotMark mark={mark} word="" />
      {number}
    </button>
  )
}
