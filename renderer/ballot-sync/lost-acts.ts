import type { BallotAct } from '../../shared/domain/ballot/acts.ts'
import { ballotKey } from '../../shared/domain/ballot/ballot-key.ts'

/** An act that the application did not take, for a person to read. */
export type LostAct = { readonly act: BallotAct; readonly error: unknown }

/** Of two losses at one place the later one says what there is to say. */
export function withLost(lost: readonly LostAct[], next: LostAct): readonly LostAct[] {
  const place = placeOf(next.act)
  return [...lost.filter(({ act }) => placeOf(act) !== place), next]
}

/** What was taken at a place says that the person has decided there, with what others did in sight. */
export function withoutLost(lost: readonly LostAct[], taken: BallotAct): readonly LostAct[] {
  const rest = lost.filter(({ act }) => act.round !== taken.round || placeOf(act) !== placeOf(taken))
  return rest.length === lost.length ? lost : rest
}

function placeOf(act: BallotAct): string {
  return `${ballotKey(act)}/${act.kind === 'choose' ? act.criterionIndex : act.kind}`
}
