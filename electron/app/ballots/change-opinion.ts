import type { AuditDetails } from '../../../shared/api/audit-details.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { Ballot } from '../../../shared/api/ballots.ts'
import type { WriteDb } from '../../db/handles.ts'
import { findLiveBallot, writeOpinion } from '../../db/queries/ballots.ts'
import type { Change } from '../commit.ts'
import { ballotChange, beginBallot } from './change-ballot.ts'
import { readBallot, toBallot, type ScoringPlace } from './scoring-place.ts'

/**
 * Writes the member's opinion of an open place, before or after its first choice. Runs inside the command's transaction.
 *
 * @throws Refusal `ballot-confirmed`
 */
export function changeOpinion(
  db: WriteDb,
  change: { readonly place: ScoringPlace; readonly opinion: string; readonly now: string },
): Change<Ballot, AuditDetails['ballots.setOpinion']> {
  const { place, opinion: to, now } = change
  const row = findLiveBallot(db, place.key)
  if (row !== null && row.state !== 'draft') throw new Refusal('ballot-confirmed')
  const from = row?.opinion ?? ''
  if (from === to) return ballotChange({ place, result: readBallot(db, place), detail: null })
  const ballot = row ?? beginBallot(db, place, now)
  const saved = writeOpinion(db, { ballotId: ballot.id, text: to, savedAt: now })
  return ballotChange({ place, result: toBallot(place, saved), detail: { from, to, round: place.scoringRound } })
}
