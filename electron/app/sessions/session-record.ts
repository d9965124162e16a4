import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import { findLevelRule } from '../../../shared/domain/rules/choose-rule-set.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import { totalBallot } from '../../../shared/domain/scoring/ballot-totals.ts'
import { floorsOf } from '../../../shared/domain/scoring/band.ts'
import { countQuorum } from '../../../shared/domain/scoring/quorum.ts'
import { tallyItem } from '../../../shared/domain/scoring/tally-item.ts'
import type { ItemResult, Regulation, StarOrNone } from '../../../shared/domain/scoring/types.ts'
import { doesCount, scoringMembers } from '../../../shared/domain/session/counting-ballots.ts'
import { agendaItemState } from '../../../shared/domain/session/item-state.ts'
import { missingVerifications } from '../../../shared/domain/session/missing-verification.ts'
import { missingToClose } from '../../../shared/domain/session/missing-to-close.ts'
import type {
  Approval,
  BallotRecord,
  ItemRecord,
  MemberRecord,
  MinutesFacts,
  SessionFacts,
  SessionRecord,
} from '../../../shared/domain/session/session-record.ts'
import type { ReadDb } from '../../db/handles.ts'
import { readAgendaFacts, type AgendaFacts } from '../../db/queries/agenda-facts.ts'
import { listTalliedBallots, type TalliedBallot } from '../../db/queries/ballots.ts'
import { regulationOf } from '../../db/queries/councils.ts'
import { loadSealedCriteriaSet, loadSealedRuleSet } from '../../db/queries/sealed-files.ts'
import { readSessionCouncil } from '../../db/queries/session-copies.ts'
import {
  findAcceptedDoubts,
  findSession,
  listAgendaIds,
  listReopenings,
  readAgendaItems,
  listSessionMembers,
  type AgendaRow,
  type SessionRow,
} from '../../db/queries/sessions.ts'
import { readWorkspaceFacts } from '../../db/queries/workspace.ts'
import { digestOf, withDigest, type UnsealedRecord } from '../../session-digest.ts'
import { requireFound } from '../commit.ts'
import { areKnockoutsAnswered, listKnockouts, rejectionsOf } from './knockouts.ts'

/** Gathers a session's rows and lets the domain compute its record. Nothing of it is stored. */
export function buildSessionRecord(db: ReadDb, sessionId: number): SessionRecord {
  return withDigest(unsealedRecord(db, sessionId))
}

/** The same without its digest. */
export function unsealedRecord(db: ReadDb, sessionId: number): UnsealedRecord {
  const frame = readSessionFrame(db, sessionId)
  const items = [...tallySession(db, frame)]
  const quorum = countQuorum(frame.members, frame.regulation)
  const { session } = frame
  const council = readSessionCouncil(db, session)
  const approval = approvalOf(session)
  const record: UnsealedRecord = {
    ruleSet: frame.ruleSet,
    level: session.level,
    council,
    session: {
      id: session.id,
      year: session.year,
      round: session.round,
      heldOn: session.heldOn,
      place: session.place,
      state: session.state,
      openedAt: session.openedAt,
      closedAt: session.closedAt,
      isSample: readWorkspaceFacts(db).isSample,
      soleOperatorNote: session.soleOperatorNote,
      minutes: minutesOf(session),
      approval,
      reopenings: listReopenings(db, session.id),
      ...lockingOf(db, session),
    },
    regulation: frame.regulation,
    referralThreshold: frame.referralThreshold,
    members: frame.members,
    items,
    quorum,
    missing: [
      ...missingToClose({ members: frame.members, items, quorum, regulation: frame.regulation }),
      ...missingVerifications({
        members: frame.members,
        items,
        verification: frame.regulation.verification,
        floors: floorsOf(frame),
      }),
    ],
  }
  const isApproved = !frame.regulation.chairApproves || (approval !== null && approval.digest === digestOf(record))
  return isApproved ? record : { ...record, missing: [...record.missing, { kind: 'approval' }] }
}

/** The chair's approval as the session keeps it. */
export function approvalOf({ approvedBy, approvedAt, approvedDigest }: SessionRow): Approval | null {
  if (approvedBy === null || approvedAt === null || approvedDigest === null) return null
  return { by: approvedBy, at: approvedAt, digest: approvedDigest }
}

function lockingOf(db: ReadDb, { id, state, recordDigest }: SessionRow): Pick<SessionFacts, 'sealed' | 'accepted'> {
  if (state !== 'closed') return { sealed: null, accepted: null }
  return { sealed: recordDigest === null ? 'results' : 'record', accepted: findAcceptedDoubts(db, id) }
}

/** What the secretary wrote for the minutes. */
export function minutesOf({ beganAt, endedAt, endedOn, discussion }: SessionRow): MinutesFacts {
  return { beganAt, endedAt, endedOn, discussion }
}

/** What every item of a session is computed with. */
export type SessionFrame = {
  readonly session: SessionRow
  readonly ruleSet: RuleSet
  readonly regulation: Regulation
  /** The session's own or the rule set's; null at the top level. */
  readonly referralThreshold: number | null
  readonly members: readonly MemberRecord[]
}

export function readSessionFrame(db: ReadDb, sessionId: number): SessionFrame {
  const session = requireFound(findSession(db, sessionId))
  const ruleSet = loadSealedRuleSet(db, session.ruleSetFileId)
  return {
    session,
    ruleSet,
    regulation: regulationOf(session),
    referralThreshold: effectiveThreshold(session, ruleSet),
    members: listSessionMembers(db, session),
  }
}

