import { Refusal } from '../../../shared/api/refusal.ts'
import type { BallotCheck, BallotDifference, VerificationRow } from '../../../shared/api/verifications.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { needsVerification } from '../../../shared/domain/session/missing-verification.ts'
import type { AppContext } from '../../context.ts'
import type { WorkspaceDb } from '../../db/open.ts'
import { listCheckProgress, readBallotCheck, writeBallotCheck } from '../../db/queries/ballot-checks.ts'
import {
  copyScores,
  findLiveBallot,
  insertBallot,
  readBallotEntries,
  setBallotState,
  writeScore,
  type BallotRow,
} from '../../db/queries/ballots.ts'
import { findSession } from '../../db/queries/sessions.ts'
import { offeredPoints } from '../ballots/offered-points.ts'
import { openScoringPlace, readScoringPlace, type ScoringPlace } from '../ballots/scoring-place.ts'
import { found, openDb } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { procedures } from '../procedures.ts'
import { buildSessionRecord } from '../sessions/session-record.ts'

type Key = { readonly agendaItemId: number; readonly memberId: number }

export const verificationsHandlers = (app: AppContext) => ({
  list: procedures.verifications.list.handler(({ input }) => listVerifications(openDb(app), input.sessionId)),

  get: procedures.verifications.get.handler(({ input }) => {
    const db = openDb(app)
    return readCheck(db, readScoringPlace(db, input))
  }),

  ...commandsAt(app, 'verifications').inside({
    choose: (db, { input }) => {
      const { place, row } = openCheck(app, db, input)
      offeredPoints({ place, criterionIndex: input.criterionIndex, option: input.option })
      writeBallotCheck(db, { ballotId: row.id, criterion: input.criterionIndex, option: input.option })
      const code = found(listCriteria(place.form)[input.criterionIndex]).criterion.code
      return checkChange({ db, place, detail: { criterion: code, to: input.option } })
    },

    finish: (db, { input, now }) => {
      const { place, row } = openCheck(app, db, input)
      const { differences, choices } = readCheck(db, place)
      if (differences === null) {
        throw new Refusal('ballot-incomplete', { missing: choices.filter((choice) => choice === null).length })
      }
      if (differences.length > 0) throw new Refusal('verification-differs', { differences: differences.length })
      setBallotState(db, { ballotId: row.id, state: 'verified', at: now, by: app.actor })
      return checkChange({ db, place, detail: { verifiedBy: app.actor, confirmedBy: row.confirmedBy } })
    },

    settle: (db, { input, now }) => {
      const { place, row } = openCheck(app, db, input)
      const differences = readCheck(db, place).differences ?? []
      const settled = new Map(input.options.map(({ criterionIndex, option }) => [criterionIndex, option]))
      const isWhole = differences.length > 0 && differences.every(({ criterionIndex }) => settled.has(criterionIndex))
      if (!isWhole) throw new Refusal('verification-differs', { differences: differences.length })
      const next = supersede({ db, place, row, now, reason: input.reason, by: app.actor })
      for (const { criterionIndex, first } of differences) {
        const option = found(settled.get(criterionIndex))
        const points = offeredPoints({ place, criterionIndex, option })
        if (option !== first)
          writeScore(db, { ballotId: next.id, criterion: criterionIndex, option, points, savedAt: now })
      }
      setBallotState(db, { ballotId: next.id, state: 'confirmed', at: now, by: row.confirmedBy ?? '' })
      setBallotState(db, { ballotId: next.id, state: 'verified', at: now, by: app.actor })
      const detail = {
        reason: input.reason,
        version: next.version,
        differences: differences.map((difference) => ({
          ...difference,
          settled: found(settled.get(difference.criterionIndex)),
        })),
      }
      return checkChange({ db, place, detail })
    },
  }),
})

/** @throws Refusal `ballot-not-confirmed`; `same-person` unless the session says that one person works alone. */
function openCheck(
  app: AppContext,
  db: WorkspaceDb,
  key: Key,
): { readonly place: ScoringPlace; readonly row: BallotRow } {
  const place = openScoringPlace(db, key)
  const row = findLiveBallot(db, place.key)
  if (row === null || row.state !== 'confirmed') throw new Refusal('ballot-not-confirmed')
  const isAlone = found(findSession(db, place.sessionId)).soleOperatorNote !== null
  if (!isAlone && row.confirmedBy === app.actor) throw new Refusal('same-person', { name: app.actor })
  return { place, row }
}

function readCheck(db: WorkspaceDb, place: ScoringPlace): BallotCheck {
  const row = findLiveBallot(db, place.key)
  const choices: (number | null)[] = listCriteria(place.form).map(() => null)
  const checked = row === null ? [] : readBallotCheck(db, row.id)
  for (const { criterion, option } of checked) choices[criterion] = option
  const { agendaItemId, memberId } = place.key
  const state = row?.state === 'verified' ? 'verified' : checked.length > 0 ? 'in-progress' : 'waiting'
  return { agendaItemId, memberId, choices, state, differences: differencesOf({ db, row, choices }) }
}

function differencesOf(pair: {
  readonly db: WorkspaceDb
  readonly row: BallotRow | null
  readonly choices: readonly (number | null)[]
}): readonly BallotDifference[] | null {
  const { db, row, choices } = pair
  if (row === null || choices.includes(null)) return null
  const first = new Map(readBallotEntries(db, row.id).map(({ criterion, option }) => [criterion, option]))
  return choices.flatMap((second, criterionIndex) => {
    const before = first.get(criterionIndex)
    if (before === undefined || second === null || before === second) return []
    return [{ criterionIndex, first: before, second }]
  })
}

function supersede(change: {
  readonly db: WorkspaceDb
  readonly place: ScoringPlace
  readonly row: BallotRow
  readonly now: string
  readonly reason: string
  readonly by: string
}): BallotRow {
  const { db, place, row, now, reason, by } = change
  setBallotState(db, { ballotId: row.id, state: 'superseded', at: now, by })
  const next = insertBallot(db, {
    ...place.key,
    savedAt: now,
    reopenedReason: reason,
    revision: row.revision + 1,
    opinion: row.opinion,
  })
  copyScores(db, { from: row.id, to: next.id })
  return next
}

function checkChange<Detail>(change: {
  readonly db: WorkspaceDb
  readonly place: ScoringPlace
  readonly detail: Detail
}) {
  const { db, place, detail } = change
  return {
    result: readCheck(db, place),
    audit: { subject: `ballot:${place.key.agendaItemId}/${place.key.memberId}`, detail },
    sessionId: place.sessionId,
    agendaItemId: place.key.agendaItemId,
  }
}

function listVerifications(db: WorkspaceDb, sessionId: number): readonly VerificationRow[] {
  const record = buildSessionRecord(db, sessionId)
  const { verification } = record.regulation
  const floors = floorsOf(record)
  const progress = Map.groupBy(listCheckProgress(db, sessionId), ({ agendaItemId }) => agendaItemId)
  const names = new Map(record.members.map(({ id, name }) => [id, name]))
  return record.items
    .filter((item) => needsVerification({ result: item.result, verification, floors }))
    .flatMap((item) =>
      (progress.get(item.id) ?? []).map(({ memberId, state, confirmedBy, verifiedBy, checked }) => ({
        agendaItemId: item.id,
        memberId,
        code: item.code,
        productName: item.productName,
        memberName: names.get(memberId) ?? '',
        state:
          state === 'verified' ? ('verified' as const) : checked > 0 ? ('in-progress' as const) : ('waiting' as const),
        confirmedBy,
        verifiedBy,
      })),
    )
}
