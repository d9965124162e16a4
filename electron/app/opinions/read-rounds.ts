import {
  writtenRoundStates,
  type GivenAnswer,
  type WrittenProduct,
  type WrittenRound,
  type WrittenRoundState,
  type WrittenRoundSummary,
} from '../../../shared/api/opinions.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { concludeOpinions, type OpinionCounts } from '../../../shared/domain/opinions/conclude.ts'
import { opinionClock } from '../../../shared/domain/opinions/opinion-clock.ts'
import { findLevelRule } from '../../../shared/domain/rules/choose-rule-set.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listRoundCertificates } from '../../db/queries/documents-certificates.ts'
import { findRoundDecision } from '../../db/queries/documents.ts'
import {
  findRound,
  listRoundAnswers,
  listRoundMembers,
  listRoundProducts,
  listRoundSendings,
  listRounds,
  type RoundRow,
  type WrittenProductRow,
} from '../../db/queries/opinions.ts'
import { issueCode } from '../../documents/issue.ts'
import { requireFound } from '../commit.ts'

/** One round whole: who was asked, what each answered, and what comes of it on this day. */
export function readRound(app: AppContext, db: ReadDb, id: number): WrittenRound {
  const row = requireFound(findRound(db, id))
  const day = vietnamDay(app.clock.now())
  const ruleSet = requireFound(app.rules.ruleSet(row.ruleSetId))
  const { writtenOpinions, issues } = app.rules.aftercare(row.ruleSetId)
  const rules = requireFound(writtenOpinions)
  const members = listRoundMembers(db, id)
  const answers = Map.groupBy(listRoundAnswers(db, id), ({ writtenProductId }) => writtenProductId)
  const certificates = new Map(listRoundCertificates(db, id).map((row) => [row.itemId, issueCode(row)]))
  const sendings = Map.groupBy(listRoundSendings(db, id), ({ writtenMemberId }) => writtenMemberId)
  const products = listRoundProducts(db, id).map((product): WrittenProduct => {
    const given = new Map((answers.get(product.id) ?? []).map((one) => [one.writtenMemberId, one]))
    const { completeOn } = product
    return {
      ...shownOf(product),
      certificate: certificates.get(product.id) ?? '',
      answers: members.flatMap(({ id: memberId }): readonly GivenAnswer[] => {
        const one = given.get(memberId)
        if (one === undefined) return []
        const { answer, answeredOn: on, words } = one
        return [{ memberId, answer, on, words, isLate: answer !== 'recused' && on > row.replyBy }]
      }),
      clock: opinionClock({ completeOn, withinDays: rules.withinDays, decidedOn: row.decidedOn, day }),
      conclusion: concludeOpinions({
        answers: members.map(({ id: memberId }) => given.get(memberId)?.answer ?? null),
        isOver: row.closedOn !== null || day > row.replyBy,
        answersPercent: row.answersPercent,
        agreePercent: row.agreePercent,
      }),
    }
  })
  const { councilId, answersPercent, agreePercent, basis, note } = row
  return {
    ...summaryOf(row, {
      day,
      members: members.length,
      products,
      from: row.decidedOn !== null && findRoundDecision(db, id) !== null ? 'registered' : 'typed',
    }),
    councilId,
    answersPercent,
    agreePercent,
    basis,
    note,
    members: members.map(({ id: memberId, code, name, position, organisation, role }) => ({
      id: memberId,
      code,
      name,
      position,
      organisation,
      role,
      sendings: (sendings.get(memberId) ?? []).map(({ writtenMemberId: _of, ...sending }) => sending),
      missing: products.filter(({ answers: given }) => given.every((one) => one.memberId !== memberId)).length,
    })),
    products,
    stars: [...(findLevelRule({ ruleSet, level: row.level })?.recognises ?? [])],
    rules,
    ruleSetTitle: ruleSet.shortTitle,
    issues,
    day,
    totals: sumOf(products),
  }
}

/** Rounds, the latest first; of a session, those whose products it took. */
export function summariseRounds(app: AppContext, db: ReadDb, sessionId?: number): readonly WrittenRoundSummary[] {
  return listRounds(db, sessionId).map(({ id }) => {
    const { members, ...round } = readRound(app, db, id)
    const { councilName, level, year, number, sentOn, replyBy, state, closedOn, decision } = round
    const { counts, missing, dueOn, isLate } = round
    const memberCount = members.length
    const about = { id, councilName, level, year, number, sentOn, replyBy, state, closedOn, decision }
    return { ...about, memberCount, counts, missing, dueOn, isLate }
  })
}

type Of = {
  readonly day: string
  readonly members: number
  readonly products: readonly WrittenProduct[]
  /** Where the decision has its number from. */
  readonly from: NonNullable<WrittenRoundSummary['decision']>['from']
}

function summaryOf(row: RoundRow, { day, members, products, from }: Of): WrittenRoundSummary {
  const { id, name: councilName, level, year, number, sentOn, replyBy, closedOn, decidedOn } = row
  const count = (state: keyof WrittenRoundSummary['counts']) =>
    products.filter(({ conclusion }) => conclusion.state === state).length
  // What a meeting took is judged there.
  const own = products.filter(({ session }) => session === null)
  const dues = own.flatMap(({ clock: { dueOn } }) => dueOn ?? [])
  return {
    id,
    councilName,
    level,
    year,
    number,
    sentOn,
    replyBy,
    state: stateOf(row, day),
    closedOn,
    decision: decidedOn === null ? null : { number: row.decisionNumber, on: decidedOn, from },
    memberCount: members,
    counts: { waiting: count('waiting'), agreed: count('agreed'), meeting: count('meeting') },
    missing: sumOf(products).missing,
    dueOn: dues.toSorted()[0] ?? null,
    isLate: own.some(({ clock: { isLate } }) => isLate),
  }
}

function stateOf({ replyBy, closedOn, decidedOn }: RoundRow, day: string): WrittenRoundState {
  const [open, over, closed, decided] = writtenRoundStates
  if (decidedOn !== null) return decided
  if (closedOn !== null) return closed
  return day > replyBy ? over : open
}

function sumOf(products: readonly WrittenProduct[]): OpinionCounts {
  const sum = (key: keyof OpinionCounts) =>
    products.reduce((total, { conclusion }) => total + conclusion.counts[key], 0)
  return {
    agree: sum('agree'),
    differ: sum('differ'),
    meet: sum('meet'),
    recused: sum('recused'),
    asked: sum('asked'),
    missing: sum('missing'),
  }
}

function shownOf(row: WrittenProductRow) {
  const { id, productId, registrationId, code, name, producerName, commune, district } = row
  const { score, proposedStar, advice, completeOn, sessionId, sessionYear, sessionRound, sessionHeldOn } = row
  const about = { id, productId, registrationId, code, name, producerName, commune, district }
  const isTaken = sessionId !== null && sessionYear !== null && sessionRound !== null && sessionHeldOn !== null
  return {
    ...about,
    former: {
      decision: row.formerDecision,
      decidedOn: row.formerDecidedOn,
      lapsesOn: row.formerLapsesOn,
      star: row.formerStar,
    },
    score,
    proposedStar,
    advice,
    completeOn,
    session: isTaken ? { id: sessionId, year: sessionYear, round: sessionRound, heldOn: sessionHeldOn } : null,
    recognitionId: row.recognitionId,
  }
}