export function effectiveThreshold(
  session: Pick<SessionRow, 'level' | 'referralThreshold'>,
  ruleSet: RuleSet,
): number | null {
  const referral = findLevelRule({ ruleSet, level: session.level })?.referral ?? null
  return referral && (session.referralThreshold ?? referral.threshold)
}

/** Few enough that their ballots are gone before the collector calls them old, many enough that a query each is nothing. */
const itemsAtOnce = 100

/** The items of a session in agenda order, one after the other: a large session needs no more memory than its results. */
export function* tallySession(db: ReadDb, frame: SessionFrame): Generator<ItemRecord> {
  const ids = listAgendaIds(db, frame.session.id)
  for (let first = 0; first < ids.length; first += itemsAtOnce) {
    yield* buildItems(db, frame, readAgendaItems(db, ids.slice(first, first + itemsAtOnce)))
  }
}

/** One item of a session, from what hangs on it alone. */
export function buildItemRecord(db: ReadDb, frame: SessionFrame, row: AgendaRow): ItemRecord {
  const [item] = buildItems(db, frame, [row])
  return requireFound(item)
}

/** The record of an item whose row is known, in its session's frame. */
export function readItemRecord(db: ReadDb, { id, sessionId }: Pick<AgendaRow, 'id' | 'sessionId'>): ItemRecord {
  const [row] = readAgendaItems(db, [id])
  return buildItemRecord(db, readSessionFrame(db, sessionId), requireFound(row))
}

function* buildItems(db: ReadDb, frame: SessionFrame, rows: readonly AgendaRow[]): Generator<ItemRecord> {
  const ids = rows.map(({ id }) => id)
  const facts = readAgendaFacts(db, ids)
  const ballots = Map.groupBy(listTalliedBallots(db, ids), ({ agendaItemId }) => agendaItemId)
  for (const row of rows) yield buildItem({ db, frame, row, facts, ballots: ballots.get(row.id) ?? [] })
}

type ItemSource = {
  readonly db: ReadDb
  readonly frame: SessionFrame
  readonly row: AgendaRow
  readonly facts: AgendaFacts
  readonly ballots: readonly TalliedBallot[]
}

function buildItem(source: ItemSource): ItemRecord {
  const { db, frame, row, facts } = source
  const form = loadSealedCriteriaSet(db, row.criteriaFileId)
  const exclusions = facts.exclusions.get(row.id) ?? []
  const knockouts = listKnockouts(form, facts.knockouts.get(row.id) ?? [])
  const rejections = rejectionsOf(knockouts)
  const criteria = listCriteria(form)
  const agreed = (facts.agreedLevels.get(row.id) ?? []).map(({ criterion, option, reason }) => ({
    code: requireFound(criteria[criterion]).criterion.code,
    option,
    reason,
  }))
  const agreedLevels = Object.fromEntries(agreed.map(({ code, option }) => [code, option]))
  const scoring = scoringMembers(frame.members, { exclusions }).map(({ id }) => id)
  const tallyRound = (number: number, waiver: string | null, scorers: readonly number[] = scoring) => {
    const ballots = ballotRecords({ source, form, round: number, scoring: scorers })
    const counting = ballots.filter(({ counts }) => counts)
    const result: ItemResult = tallyItem({
      form,
      ruleSet: frame.ruleSet,
      referralThreshold: frame.referralThreshold,
      regulation: frame.regulation,
      ballots: counting,
      agreedLevels,
      rejections,
      spreadWaiver: waiver,
    })
    return { ballots, result }
  }
  const { ballots, result } = tallyRound(row.scoringRound, row.spreadWaiver)
  const rounds = facts.rounds.get(row.id) ?? []
  return {
    id: row.id,
    code: row.code,
    productName: row.productName,
    producerName: row.producerName,
    producerKind: row.producerKind,
    commune: row.commune,
    district: row.district,
    application: row.application,
    criteriaCase: row.criteriaCase,
    form,
    state: agendaItemState({
      isConcluded: row.concludedStar !== null,
      isRejected: rejections.length > 0,
      ballotStates: ballots.filter(({ memberId }) => scoring.includes(memberId)).map(({ state }) => state),
      needed: scoring.length,
    }),
    exclusions,
    rejections,
    areKnockoutsAnswered: areKnockoutsAnswered(knockouts),
    round: row.scoringRound,
    earlierRounds: rounds.map(({ number, reason, scorersBefore, carried }) => ({
      number: number - 1,
      reason,
      ...(scorersBefore !== null && { scorers: scorersBefore }),
      ...(carried !== null && { carried }),
      ...tallyRound(number - 1, null, scorersBefore ?? scoring),
    })),
    spreadWaiver: row.spreadWaiver,
    ballots,
    agreedLevels,
    agreedReasons: Object.fromEntries(agreed.flatMap(({ code, reason }) => (reason === '' ? [] : [[code, reason]]))),
    result,
    conclusion:
      row.concludedStar === null ? null : { star: row.concludedStar as StarOrNone, note: row.conclusionNote ?? '' },
  }
}

function ballotRecords(place: {
  readonly source: ItemSource
  readonly form: ItemRecord['form']
  readonly round: number
  readonly scoring: readonly number[]
}): readonly BallotRecord[] {
  const { source, form, round, scoring } = place
  const records: BallotRecord[] = []
  for (const { id: memberId } of source.frame.members) {
    const ballot = source.ballots.find((one) => one.memberId === memberId && one.scoringRound === round)
    if (ballot === undefined) continue
    const { state, opinion, choices } = ballot
    const totals = totalBallot(form, choices)
    const counts = doesCount({ ballot: { memberId, state, totals }, scoring })
    records.push({ memberId, state, choices, totals, opinion, counts })
  }
  return records
}
