import type { Ballot } from '../../../shared/api/ballots.ts'
import type { WriteDb } from '../../db/handles.ts'
import { insertBallot, setBallotState, type BallotRow } from '../../db/queries/ballots.ts'
import type { Change } from '../commit.ts'
import { noChoices, type ScoringPlace } from './scoring-place.ts'

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

/** A changed ballot with its audit event and its live notice. */
export function ballotChange<Detail>(change: {
  readonly place: ScoringPlace
  readonly result: Ballot
  readonly detail: Detail
}): Change<Ballot, Detail> {
  const { place, result, detail } = change
  const { agendaItemId, memberId } = place.key
  const audit = { subject: `ballot:${agendaItemId}/${memberId}`, detail }
  return { result, audit, sessionId: place.sessionId, agendaItemId, memberId }
}
