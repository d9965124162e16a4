import { Refusal } from '../../../shared/api/refusal.ts'
import type { BallotVerification, BallotDifference, VerificationRow } from '../../../shared/api/verifications.ts'
import type { readAct } from '../../../shared/domain/ballot/acts.ts'
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
import { isSamePerson } from '../../../shared/domain/vietnamese/person-name.ts'
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
import { hasKeyed } from '../../db/queries/ballot-changes.ts'
import { findSession } from '../../db/queries/sessions.ts'
import { actOnce, requireSeen, type Acted } from '../ballots/act-once.ts'
import { supersedeBallot } from '../ballots/change-ballot.ts'
import { requireOffered } from '../ballots/require-offered.ts'
import { noChoices, readScoringPlace, requireOpen } from '../ballots/scoring-place.ts'
import { requireFound, openDb, type Change } from '../commit.ts'
import { commandsAt } from '../commands.ts'
import { byWhoWorks } from '../people/by-who-works.ts'
import { procedures } from '../procedures.ts'
import { buildSessionRecord, readSessionFrame } from '../sessions/session-record.ts'

export function verificationsHandlers(app: AppContext) {
  return {
    list: procedures.verifications.list.handler(({ input }) => listVerifications(app, input.sessionId)),

    get: procedures.verifications.get.handler(({ input }) => {
      const db = openDb(app)
      const place = readScoringPlace(db, input)
      return toVerification({ place, row: findLiveBallot(db, place.key) })
    }),

    ...commandsAt(app, 'verifications').inside({
      choose: (db, { input }) =>
        actOnce(db, byWhoWorks(app, input), {
          read: toVerification,
          write: (at) => {
            const { place } = at
            const { id, secondChoices } = openCheck(app, db, at)
            requireOffered(place, input)
            const before = secondChoices ?? noChoices(place)
            if (!requireSeen(db, place, { ballot: secondKeying(before), act: { kind: 'choose', ...input } })) {
              return { result: toVerification(at), audit: null }
            }
            const { criterionIndex, option: to } = input
            const row = writeSecondChoices(db, { ballotId: id, choices: withChoice(before, criterionIndex, to) })
            const criterion = requireFound(listCriteria(place.form)[criterionIndex]).criterion.code
            return checkChange({ place, row }, { criterion, to })
          },
        }),

      finish: (db, { input, now }) =>
        actOnce(db, byWhoWorks(app, input), {
          read: toVerification,
          write: (at) => {
            const { place } = at
            const row = openCheck(app, db, at)
            const second = row.secondChoices ?? noChoices(place)
            requireSeen(db, place, { ballot: secondKeying(second), act: { kind: 'confirm', ...input } })
            const differences = differencesOf(row.choices, second)
            if (differences === null) {
              throw new Refusal('ballot-incomplete', { missing: second.length - countAnswered(second) })
            }
            if (differences.length > 0) throw new Refusal('verification-differs', { differences: differences.length })
            const verified = setBallotState(db, { ballotId: row.id, state: 'verified', at: now, by: app.actor })
            return checkChange({ place, row: verified }, { verifiedBy: app.actor, confirmedBy: row.confirmedBy })
          },
        }),

      settle: (db, { input, now }) => {
        const place = readScoringPlace(db, input)
        requireOpen(place)
        const row = openCheck(app, db, { place, row: findLiveBallot(db, place.key) })
        const differences = differencesOf(row.choices, row.secondChoices ?? noChoices(place)) ?? []
        const settled = new Map(input.options.map(({ criterionIndex, option }) => [criterionIndex, option]))
        const isWhole = differences.length > 0 && differences.every(({ criterionIndex }) => settled.has(criterionIndex))
        if (!isWhole) throw new Refusal('verification-differs', { differences: differences.length })
        const next = supersedeBallot(db, { row, now, reason: input.reason, by: app.actor })
        let choices = next.choices
        for (const { criterionIndex } of differences) {
          const option = requireFound(settled.get(criterionIndex))
          requireOffered(place, { criterionIndex, option })
          choices = withChoice(choices, criterionIndex, option)
        }
        if (choices !== next.choices) writeBallotChoices(db, { ballotId: next.id, choices, savedAt: now })
        setBallotState(db, { ballotId: next.id, state: 'confirmed', at: now, by: row.confirmedBy ?? '' })
        const verified = setBallotState(db, { ballotId: next.id, state: 'verified', at: now, by: app.actor })
        const detail = {
          reason: input.reason,
          version: next.version,
          differences: differences.map((difference) => ({
            ...difference,
            settled: requireFound(settled.get(difference.criterionIndex)),
          })),
        }
        return checkChange({ place, row: verified }, detail)
      },
    }),
  }
}

/** The ballot of a check that goes on. @throws Refusal `ballot-not-confirmed`; `same-person` unless the session says that one person works alone. */
function openCheck(app: AppContext, db: ReadDb, { place, row }: Acted): BallotRow {
  if (row === null || row.state !== 'confirmed') throw new Refusal('ballot-not-confirmed')
  const isAlone = requireFound(findSession(db, place.sessionId)).soleOperatorNote !== null
  if (!isAlone && isOwn(db, row, app.actor)) throw new Refusal('same-person', { name: app.actor })
  return row
}

/** To its acts the second keying is a ballot of its own, open until it is compared. */
function secondKeying(second: ChoiceText): Parameters<typeof readAct>[0] {
  return { version: 1, state: 'draft', choices: readChoices(second), opinion: '' }
}

function toVerification({ place, row }: Acted): BallotVerification {
  const second = row?.secondChoices ?? noChoices(place)
  const { agendaItemId, memberId, scoringRound: round } = place.key
  return {
    agendaItemId,
    memberId,
    round,
    choices: readChoices(second),
    revision: row?.revision ?? 0,
    state: row?.state === 'verified' ? 'verified' : countAnswered(second) > 0 ? 'in-progress' : 'waiting',
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

function checkChange<Detail>(at: Acted, detail: Detail): Change<BallotVerification, Detail> {
  const { sessionId, key } = at.place
  const audit = { subject: `ballot:${key.agendaItemId}/${key.memberId}`, detail }
  return { result: toVerification(at), audit, sessionId, agendaItemId: key.agendaItemId }
}

/** Whoever keyed anything of a ballot, or confirmed it, is no second person. */
function isOwn(db: ReadDb, row: Pick<BallotRow, 'agendaItemId' | 'memberId' | 'confirmedBy'>, who: string): boolean {
  return isSamePerson(row.confirmedBy ?? '', who) || hasKeyed(db, row, who)
}

function listVerifications(app: AppContext, sessionId: number): readonly VerificationRow[] {
  const db = openDb(app)
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
        .map((ballot) => ({
          agendaItemId: item.id,
          memberId: ballot.memberId,
          code: item.code,
          productName: item.productName,
          memberName: names.get(ballot.memberId) ?? '',
          state:
            ballot.state === 'verified'
              ? ('verified' as const)
              : countAnswered(ballot.secondChoices ?? '') > 0
                ? ('in-progress' as const)
                : ('waiting' as const),
          confirmedBy: ballot.confirmedBy ?? '',
          verifiedBy: ballot.verifiedBy,
          isOwn: isOwn(db, ballot, app.actor),
        })),
    )
}
