import { useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardCell, BoardRow } from '../../../shared/api/ballots.ts'
import type { AtBallot } from '../../../shared/api/room.ts'
import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'
import { BallotMark } from './BallotMark.tsx'
import { ballotOf, standsAt } from './board-words.ts'
import classes from './BoardPage.module.css'
import { CopyBoard } from './CopyBoard.tsx'
import { memberInitials, memberLabel } from './member-label.ts'
import type { ScoringView } from './scoring-view.ts'
import { whoIsAt } from './use-at-ballots.ts'

type BoardTableProps = {
  rows: readonly BoardRow[]
  members: readonly MemberRecord[]
  /** Ballots that somebody else keys now. */
  others: readonly AtBallot[]
  onGo: ScoringView['onGo']
}

/** Products × members; one cell is in the tab order, the arrows move among the rest. */
export function BoardTable({ rows, members, others, onGo }: BoardTableProps) {
  const { t } = useTranslation('scoring')
  const table = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState({ row: 0, column: 0 })
  const move = (event: KeyboardEvent): void => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const row = Math.min(rows.length - 1, Math.max(0, at.row + step[0]))
    const column = Math.min(members.length - 1, Math.max(0, at.column + step[1]))
    table.current?.querySelector<HTMLElement>(`[data-place="${row}/${column}"]`)?.focus()
  }
  return (
    <div>
      <CopyBoard rows={rows} members={members} />
      <div className={classes.scroll}>
        <table className={classes.board} ref={table} data-testid="board">
          <caption className="visually-hidden">{t('board.caption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('board.product')}</th>
              {members.map((member) => (
                <th key={member.id} scope="col" title={memberLabel(member, t)}>
                  <span aria-hidden="true">{memberInitials(member)}</span>
                  <span className="visually-hidden">{memberLabel(member, t)}</span>
                </th>
              ))}
              <th scope="col">{t('board.confirmed')}</th>
              <th scope="col">{t('board.spread')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, rowIndex) => (
              <tr key={row.agendaItemId}>
                <th scope="row">
                  <span className={classes.product} title={row.productName}>
                    <b>{row.code}</b> {row.productName}
                  </span>
                  <span className={classes.producer}>{row.producerName}</span>
                </th>
                {row.cells.map((cell, column) => (
                  <td key={cell.memberId}>
                    <Cell
                      row={row}
                      cell={cell}
                      elsewhere={whoIsAt(others, { agendaItemId: row.agendaItemId, memberId: cell.memberId })}
                      who={memberLabel(
                        members.find(({ id }) => id === cell.memberId),
                        t,
                      )}
                      place={`${rowIndex}/${column}`}
                      isInTabOrder={at.row === rowIndex && at.column === column}
                      onMove={move}
                      onFocus={() => setAt({ row: rowIndex, column })}
                      onGo={() => onGo({ view: 'ballot', item: row.agendaItemId, member: cell.memberId })}
                    />
                  </td>
                ))}
                <td className={classes.count}>
                  {row.isRejected ? t('mark.rejected') : `${row.confirmed}/${row.needed}`}
                </td>
                <td className={classes.count}>
                  <Spread row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

type CellProps = {
  row: BoardRow
  cell: BoardCell
  /** Who else keys it now; empty for nobody. */
  elsewhere: string
  who: string
  /** Row and column. */
  place: string
  isInTabOrder: boolean
  onMove: (event: KeyboardEvent) => void
  onFocus: () => void
  onGo: () => void
}

function Cell({ row, cell, elsewhere, who, place, isInTabOrder, onMove, onFocus, onGo }: CellProps) {
  const { t } = useTranslation('scoring')
  const { mark, answered } = ballotOf(row, cell)
  const stands = standsAt({ row, cell, t })
  const state = elsewhere === '' ? stands : t('board.elsewhere', { state: stands, who: elsewhere })
  return (
    <button
      type="button"
      className={classes.cell}
      data-mark={mark}
      tabIndex={isInTabOrder ? 0 : -1}
      aria-label={t('board.cell', { code: row.code, who, state })}
      title={state}
      data-place={place}
      onKeyDown={onMove}
      onFocus={onFocus}
      onClick={onGo}
    >
      <BallotMark mark={mark} word="" />
      {mark === 'begun' && answered}
      {elsewhere !== '' && (
        <span className={classes.elsewhere} aria-hidden="true">
          ✎
        </span>
      )}
    </button>
  )
}

function Spread({ row }: { row: BoardRow }) {
  const { t } = useTranslation('scoring')
  if (row.confirmed < 2) return '–'
  if (!row.needsDiscussion) return row.spread
  return (
    <span className={classes.attention} title={t('spreadAbove', { spread: row.spread })}>
      ⚠ {row.spread}
      <span className="visually-hidden"> {t('needsDiscussion')}</span>
    </span>
  )
}
