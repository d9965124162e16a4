import { Button, SegmentedControl } from '@mantine/core'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { BoardCell, BoardRow } from '../../../shared/api/ballots.ts'
import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'
import { EmptyState } from '../../components/EmptyState.tsx'
import { SessionFrame } from '../../components/SessionFrame.tsx'
import { markOfCell, type CellMark } from './ballot-mark.ts'
import { BallotMark } from './BallotMark.tsx'
import { boardPlaces, placeToResume } from './board-places.ts'
import classes from './BoardPage.module.css'
import { recallPlace } from './last-place.ts'
import { memberInitials, memberLabel } from './member-label.ts'
import type { Room } from './room.ts'

const legend = ['settled', 'confirm', 'begun', 'empty', 'recused', 'absent'] as const satisfies readonly CellMark[]

/** Products × members: what is missing, and the way to it. */
export const BoardPage = ({ session, rows, order, onOrder, onGo, place }: Room) => {
  const { t } = useTranslation('scoring')
  const places = boardPlaces({ rows, grid: place.desk.read().grid })
  const open = places.filter(({ isOpen }) => isOpen)
  const half = places.filter(({ isHalfKeyed }) => isHalfKeyed).length
  const resume = placeToResume({ places, last: recallPlace({ storage: localStorage, ...place }) })
  return (
    <SessionFrame
      sessionId={session.id}
      title={t('board.title')}
      isWide
      actions={() =>
        session.state === 'open' &&
        resume !== undefined && (
          <Button
            data-testid="resume"
            data-autofocus
            onClick={() => onGo({ view: 'ballot', item: resume.agendaItemId, member: resume.memberId })}
          >
            {t(resume.isHalfKeyed ? 'board.resume' : 'board.start')}
          </Button>
        )
      }
    >
      {() =>
        rows.length === 0 || session.members.length === 0 ? (
          <EmptyState title={t(rows.length === 0 ? 'board.noProducts' : 'board.noMembers')}>
            {t('board.emptyText')}
          </EmptyState>
        ) : (
          <>
            <div className={classes.sum}>
              <span data-testid="missing-ballots">
                {open.length === 0 ? t('board.allDone') : <SumOpen open={open.length} half={half} />}
              </span>
              <SegmentedControl
                size="xs"
                aria-label={t('order.label')}
                value={order}
                onChange={(value) => onOrder(value === 'by-member' ? 'by-member' : 'by-product')}
                data={[
                  { value: 'by-product', label: t('order.byProduct') },
                  { value: 'by-member', label: t('order.byMember') },
                ]}
              />
              <div className={classes.legend}>
                {legend.map((mark) => (
                  <span key={mark}>
                    <BallotMark mark={mark} word="" /> {t(`mark.${mark}`)}
                  </span>
                ))}
              </div>
            </div>
            <BoardTable rows={rows} members={session.members} onGo={onGo} />
          </>
        )
      }
    </SessionFrame>
  )
}

const SumOpen = ({ open, half }: { open: number; half: number }) => {
  const { t } = useTranslation('scoring')
  return (
    <>
      <b>{open}</b> {t('board.open', { count: open })}
      {half > 0 && (
        <>
          , <b>{half}</b> {t('board.half', { count: half })}
        </>
      )}
    </>
  )
}

const BoardTable = ({
  rows,
  members,
  onGo,
}: {
  rows: readonly BoardRow[]
  members: readonly MemberRecord[]
  onGo: Room['onGo']
}) => {
  const { t } = useTranslation('scoring')
  const table = useRef<HTMLTableElement>(null)
  // One cell of the board is in the tab order; the arrows move among the rest.
  const [at, setAt] = useState({ row: 0, column: 0 })
  const hasMoved = useRef(false)
  useEffect(() => {
    if (hasMoved.current) table.current?.querySelector<HTMLElement>('button[tabindex="0"]')?.focus()
  }, [at])
  const move = (event: KeyboardEvent): void => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    hasMoved.current = true
    setAt({
      row: Math.min(rows.length - 1, Math.max(0, at.row + step[0])),
      column: Math.min(members.length - 1, Math.max(0, at.column + step[1])),
    })
  }
  return (
    <div className={classes.scroll}>
      <table className={classes.board} ref={table} onKeyDown={move} data-testid="board">
        <caption className="visually-hidden">{t('board.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('board.product')}</th>
            {members.map((member) => (
              <th key={member.id} scope="col" title={memberLabel({ member, t })}>
                <span aria-hidden="true">{memberInitials(member)}</span>
                <span className="visually-hidden">{memberLabel({ member, t })}</span>
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
                    who={memberLabel({ member: members.find(({ id }) => id === cell.memberId), t })}
                    isInTabOrder={at.row === rowIndex && at.column === column}
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
  )
}

const steps: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

const Cell = ({
  row,
  cell,
  who,
  isInTabOrder,
  onFocus,
  onGo,
}: {
  row: BoardRow
  cell: BoardCell
  who: string
  isInTabOrder: boolean
  onFocus: () => void
  onGo: () => void
}) => {
  const { t } = useTranslation('scoring')
  const mark = row.isRejected ? 'rejected' : markOfCell({ cell, criteriaCount: row.criteriaCount })
  const answered = `${cell.answered}/${row.criteriaCount}`
  const state = mark === 'begun' ? t('board.begun', { answered }) : t(`mark.${mark}`)
  return (
    <button
      type="button"
      className={classes.cell}
      data-mark={mark}
      tabIndex={isInTabOrder ? 0 : -1}
      aria-label={t('board.cell', { code: row.code, who, state })}
      title={state}
      onFocus={onFocus}
      onClick={onGo}
    >
      <BallotMark mark={mark} word="" />
      {mark === 'begun' && answered}
    </button>
  )
}

const Spread = ({ row }: { row: BoardRow }) => {
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
