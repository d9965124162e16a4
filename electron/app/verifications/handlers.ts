import { Refusal } from '../../../shared/api/refusal.ts'
import type { BallotCheck, BallotDifference, VerificationRow } from '../../../shared/api/verifications.ts'
import {
  choiceAt,
  countAnswered,
  readChoices,
  withChoice,
  type ChoiceText,
} from '../../../shared/domain/ballot/choice-text.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { needsVerification } from '../../../shared/domain/session/missing-verification.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  findLiveBallot,
  listLiveBallots,
  setBallotState,
  writeBallotChoices,
  writeSecondChoices,
  type BallotRow,
} from '../../db/queries/ballots.ts'
import { findSession } from '../../db/queries/sessions.ts'
import { supersedeBallot } from '../ballots/change-ballot.ts'
import { requireOffered } from '../ballots/require-offered.ts'
import { noChoices, openScoringPlace, readScoringPlace, type ScoringPlace } from '../ballots/scoring-place.ts'
import { requireFound, openDb } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { procedures } from '../procedures.ts'
import { buildSessionRecord, readSessionFrame } from '../sessions/session-record.ts'

type Key = { readonly agendaItemId: number; readonly memberId: number }

export function verificationsHandlers(app: AppContext) {
  return {
    list: procedures.verifications.list.handler(({ input }) => listVerifications(openDb(app), input.sessionId)),

    get: procedures.verifications.get.handler(({ input }) => {
      const db = openDb(app)
      return readCheck(db, readScoringPlace(db, input))
    }),

    ...commandsAt(app, 'verifications').inside({
      choose: (db, { input }) => {
        const { place, row } = openCheck(app, db, input)
        requireOffered({ place, criterionIndex: input.criterionIndex, option: input.option })
        const before = row.secondChoices ?? noChoices(place)
        writeSecondChoices(db, { ballotId: row.id, choices: withChoice(before, input.criterionIndex, input.option) })
        const code = requireFound(listCriteria(place.form)[input.criterionIndex]).criterion.code
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
        const next = supersedeBallot(db, { row, now, reason: input.reason, by: app.actor })
        let choices = next.choices
        for (const { criterionIndex } of differences) {
          const option = requireFound(settled.get(criterionIndex))
          requireOffered({ place, criterionIndex, option })
          choices = withChoice(choices, criterionIndex, option)
        }
        if (choices !== next.choices) writeBallotChoices(db, { ballotId: next.id, choices, savedAt: now })
        setBallotState(db, { ballotId: next.id, state: 'confirmed', at: now, by: row.confirmedBy ?? '' })
        setBallotState(db, { ballotId: next.id, state: 'verified', at: now, by: app.actor })
        const detail = {
          reason: input.reason,
          version: next.version,
          differences: differences.map((difference) => ({
            ...difference,
            settled: requireFound(settled.get(difference.criterionIndex)),
          })),
        }
        return checkChange({ db, place, detail })
      },
    }),
  }
}

/** @throws Refusal `ballot-not-confirmed`; `same-person` unless the session says that one person works alone. */
function openCheck(app: AppContext, db: ReadDb, key: Key): { readonly place: ScoringPlace; readonly row: BallotRow } {
  const place = openScoringPlace(db, key)
  const row = findLiveBallot(db, place.key)
  if (row === null || row.state !== 'confirmed') throw new Refusal('ballot-not-confirmed')
  const isAlone = requireFound(findSession(db, place.sessionId)).soleOperatorNote !== null
  if (!isAlone && row.confirmedBy === app.actor) throw new Refusal('same-person', { name: app.actor })
  return { place, row }
}

function readCheck(db: ReadDb, place: ScoringPlace): BallotCheck {
  const row = findLiveBallot(db, place.key)
  const second = row?.secondChoices ?? noChoices(place)
  const choices = readChoices(second)
  const { agendaItemId, memberId } = place.key
  const state = row?.state === 'verified' ? 'verified' : countAnswered(second) > 0 ? 'in-progress' : 'waiting'
  return {
    agendaItemId,
    memberId,
    choices,
    state,
    differences: row === null ? null : differencesOf(row.choices, second),
  }
}

/** Where two whole ballots differ; null while the second is not whole. */
function differencesOf(first: ChoiceText, second: ChoiceText): readonly BallotDifference[] | null {
  if (countAnswered(second) < second.length) return null
  return readChoices(second).flatMap((choice, criterionIndex) => {
    const before = choiceAt(first, criterionIndex)
    if (before === null || choice === null || before === choice) return []
    return [{ criterionIndex, first: before, second: choice }]
  })
}

function checkChange<Detail>(change: { readonly db: ReadDb; readonly place: ScoringPlace; readonly detail: Detail }) {
  const { db, place, detail } = change
  return {
    result: readCheck(db, place),
    audit: { subject: `ballot:${place.key.agendaItemId}/${place.key.memberId}`, detail },
    sessionId: place.sessionId,
    agendaItemId: place.key.agendaItemId,
  }
}

function listVerifications(db: ReadDb, sessionId: number): readonly VerificationRow[] {
  // Asked at every key of the scoring screen: without second keying there is nothing to tally for.
  if (readSessionFrame(db, sessionId).regulation.verification === 'off') return []
  const record = buildSessionRecord(db, sessionId)
  const { verification } = record.regulation
  const floors = floorsOf(record)
  const progress = Map.groupBy(listLiveBallots(db, sessionId), ({ agendaItemId }) => agendaItemId)
  const names = new Map(record.members.map(({ id, name }) => [id, name]))
  return record.items
    .filter((item) => needsVerification({ result: item.result, verification, floors }))
    .flatMap((item) =>
      (progress.get(item.id) ?? [])
        .filter(({ state }) => state === 'confirmed' || state === 'verified')
        .map(({ memberId, state, confirmedBy, verifiedBy, secondChoices }) => ({
          agendaItemId: item.id,
          memberId,
          code: item.code,
          productName: item.productName,
          memberName: names.get(memberId) ?? '',
          state:
            state === 'verified'
              ? ('verified' as const)
              : countAnswered(secondChoices ?? '') > 0
                ? ('in-progress' as const)
                : ('waiting' as const),
          confirmedBy: confirmedBy ?? '',
          verifiedBy,
        })),
    )
}
