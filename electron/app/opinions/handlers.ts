import type {
  AnswerToKeep,
  WrittenProduct,
  WrittenProductFields,
  WrittenRound,
  WrittenRoundFields,
} from '../../../shared/api/opinions.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { parseIsoDate } from '../../../shared/domain/calendar/iso-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { layPatch } from '../../../shared/domain/lay-patch.ts'
import { findLevelRule, ruleSetOn } from '../../../shared/domain/rules/choose-rule-set.ts'
import type { Level } from '../../../shared/domain/rules/rule-set.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'
import { findCouncil } from '../../db/queries/councils.ts'
import {
  copyMembers,
  deleteAnswer,
  deleteRound,
  deleteRoundProduct,
  deleteSending,
  findRoundProduct,
  findSending,
  insertRound,
  insertRoundProduct,
  insertSending,
  nextRoundNumber,
  updateRound,
  updateRoundProduct,
  upsertAnswer,
} from '../../db/queries/opinions.ts'
import { findSession } from '../../db/queries/sessions.ts'
import { commandsAt } from '../commands.ts'
import { openDb, requireFound } from '../commit.ts'
import { procedures } from '../procedures.ts'
import { unlockedSession } from '../sessions/guard.ts'
import { addToAgenda, makeSession } from '../sessions/make-session.ts'
import { daysOfAnswers, decideRound, requireBeen, requireNeverCertified, undecideRound } from './decide-round.ts'
import { gatherProducts, listCandidates } from './gather-products.ts'
import { readRound, summariseRounds } from './read-rounds.ts'

