import type { BoardRow } from '../../../shared/api/ballots.ts'
import type { AtBallot } from '../../../shared/api/room.ts'
import type { BoardPlace } from '../../../shared/domain/ballot/ballot-order.ts'
import { ballotKey } from '../../../shared/domain/ballot/ballot-key.ts'
import { isWritable } from '../../../shared/score-grid/score-grid.ts'
import type { DeskState } from './ballot-desk.ts'
import { isOpenCell } from './ballot-mark.ts'

export type BallotPlace = BoardPlace & { readonly isHalfKeyed: boolean }

/**
 * Every ballot of the session in agenda and member order. The desk knows of a confirmation before the board has heard
 * of it, so a ballot that is settled there is not open, unless the board has heard of a later one (a new scoring round, a
 * ballot opened again); nor is one open that somebody else keys now.
 */
export function boardPlaces(
  rows: readonly BoardRow[],
  { grid, known }: Pick<DeskState, 'grid' | 'known'>,
  others: readonly AtBallot[] = [],
): readonly BallotPlace[] {
  return rows.flatMap((row) =>
    row.cells.map((cell) => {
      const { agendaItemId } = row
      const { memberId } = cell
      const key = ballotKey({ agendaItemId, memberId })
      const onDesk = grid?.ballots[key]
      const saved = known.get(key)
      const isLater = saved !== undefined && (row.round > saved.round || cell.version > saved.version)
      const isSettledHere = onDesk !== undefined && !onDesk.isLocked && !isWritable(onDesk) && !isLater
      const isElsewhere = others.some((at) => at.agendaItemId === agendaItemId && at.memberId === memberId)
      const isOpen = isOpenCell(row, cell) && !isSettledHere && !isElsewhere
      return { agendaItemId, memberId, isOpen, isHalfKeyed: isOpen && cell.answered > 0 }
    }),
  )
}

/** Where keying goes on: the place kept from last time, else a half-keyed ballot, else the first open one. */
export function placeToResume(
  places: readonly BallotPlace[],
  last: { readonly item: number; readonly member: number } | null,
): BallotPlace | undefined {
  return (
    places.find((place) => place.isOpen && place.agendaItemId === last?.item && place.memberId === last.member) ??
    places.find(({ isHalfKeyed }) => isHalfKeyed) ??
    places.find(({ isOpen }) => isOpen)
  )
}
