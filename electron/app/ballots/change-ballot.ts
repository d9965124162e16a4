import type { AuditDetails } from '../../../shared/api/audit-details.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { Ballot } from '../../../shared/api/ballots.ts'
import { choiceAt, withChoice } from '../../../shared/domain/ballot/choice-text.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { WriteDb } from '../../db/handles.ts'
import {
  findLiveBallot,
  insertBallot,
  setBallotState,
  writeBallotChoices,
  type BallotRow,
} from '../../db/queries/ballots.ts'
import { requireFound, type Change } from '../commit.ts'
import { requireOffered } from './require-offered.ts'
import { requireRevision } from './require-revision.ts'
import { noChoices, readBallot, toBallot, type ScoringPlace } from './scoring-place.ts'

/**
 * Writes one choice of an open place; the ballot begins with its first choice. Runs inside the command's transaction.
 *
 * @throws Refusal `not-found`, `option-not-offered`, `option-of-other-case`, `ballot-changed-elsewhere`,
 *   `ballot-confirmed`
 */
export function writeChoice(
  db: WriteDb,
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
  requireOffered(choice)
  const row = findLiveBallot(db, place.key)
  requireRevision(db, { key: place.key, row, expected: choice.expectedRevision })
  if (row !== null && row.state !== 'draft') throw new Refusal('ballot-confirmed')
  if (row === null && to === null) return ballotChange({ place, result: readBallot(db, place), detail: null })
  const ballot = row ?? beginBallot(db, place, now)
  const from = choiceAt(ballot.choices, criterion)
  if (from === to) return ballotChange({ place, result: toBallot(place, ballot), detail: null })
  const choices = withChoice(ballot.choices, criterion, to)
  const result = toBallot(place, writeBallotChoices(db, { ballotId: ballot.id, choices, savedAt: now }))
  const detail = {
    criterion: requireFound(listCriteria(place.form)[criterion]).criterion.code,
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
  db: WriteDb,
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

/** The first version of a place's ballot, nothing in it yet. */
export function beginBallot(db: WriteDb, place: ScoringPlace, now: string): BallotRow {
  const choices = noChoices(place)
  return insertBallot(db, { ...place.key, choices, savedAt: now, reopenedReason: '', revision: 0, opinion: '' })
}

/** Puts the ballot's row aside and goes on with the next version, which begins as a draft with all that it held. */
export function supersedeBallot(
  db: WriteDb,
  change: { readonly row: BallotRow; readonly now: string; readonly reason: string; readonly by: string },
): BallotRow {
  const { row, now, reason, by } = change
  setBallotState(db, { ballotId: row.id, state: 'superseded', at: now, by })
  const { agendaItemId, memberId, scoringRound, choices, opinion } = row
  return insertBallot(db, {
    agendaItemId,
    memberId,
    scoringRound,
    choices,
    opinion,
    savedAt: now,
    reopenedReason: reason,
    revision: row.revision + 1,
  })
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
