import { Refusal } from '../../../shared/api/refusal.ts'
import { readAct, unseenRows, type ActPlace, type BallotAct } from '../../../shared/domain/ballot/acts.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { WriteDb } from '../../db/handles.ts'
import { insertAct } from '../../db/queries/ballot-acts.ts'
import { findLastBallotChange } from '../../db/queries/ballot-changes.ts'
import { findLiveBallot, type BallotRow } from '../../db/queries/ballots.ts'
import { requireFound, type Change } from '../commit.ts'
import { readScoringPlace, requireOpen, type ScoringPlace } from './scoring-place.ts'

/** Where an act lands: a member's place at a product, and the live ballot there. */
export type Acted = { readonly place: ScoringPlace; readonly row: BallotRow | null }

/**
 * Carries an act out once, inside its command's transaction: who never heard the answer repeats it with the same id,
 * however late, and gets the ballot as it is by then. A refused act leaves nothing and may be tried anew.
 *
 * @throws Refusal `not-found`, those of `requireOpen`, `round-over`, and whatever `write` refuses
 */
export function actOnce<Result, Detail>(
  db: WriteDb,
  act: ActPlace,
  doing: {
    /** What is answered where the act was carried out before. */
    readonly read: (at: Acted) => Result
    readonly write: (at: Acted) => Change<Result, Detail>
  },
): Change<Result, Detail> {
  const place = readScoringPlace(db, act)
  const at = { place, row: findLiveBallot(db, place.key) }
  if (!insertAct(db, act)) return { result: doing.read(at), audit: null }
  requireOpen(place)
  // What was scored for the round before must not slip into the new one.
  if (place.scoringRound !== act.round) throw new Refusal('round-over')
  return doing.write(at)
}

/**
 * Whether the act has something to change.
 *
 * @throws Refusal `ballot-confirmed` for a choice, and `ballot-changed-elsewhere` with what changed: `criteria` (their
 *   codes), `by` and `at`
 */
export function requireSeen(
  db: WriteDb,
  place: ScoringPlace,
  meeting: { readonly ballot: Parameters<typeof readAct>[0]; readonly act: BallotAct },
): boolean {
  const { ballot, act } = meeting
  switch (readAct(ballot, act)) {
    case 'changes':
      return true
    case 'already-so':
      return false
    case 'settled':
      throw new Refusal('ballot-confirmed')
    case 'changed-elsewhere':
      throw changedElsewhere(db, place, unseenRows(ballot, act))
  }
}

/** The refusal that names the criteria that changed, and who changed them last. */
function changedElsewhere(db: WriteDb, place: ScoringPlace, rows: readonly number[]): Refusal {
  const form = listCriteria(place.form)
  const criteria = rows.map((row) => requireFound(form[row]).criterion.code)
  const last = findLastBallotChange(db, { ...place.key, criteria })
  return new Refusal('ballot-changed-elsewhere', { criteria: criteria.join(', '), ...last })
}
