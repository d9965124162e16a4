import type { AuditDetails } from '../../../shared/api/audit-details.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { Ballot } from '../../../shared/api/ballots.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { WorkspaceDb } from '../../db/open.ts'
import {
  findLiveBallot,
  insertBallot,
  readBallotEntries,
  setBallotState,
  writeScore,
} from '../../db/queries/ballots.ts'
import { found, type Change } from '../commit.ts'
import { offeredPoints } from './offered-points.ts'
import { requireRevision } from './require-revision.ts'
import { readBallot, toBallot, type ScoringPlace } from './scoring-place.ts'

/**
 * Writes one choice of an open place; the ballot begins with its first choice. Runs inside the command's transaction.
 *
 * @throws Refusal `not-found`, `option-not-offered`, `option-of-other-case`, `ballot-changed-elsewhere`,
 *   `ballot-confirmed`
 */
export function writeChoice(
  db: WorkspaceDb,
  choice: {
    readonly place: ScoringPlace
    readonly criterionIndex: number
    /** 1-based printed option, 0 = no level reached, null = not answered. */
    readonly option: number | null
    readonly expectedRevision: number | undefined
    readonly now: string
  },
): Change<Ballot, AuditDetails['ballots.choose']> {
  const { place, criterionIndex: criterion, option: to, now } = choice
  const points = offeredPoints(choice)
  const row = findLiveBallot(db, place.key)
  requireRevision(db, { key: place.key, row, expected: choice.expectedRevision })
  if (row !== null && row.state !== 'draft') throw new Refusal('ballot-confirmed')
  if (row === null && to === null) return ballotChange({ place, result: readBallot(db, place), detail: null })
  const ballot = row ?? insertBallot(db, { ...place.key, savedAt: now, reopenedReason: '', revision: 0, opinion: '' })
  const entries = readBallotEntries(db, ballot.id)
  const from = entries.find((entry) => entry.criterion === criterion)?.option ?? null
  if (from === to) return ballotChange({ place, result: toBallot({ place, row: ballot, entries }), detail: null })
  const saved = writeScore(db, { ballotId: ballot.id, criterion, option: to, points, savedAt: now })
  const others = entries.filter((entry) => entry.criterion !== criterion)
  const result = toBallot({
    place,
    row: saved,
    entries: to === null ? others : [...others, { criterion, option: to }],
  })
  const detail = {
    criterion: found(listCriteria(place.form)[criterion]).criterion.code,
    from,
    to,
    round: place.scoringRound,
  }
  return ballotChange({ place, result, detail })
}

/**
 * Confirms a complete draft; one that is confirmed already stays as it is. Runs inside the command's transaction.
 *
 * @throws Refusal `ballot-incomplete`, `ballot-changed-elsewhere`
 */
export function writeConfirmation(
  db: WorkspaceDb,
  confirmation: {
    readonly place: ScoringPlace
    readonly expectedRevision: number | undefined
    readonly now: string
    /** Who confirms it: the secretary, or the member on a device of their own. */
    readonly by: string
  },
): Change<Ballot, AuditDetails['ballots.confirm']> {
  const { place, now, by } = confirmation
  const row = findLiveBallot(db, place.key)
  requireRevision(db, { key: place.key, row, expected: confirmation.expectedRevision })
  const ballot = readBallot(db, place)
  if (row !== null && row.state !== 'draft') return ballotChange({ place, result: ballot, detail: null })
  if (row === null || !ballot.totals.isComplete) {
    throw new Refusal('ballot-incomplete', { missing: ballot.choices.length - ballot.totals.answered })
  }
  setBallotState(db, { ballotId: row.id, state: 'confirmed', at: now, by })
  const detail = { version: row.version, total: ballot.totals.total, parts: ballot.totals.parts }
  return ballotChange({ place, result: readBallot(db, place), detail })
}

/** The audit event and the live notice of a changed ballot; `detail` null when nothing changed. */
export function ballotChange<Detail>(change: {
  readonly place: ScoringPlace
  readonly result: Ballot
  readonly detail: Detail
}): Change<Ballot, NonNullable<Detail>> {
  const { place, result, detail } = change
  const { agendaItemId, memberId } = place.key
  return {
    result,
    audit: detail === null || detail === undefined ? null : { subject: `ballot:${agendaItemId}/${memberId}`, detail },
    sessionId: place.sessionId,
    agendaItemId,
    memberId,
  }
}
