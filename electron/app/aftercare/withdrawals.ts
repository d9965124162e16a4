import type { Withdrawal, WithdrawalList } from '../../../shared/api/aftercare.ts'
import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { AftercareRules } from '../../../shared/domain/aftercare/aftercare-rules.ts'
import {
  withdrawalClock,
  withdrawalStates,
  type WithdrawalState,
} from '../../../shared/domain/aftercare/withdrawal-clock.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { findLevelRule, ruleSetOn } from '../../../shared/domain/rules/choose-rule-set.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listWithdrawals, type WithdrawalRow } from '../../db/queries/withdrawals.ts'
import { issueCode } from '../../documents/issue.ts'
import { recognisedCode } from '../register/recognised-code.ts'
import { officeOfFile } from '../office-papers/office.ts'
import { requirePast } from '../require-past.ts'

type Asked = {
  readonly state?: WithdrawalState | undefined
  readonly productId?: number | undefined
  readonly year?: number | 'all' | undefined
}

/** Cases of withdrawal, the most pressing first, those of a state by the day that they are due or were known. */
export function listWithdrawalsOn(
  app: AppContext,
  db: ReadDb,
  { state, productId, year = 'all' }: Asked,
): WithdrawalList {
  const day = vietnamDay(app.clock.now())
  const law = lawOn(app, day)
  const ofAnyYear = listWithdrawals(db)
    .map((row) => toWithdrawal(app, db, { row, day }))
    .filter((one) => productId === undefined || one.productId === productId)
  const all = ofAnyYear.filter((one) => year === 'all' || yearKnown(one) === year)
  const rank = (one: Withdrawal) => withdrawalStates.indexOf(one.state)
  const timeOf = (one: Withdrawal) => `${one.dueOn ?? one.knownOn} ${one.caseId}`
  return {
    day,
    years: [...new Set(ofAnyYear.map(yearKnown))].toSorted((a, b) => b - a),
    rows: all
      .filter((one) => state === undefined || one.state === state)
      .toSorted((a, b) => rank(a) - rank(b) || (timeOf(a) < timeOf(b) ? -1 : 1)),
    counts: Object.fromEntries(
      withdrawalStates.map((one) => [one, all.filter((other) => other.state === one).length]),
    ) as WithdrawalList['counts'],
    rules: law?.rules.withdrawal ?? null,
    ruleSetTitle: law?.ruleSet.shortTitle ?? '',
    issues: law?.rules.issues ?? [],
  }
}

const yearKnown = ({ knownOn }: Pick<Withdrawal, 'knownOn'>): number => Number(knownOn.slice(0, 4))

/** What the decision in force on a day says of certificates that were given. */
export function lawOn(
  { rules }: AppContext,
  day: string,
): { readonly ruleSet: RuleSet; readonly rules: AftercareRules } | null {
  const ruleSet = ruleSetOn(rules.ruleSets, day)
  return ruleSet === undefined ? null : { ruleSet, rules: rules.aftercare(ruleSet.id) }
}

/**
 * A certificate is withdrawn on what was concluded, and not before it, whoever numbers the decision: it ends on that day.
 *
 * @throws Refusal `conclusion-required`, `decided-before-conclusion`, `day-to-come`
 */
export function requireDecidable(
  on: string,
  { concludedOn, today }: { readonly concludedOn: string | null; readonly today: string },
): void {
  if (concludedOn === null) throw new Refusal('conclusion-required')
  if (on < concludedOn) throw new Refusal('decided-before-conclusion', { day: formatDate(concludedOn) })
  requirePast(on, today)
}

/** A case as it stands on a day, with the words of its ground. */
export function toWithdrawal(
  app: AppContext,
  db: ReadDb,
  { row, day }: { readonly row: WithdrawalRow; readonly day: string },
): Withdrawal {
  const { id: caseId, certificateId, recognitionId, ruleSetId, openedAt: _openedAt, ...kept } = row
  const { decisionNumber, decidedOn, ownNumber, ownSymbol, ownOn, ownPaper, ...told } = kept
  const {
    recognisedIn: _in,
    validUntil: _until,
    number: _number,
    symbol: _symbol,
    listedNumber: _listed,
    ...shown
  } = told
  const law = app.rules.aftercare(ruleSetId).withdrawal
  const ground = law?.grounds.find(({ key }) => key === row.ground)
  const isOwn = ownNumber !== null && ownSymbol !== null && ownOn !== null
  const decision = isOwn
    ? {
        code: issueCode({ number: ownNumber, symbol: ownSymbol }),
        on: ownOn,
        from: 'registered' as const,
        paper: paperIn(ownPaper),
      }
    : decidedOn === null
      ? null
      : { code: decisionNumber, on: decidedOn, from: 'typed' as const, paper: null }
  const withinDays = law?.withinDays ?? null
  const isDropped = row.droppedOn !== null
  return {
    ...shown,
    caseId,
    source: certificateId === null ? 'list' : 'session',
    id: certificateId ?? recognitionId ?? 0,
    code: recognisedCode(row),
    groundSays: ground?.text ?? row.groundText,
    groundArticle: ground?.article ?? '',
    decision,
    isOfficeKnown: officeOfFile(db) !== null,
    isOfOffice: isOfOffice(app, db, { star: row.star, day }),
    ...withdrawalClock({ concludedOn: row.concludedOn, decidedOn: decision?.on ?? null, isDropped, withinDays, day }),
  }
}

const paperIn = (asked: string | null): OfficePaper | null =>
  asked === null ? null : (JSON.parse(asked) as OfficePaper)

/** Whoever recognises a star withdraws it. Source: QĐ 26/2026/QĐ-TTg, Điều 8 khoản 2. */
function isOfOffice(
  app: AppContext,
  db: ReadDb,
  { star, day }: { readonly star: number | null; readonly day: string },
) {
  const level = officeOfFile(db)?.facts.level
  const ruleSet = ruleSetOn(app.rules.ruleSets, day)
  if (level === undefined || ruleSet === undefined || star === null) return false
  return findLevelRule({ level, ruleSet })?.recognises.some((one) => one === star) === true
}
