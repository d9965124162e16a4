import { useRef, useState, type CSSProperties, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardCell, BoardRow } from '../../../shared/api/ballots.ts'
import type { AtBallot } from '../../../shared/api/room.ts'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import { SortHead } from '../../components/SortHead.tsx'
import { BallotMark } from './BallotMark.tsx'
import { ballotOf, standsAt } from './board-words.ts'
import classes from './BoardPage.module.css'
import { memberInitials, memberLabel, nameInLines } from './member-label.ts'
import type { ScoringView } from './scoring-view.ts'
import { spreadOf, strengthAmong, totalsOf } from './shown-rows.ts'
import { SpreadStrip } from './SpreadStrip.tsx'
import { whoIsAt } from './use-at-ballots.ts'

type BoardTableProps = {
  session: Pick<SessionDetail, 'members' | 'regulation'>
  rows: readonly BoardRow[]
  /** The rows stand by their spread. */
  isBySpread: boolean
  onSpread: () => void
  /** Ballots that somebody else keys now. */
  others: readonly AtBallot[]
  onGo: ScoringView['onGo']
}

/**
 * Products × members: points of the ballots that count, tinted by where they stand among all, and marks of the others. One cell
 * is in the tab order, the arrows move among the rest.
 */
export function BoardTable({ session, rows, others, isBySpread, onSpread, onGo }: BoardTableProps) {
  const { t } = useTranslation('scoring')
  const { members, regulation } = session
  const strengthOf = strengthAmong(rows.flatMap(totalsOf))
  const table = useRef<HTMLTableElement>(null)
  const [last, setAt] = useState({ row: 0, column: 0 })
  // A filter leaves fewer rows: one cell is in the tab order all the same.
  const at = { ...last, row: Math.min(last.row, rows.length - 1) }
  const move = (event: KeyboardEvent): void => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const row = Math.min(rows.length - 1, Math.max(0, at.row + step[0]))
    const column = Math.min(members.length - 1, Math.max(0, at.column + step[1]))
    table.current?.querySelector<HTMLElement>(`[data-place="${row}/${column}"]`)?.focus()
  }
  return (
    <div className={classes.scroll} style={{ '--members': members.length } as CSSProperties}>
      <table className={classes.board} ref={table} data-testid="board">
        <caption className="visually-hidden">{t('board.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('board.product')}</th>
            {members.map((member) => (
              <th key={member.id} scope="col" className={classes.seat} title={memberLabel(member, t)}>
                <span aria-hidden="true" className={classes.member}>
                  <b>{memberInitials(member)}</b>
                  <span className={classes.before}>{nameInLines(member.name).before}</span>
                  <span data-given>{nameInLines(member.name).given}</span>
                </span>
                <span className="visually-hidden">{memberLabel(member, t)}</span>
              </th>
            ))}
            <th scope="col" className={classes.confirmed}>
              {t('board.confirmed')}
            </th>
            <th scope="col" aria-sort={isBySpread ? 'descending' : undefined} className={classes.spread}>
              <SortHead
                name={t('board.spread')}
                direction={isBySpread ? 'descending' : null}
                title={t('board.bySpread')}
                onSort={onSpread}
              />
            </th>
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
                    strength={cell.total === null ? null : strengthOf(cell.total)}
                    place={`${rowIndex}/${column}`}
                    isInTabOrder={at.row === rowIndex && at.column === column}
                    onMove={move}
                    onFocus={() => setAt({ row: rowIndex, column })}
                    onGo={() => onGo({ view: 'ballot', item: row.agendaItemId, member: cell.memberId })}
                  />
                </td>
              ))}
              <td className={`${classes.count} ${classes.confirmed}`}>
                {row.isRejected ? t('mark.rejected') : `${row.confirmed}/${row.needed}`}
              </td>
              <td className={`${classes.count} ${classes.spread}`}>
                <Spread row={row} limit={regulation.spreadLimit} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
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
  /** How strongly its total is tinted, of 0 to 1; null without one. */
  strength: number | null
  /** Row and column. */
  place: string
  isInTabOrder: boolean
  onMove: (event: KeyboardEvent) => void
  onFocus: () => void
  onGo: () => void
}

function Cell({ row, cell, elsewhere, who, strength, place, isInTabOrder, onMove, onFocus, onGo }: CellProps) {
  const { t } = useTranslation('scoring')
  const { mark, answered } = ballotOf(row, cell)
  const stands = standsAt({ row, cell, t })
  const state = elsewhere === '' ? stands : t('board.elsewhere', { state: stands, who: elsewhere })
  return (
    <button
      type="button"
      className={classes.cell}
      data-mark={mark}
      style={strength === null ? undefined : tint(strength)}
      tabIndex={isInTabOrder ? 0 : -1}
      aria-label={t('board.cell', { code: row.code, who, state })}
      title={state}
      data-place={place}
      onKeyDown={onMove}
      onFocus={onFocus}
      onClick={onGo}
    >
      {cell.total === null || mark === 'rejected' ? <BallotMark mark={mark} word="" /> : cell.total}
      {mark === 'begun' && answered}
      {elsewhere !== '' && (
        <span className={classes.elsewhere} aria-hidden="true">
          ✎
        </span>
      )}
    </button>
  )
}

const tint = (strength: number) => ({ '--strength': `${Math.round(6 + 30 * strength)}%` }) as CSSProperties

function Spread({ row, limit }: { row: BoardRow; limit: number }) {
  const { t } = useTranslation('scoring')
  const spread = spreadOf(row)
  if (spread === null) return '–'
  return (
    <span className={classes.strips}>
      <SpreadStrip totals={totalsOf(row)} limit={limit} />
      {row.needsDiscussion ? (
        <span className={classes.attention} title={t('spreadAbove', { spread })}>
          ⚠ {spread}
          <span className="visually-hidden"> {t('needsDiscussion')}</span>
        </span>
      ) : (
        spread
      )}
    </span>
  )
}
