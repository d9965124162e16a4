import type { PaperBallotRow, PaperSample } from '../../../shared/api/paper-ballots.ts'
import { ballotKey, type BallotIds } from '../../../shared/domain/ballot/ballot-key.ts'
import type { Sample } from './pile.ts'

/** Ballots that may be taken without a look at each: read clearly, and signed. */
export function isDrawable({ state, isUnsigned }: PaperBallotRow): boolean {
  return state === 'ready' && isUnsigned === false
}

/** A ballot of one round: in the next it is another. */
export function castKey(ballot: BallotIds & { readonly round: number }): string {
  return `${ballotKey(ballot)}/${ballot.round}`
}

/** @param rows all ballots of the pile */
export function viewSample({ drawn, of, agreed, hasFailed }: Sample, rows: readonly PaperBallotRow[]): PaperSample {
  const drawable = rows.filter(isDrawable)
  const rest = drawable.filter((row) => of.has(castKey(row))).length
  return { drawn: [...drawn.values()], agreed: agreed.size, hasFailed, rest, later: drawable.length - rest }
}
