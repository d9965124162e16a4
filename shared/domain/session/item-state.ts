import type { AgendaItemState, BallotState } from './session-record.ts'
import { isSettled } from '../ballot/state.ts'

/**
 * Where an agenda item stands: waiting → scoring → scored → concluded. Derived, never stored. A rejected product is
 * scored by its rejection alone.
 */
export function agendaItemState(item: {
  readonly isConcluded: boolean
  readonly isRejected: boolean
  /** States of the live ballots of the present round, of the members who must score. */
  readonly ballotStates: readonly BallotState[]
  /** How many members must score it. */
  readonly needed: number
}): AgendaItemState {
  if (item.isConcluded) return 'concluded'
  if (item.isRejected) return 'scored'
  if (item.ballotStates.length === 0) return 'waiting'
  const settled = item.ballotStates.filter((state) => isSettled(state)).length
  return settled >= item.needed ? 'scored' : 'scoring'
}