export function opinionsHandlers(app: AppContext) {
  const change = <Detail>(id: number, detail: Detail) => ({
    result: undefined,
    audit: { subject: `written:${id}`, detail },
  })
  return {
    list: procedures.opinions.list.handler(({ input }) => summariseRounds(app, openDb(app), input.sessionId)),
    get: procedures.opinions.get.handler(({ input }) => readRound(app, openDb(app), input.id)),
    candidates: procedures.opinions.candidates.handler(() => listCandidates(app, openDb(app))),

    ...commandsAt(app, 'opinions').inside({
      create: (db, { input, now }) => {
        const { councilId, sentOn, replyBy, registrations, certificates } = input
        const council = requireFound(findCouncil(db, councilId))
        const law = lawOf(app, { level: council.level, sentOn })
        const { year } = parseIsoDate(sentOn)
        const { continued } = council
        if (continued !== null && continued.year <= year)
          throw new Refusal('council-continued', { council: council.name, year: continued.year })
        if (replyBy < sentOn) throw new Refusal('reply-before-sent')
        if (registrations.length + certificates.length === 0) throw new Refusal('round-empty')
        const { name, province, district, foundingDecisionNumber, foundingDecisionDate, regulationNumber } = council
        const { level } = council
        const number = nextRoundNumber(db, year)
        const said = { name, province, district, foundingDecisionNumber, foundingDecisionDate, regulationNumber, level }
        const at = { councilId, ruleSetId: law.ruleSetId, year, number, sentOn, replyBy, madeAt: now }
        const id = insertRound(db, { ...said, ...at })
        copyMembers(db, { roundId: id, councilId, sentOn })
        const products = addAll(app, db, { roundId: id, stars: law.stars, registrations, certificates })
        return {
          result: { id },
          audit: { subject: `written:${id}`, detail: { councilId, to: { year, number, sentOn, replyBy }, products } },
        }
      },

      save: (db, { input }) => {
        const round = openRound(app, db, input.id)
        const { sentOn, replyBy, answersPercent, agreePercent, basis, note } = round
        const from = { sentOn, replyBy, answersPercent, agreePercent, basis, note }
        const to = layPatch<WrittenRoundFields>(from, input.fields)
        if (to.replyBy < to.sentOn) throw new Refusal('reply-before-sent')
        if (parseIsoDate(to.sentOn).year !== round.year) throw new Refusal('other-year', { year: round.year })
        if (to.basis === '' && Math.min(to.answersPercent, to.agreePercent) < 100) throw new Refusal('basis-required')
        const first = daysOfAnswers(round)[0]
        if (first !== undefined && to.sentOn > first)
          throw new Refusal('answered-before-sent', { day: formatDate(first) })
        updateRound(db, round.id, { ...to, ruleSetId: lawOf(app, { level: round.level, sentOn: to.sentOn }).ruleSetId })
        return change(round.id, { from, to })
      },

      addProducts: (db, { input }) => {
        const { id: roundId, stars } = openRound(app, db, input.id)
        const { registrations, certificates } = input
        return change(roundId, { products: addAll(app, db, { roundId, stars, registrations, certificates }) })
      },

      removeProduct: (db, { input }) => {
        const { round, product } = openProduct(app, db, input.id)
        if (product.answers.length > 0) throw new Refusal('opinions-answered', { name: product.name })
        requireNeverCertified(db, [product])
        deleteRoundProduct(db, product.id)
        return change(round.id, { products: [product.productId] })
      },

      saveProduct: (db, { input }) => {
        const { round, product } = openProduct(app, db, input.id)
        const { proposedStar, score, advice, completeOn } = product
        const from = { proposedStar, score, advice, completeOn }
        const to = layPatch<WrittenProductFields>(from, input.fields)
        const isOtherPaper = to.proposedStar !== proposedStar || to.score !== score || to.advice !== advice
        const isAnswered = product.answers.some(({ answer }) => answer !== 'recused')
        if (isOtherPaper && isAnswered) throw new Refusal('opinions-answered', { name: product.name })
        if (to.proposedStar !== null && !round.stars.includes(to.proposedStar))
          throw new Refusal('star-not-recognised', { star: to.proposedStar, stars: round.stars.join(', ') })
        updateRoundProduct(db, product.id, to)
        return change(round.id, { products: [product.productId], from, to })
      },

      answer: (db, { input, now }) => {
        const round = openRound(app, db, input.id)
        const { on, reason } = input
        if (on < round.sentOn) throw new Refusal('answered-before-sent', { day: formatDate(on) })
        requireBeen(on, now)
        const changes = input.answers.flatMap((given) => keepAnswer(db, { round, given, on, reason }))
        return changes.length === 0
          ? { result: undefined, audit: null }
          : change(round.id, { answers: changes, answeredOn: on, reason, ...inWords(round, changes) })
      },

      noteSent: (db, { input, now }) => {
        const round = openRound(app, db, input.id)
        const { kind, on, way, letter } = input
        if (on < round.sentOn) throw new Refusal('sent-before-round', { day: formatDate(round.sentOn) })
        requireBeen(on, now)
        const members = input.members.map((id) => requireFound(round.members.find((member) => member.id === id)))
        for (const { id, name, sendings, missing } of members) {
          const form = sendings.find((sending) => sending.kind === 'form' && sending.sentOn <= on)
          if (kind === 'reminder' && form === undefined) throw new Refusal('reminded-before-form', { name })
          if (kind === 'reminder' && missing === 0) throw new Refusal('opinions-complete', { name })
          insertSending(db, { writtenMemberId: id, kind, sentOn: on, way, letter })
        }
        const to = members.map(({ name }) => name).join('; ')
        return change(round.id, { sending: kind, on, sentTo: to, way, letter })
      },

      removeSent: (db, { input: { id, reason } }) => {
        const { roundId, writtenMemberId, kind, sentOn, way, letter } = requireFound(findSending(db, id))
        const round = openRound(app, db, roundId)
        deleteSending(db, id)
        const sentTo = round.members.find((member) => member.id === writtenMemberId)?.name ?? ''
        return change(round.id, { from: { sending: kind, on: sentOn, sentTo, way, letter }, reason })
      },

      close: (db, { input: { id, isClosed, reason }, now }) => {
        const round = readRound(app, db, id)
        if (isClosed === (round.closedOn !== null)) return { result: undefined, audit: null }
        if (round.decision !== null) throw new Refusal('round-decided', { code: round.decision.number })
        const isEarly = isClosed && round.state === 'open' && round.counts.waiting > 0
        if (isEarly && reason === '')
          throw new Refusal('opinions-waiting', { missing: round.missing, day: formatDate(round.replyBy) })
        if (!isClosed && reason === '') throw new Refusal('reason-required')
        updateRound(db, id, { closedOn: isClosed ? vietnamDay(now) : null })
        const { waiting, agreed, meeting } = readRound(app, db, id).counts
        return change(id, { isClosed, reason, waiting, agreed, meeting })
      },

      toSession: (db, { input, now }) => {
        const round = readRound(app, db, input.id)
        if (round.closedOn === null) throw new Refusal('round-open')
        const products = input.products.map((id) => requireFound(round.products.find((one) => one.id === id)))
        for (const { name, conclusion, session } of products) {
          if (conclusion.state !== 'meeting' || session !== null) throw new Refusal('not-for-meeting', { name })
        }
        const { session } = input
        const sessionId =
          'sessionId' in session ? ofCouncil(db, round, session.sessionId) : meetingOf(app, db, { round, session, now })
        const productIds = products.map(({ productId }) => productId)
        addToAgenda(app, db, { session: unlockedSession(db, sessionId), productIds, now, application: 'reassessment' })
        for (const { id } of products) updateRoundProduct(db, id, { sessionId })
        return { ...change(round.id, { products: productIds, sessionId }), result: { sessionId }, sessionId }
      },

      decide: (db, { input: { id, decision, reason }, now }) => {
        if (decision !== null) {
          const products = decideRound(app, db, { roundId: id, decision, now })
          return change(id, { from: null, to: { number: decision.number, date: decision.on }, reason, products })
        }
        const { closedOn, decision: from } = readRound(app, db, id)
        if (closedOn === null) throw new Refusal('round-open')
        if (from === null) return { result: undefined, audit: null }
        if (from.from === 'registered') throw new Refusal('decision-registered', { code: from.number })
        if (reason === '') throw new Refusal('reason-required')
        undecideRound(app, db, id)
        return change(id, { from: { number: from.number, date: from.on }, to: null, reason, products: [] })
      },

      remove: (db, { input }) => {
        const { id, year, number, sentOn, replyBy, products } = openRound(app, db, input.id)
        const answered = products.find(({ answers }) => answers.length > 0)
        if (answered !== undefined) throw new Refusal('opinions-answered', { name: answered.name })
        requireNeverCertified(db, products)
        deleteRound(db, id)
        return change(id, { removed: { year, number, sentOn, replyBy } })
      },
    }),
  }
}

