import type { BallotState } from '../session/session-record.ts'

/** Confirmed, and perhaps verified by a second person: nothing of it changes without being reopened. */
export function isSettled(state: BallotState | 'none' | undefined): boolean {
  return state === 'confirmed' || state === 'verified'
}
