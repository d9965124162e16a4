import { Refusal } from '../../../shared/api/refusal.ts'
import type { Ballot } from '../../../shared/api/ballots.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { AppContext } from '../../context.ts'
import type { WorkspaceDb } from '../../db/open.ts'
import {
  copyScores,
  findLiveBallot,
  insertBallot,
  listItemBallots,
  readBallotEntries,
  setBallotState,
  writeScore,
} from '../../db/queries/ballots.ts'
import { findAgendaItem, findSession, listSessionMembers } from '../../db/queries/sessions.ts'
import { commit, found, openDb } from '../commit.ts'
import { procedures } from '../procedures.ts'
import { readBoard } from './board.ts'
import {
  openScoringPlace,
  readBallot,
  readScoringPlace,
  requireRevision,
  toBallot,
  type ScoringPlace,
} from './scoring-place.ts'

const topics = ['ballots', 'results'] as const

export const ballotsHandlers = (app: AppContext) => ({
  board: procedures.ballots.board.handler(({ input }) => readBoard(openDb(app), input.sessionId)),

  get: procedures.ballots.get.handler(({ input }) => {
    const db = openDb(app)
    return readBallot(db, readScoringPlace(db, input))
  }),

  ofItem: procedures.ballots.ofItem.handler(({ input }) => listBallotsOfItem(openDb(app), input.agendaItemId)),

  choose: procedures.ballots.choose.handler(({ input }) =>
    commit(app, { name: 'ballots.choose', topics }, (db, now) => {
      const place = openScoringPlace(db, input)
      const points = pointsOf({ place, criterionIndex: input.criterionIndex, option: input.option })
      const row = findLiveBallot(db, place.key)
      requireRevision(row, input.expectedRevision)
      if (row !== null && row.state !== 'draft') throw new Refusal('ballot-confirmed')
      const ballot = row ?? insertBallot(db, { ...place.key, savedAt: now, reopenedReason: '', revision: 0 })
      const criterion = input.criterionIndex
      const from = readBallotEntries(db, ballot.id).find((entry) => entry.criterion === criterion)?.option ?? null
      const to = input.option
      if (from !== to) writeScore(db, { ballotId: ballot.id, criterion, option: to, points, savedAt: now })
      const detail = {
        criterion: found(listCriteria(place.form)[criterion]).criterion.code,
        from,
        to,
        round: place.scoringRound,
      }
      return ballotChange({ place, result: readBallot(db, place), detail: from === to ? null : detail })
    }),
  ),

  confirm: procedures.ballots.confirm.handler(({ input }) =>
    commit(app, { name: 'ballots.confirm', topics }, (db, now) => {
      const place = openScoringPlace(db, input)
      const row = findLiveBallot(db, place.key)
      requireRevision(row, input.expectedRevision)
      const ballot = readBallot(db, place)
      if (row !== null && row.state !== 'draft') return ballotChange({ place, result: ballot, detail: null })
      if (row === null || !ballot.totals.isComplete) {
        throw new Refusal('ballot-incomplete', { missing: ballot.choices.length - ballot.totals.answered })
      }
      setBallotState(db, { ballotId: row.id, state: 'confirmed', at: now })
      const detail = { version: row.version, total: ballot.totals.total, parts: ballot.totals.parts }
      return ballotChange({ place, result: readBallot(db, place), detail })
    }),
  ),

  reopen: procedures.ballots.reopen.handler(({ input }) =>
    commit(app, { name: 'ballots.reopen', topics }, (db, now) => {
      const place = openScoringPlace(db, input)
      const row = findLiveBallot(db, place.key)
      if (row === null || row.state === 'draft') {
        return ballotChange({ place, result: readBallot(db, place), detail: null })
      }
      if (input.reason === '') throw new Refusal('reason-required')
      setBallotState(db, { ballotId: row.id, state: 'superseded', at: now })
      const next = insertBallot(db, {
        ...place.key,
        savedAt: now,
        reopenedReason: input.reason,
        revision: row.revision + 1,
      })
      copyScores(db, { from: row.id, to: next.id })
      const detail = { reason: input.reason, from: row.version, to: next.version }
      return ballotChange({ place, result: readBallot(db, place), detail })
    }),
  ),
})

/** @throws Refusal `not-found`, `option-not-offered`, `option-of-other-case` */
function pointsOf(choice: {
  readonly place: ScoringPlace
  readonly criterionIndex: number
  readonly option: number | null
}): number {
  const { criterion } = found(listCriteria(choice.place.form)[choice.criterionIndex])
  if (choice.option === null || choice.option === 0) return 0
  const option = criterion.options[choice.option - 1]
  if (option === undefined) {
    throw new Refusal('option-not-offered', { criterion: criterion.code, option: choice.option })
  }
  const itsCase = choice.place.criteriaCase
  if (option.case !== undefined && itsCase !== null && option.case !== itsCase) {
    throw new Refusal('option-of-other-case', { criterion: criterion.code, case: option.case })
  }
  return option.points
}

function ballotChange(change: {
  readonly place: ScoringPlace
  readonly result: Ballot
  readonly detail: Readonly<Record<string, unknown>> | null
}) {
  const { place, result, detail } = change
  const subject = `ballot:${place.key.agendaItemId}/${place.key.memberId}`
  return {
    result,
    audit: detail === null ? null : { subject, detail },
    sessionId: place.sessionId,
    agendaItemId: place.key.agendaItemId,
  }
}

function listBallotsOfItem(db: WorkspaceDb, agendaItemId: number): readonly Ballot[] {
  const item = found(findAgendaItem(db, agendaItemId))
  const members = listSessionMembers(db, found(findSession(db, item.sessionId)))
  const rows = listItemBallots(db, agendaItemId)
  return members.map((member) => {
    const place = readScoringPlace(db, { agendaItemId, memberId: member.id })
    const row = rows.find(({ memberId }) => memberId === member.id) ?? null
    return toBallot({ place, row, entries: row === null ? [] : readBallotEntries(db, row.id) })
  })
}
