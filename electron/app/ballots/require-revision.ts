import { Refusal } from '../../../shared/api/refusal.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listLastBallotChanges } from '../../db/queries/ballot-changes.ts'
import type { BallotKey, BallotRow } from '../../db/queries/ballots.ts'

/**
 * Refuses to overwrite what another window or device saved since.
 *
 * @param expected The revision that the caller has seen; undefined asks nothing.
 * @throws Refusal `ballot-changed-elsewhere` with what changed: `criteria` (their codes, oldest change first), `by` and
 *   `at` of the last change.
 */
export function requireRevision(
  db: ReadDb,
  ballot: { readonly key: BallotKey; readonly row: BallotRow | null; readonly expected: number | undefined },
): void {
  const { key, row, expected } = ballot
  const revision = row?.revision ?? 0
  if (expected === undefined || expected === revision) return
  // Each change moves the revision on by one and is one event.
  const changes = listLastBallotChanges(db, { ...key, most: Math.max(0, revision - expected) })
  const [last] = changes
  if (last === undefined) throw new Refusal('ballot-changed-elsewhere')
  const criteria = new Set(changes.flatMap(({ criterion }) => criterion ?? []).toReversed())
  throw new Refusal('ballot-changed-elsewhere', { criteria: [...criteria].join(', '), by: last.actor, at: last.at })
}