/** What the decision in force on the day says for a council of that level. @throws Refusal `no-written-opinions`, `level-does-not-score` */
function lawOf({ rules }: AppContext, { level, sentOn }: { readonly level: Level; readonly sentOn: string }) {
  const ruleSet = requireFound(ruleSetOn(rules.ruleSets, sentOn))
  const { shortTitle, id: ruleSetId } = ruleSet
  if (rules.aftercare(ruleSetId).writtenOpinions === null)
    throw new Refusal('no-written-opinions', { ruleSet: shortTitle, day: formatDate(sentOn) })
  const rule = findLevelRule({ ruleSet, level })
  if (rule?.scores !== true) throw new Refusal('level-does-not-score', { ruleSet: shortTitle, level })
  return { ruleSetId, stars: rule.recognises }
}

function addAll(app: AppContext, db: WriteDb, asked: Parameters<typeof gatherProducts>[2]): readonly number[] {
  const products = gatherProducts(app, db, asked)
  for (const product of products) insertRoundProduct(db, product)
  return products.map(({ productId }) => productId)
}

/** @throws Refusal `round-closed` */
function openRound(app: AppContext, db: ReadDb, id: number): WrittenRound {
  const round = readRound(app, db, id)
  if (round.closedOn !== null) throw new Refusal('round-closed')
  return round
}

function openProduct(app: AppContext, db: ReadDb, id: number) {
  const round = openRound(app, db, requireFound(findRoundProduct(db, id)).roundId)
  return { round, product: requireFound(round.products.find((one) => one.id === id)) }
}

type ToKeep = {
  readonly round: WrittenRound
  readonly given: AnswerToKeep
  readonly on: string
  readonly reason: string
}

/** Writes one answer, and tells what it was before; nothing where it says the same. @throws Refusal `reason-required`, `star-not-proposed` */
function keepAnswer(db: WriteDb, { round, given, on, reason }: ToKeep) {
  const { productId, memberId, answer, words } = given
  const product: WrittenProduct = requireFound(round.products.find(({ id }) => id === productId))
  requireFound(round.members.find(({ id }) => id === memberId))
  const before = product.answers.find((one) => one.memberId === memberId)
  const from = before === undefined ? null : { answer: before.answer, words: before.words, on: before.on }
  if (answer === (from?.answer ?? null) && words === (from?.words ?? '')) return []
  // Words that come to an answer correct nothing.
  const isAdded = from === null || (answer === from.answer && from.words === '')
  if (!isAdded && reason === '') throw new Refusal('reason-required')
  if (answer === 'recused' && words === '') throw new Refusal('reason-required')
  if (answer !== null && answer !== 'recused' && product.proposedStar === null)
    throw new Refusal('star-not-proposed', { name: product.name })
  const key = { writtenProductId: productId, writtenMemberId: memberId }
  if (answer === null) deleteAnswer(db, key)
  else upsertAnswer(db, { ...key, answer, words, answeredOn: on })
  return [{ productId: product.productId, memberId, from, to: answer === null ? null : { answer, words, on } }]
}

/** One answer alone is told in words, as the log shows it. */
function inWords({ members }: WrittenRound, changes: ReturnType<typeof keepAnswer>) {
  const [only] = changes
  if (only === undefined || changes.length > 1) return {}
  const told = (one: typeof only.to) => ({ opinion: one?.answer ?? null, opinionWords: one?.words ?? '' })
  const respondent = members.find(({ id }) => id === only.memberId)?.name ?? ''
  return { respondent, from: told(only.from), to: told(only.to) }
}

/** @throws Refusal `other-council` */
function ofCouncil(db: ReadDb, { councilId }: WrittenRound, sessionId: number): number {
  if (requireFound(findSession(db, sessionId)).councilId !== councilId) throw new Refusal('other-council')
  return sessionId
}

type Meeting = {
  readonly round: WrittenRound
  readonly session: { readonly heldOn: string; readonly place: string; readonly round: number }
  readonly now: string
}

/** A session of the round's council, under the law of the day that it is held. */
function meetingOf(app: AppContext, db: WriteDb, { round, session, now }: Meeting): number {
  const { heldOn, place } = session
  const { regulation } = requireFound(findCouncil(db, round.councilId))
  const ruleSetId = requireFound(ruleSetOn(app.rules.ruleSets, heldOn)).id
  const { year } = parseIsoDate(heldOn)
  const fields = { year, round: session.round, heldOn, place, referralThreshold: null, regulation }
  return makeSession(app, db, { councilId: round.councilId, ruleSetId, fields, now })
}
