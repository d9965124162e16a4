import { addDays } from '../calendar/iso-date.ts'
import { ruleSetOn } from '../rules/choose-rule-set.ts'
import type { RuleSet } from '../rules/rule-set.ts'
import type { EvaluatedAgain } from './evaluated-again.ts'
import { expiryDate } from './expiry.ts'

/**
 * How a certificate stands on a day, the most pressing first. `lapsing` is for a law that asks for a notice before expiry
 * and knows no time for filing; `unknown` for one whose list told no day; `review` for one that rests on what is so no more;
 * `starless` for a decision of which no list says the star; `to-come` for one decided after the day; `withdrawn` by a decision;
 * `grace` for one that has ended and goes on where its dossier is filed, `prolonged` for one whose dossier was.
 */
export const certificateStates = [
  'review',
  'starless',
  'grace',
  'prolonged',
  'closing',
  'window-open',
  'missed',
  'lapsing',
  'to-come',
  'in-force',
  'lapsed',
  'unknown',
  'withdrawn',
  'superseded',
] as const

export type CertificateState = (typeof certificateStates)[number]

/** What the law says of certificates. */
export type CertificateLaw = Pick<RuleSet, 'inForce' | 'certificateMonths' | 'reassessment' | 'expiryNoticeDays'>

/** When a certificate ends. ISO dates. */
export type Term = {
  /** The first day on which it is no longer valid; null where only the year of the decision is known, or nothing. */
  readonly lapsesOn: string | null
  readonly lapseYear: number | null
}

type Recognised = {
  /** ISO date, or null. */
  readonly decisionDate: string | null
  readonly decisionYear: number | null
  /** As a list or a certificate says it; before what the decision's day says. */
  readonly validUntil: string | null
}

/** The end of a recognition, by the rule set that was in force when it was decided. */
export function termOf(recognition: Recognised, ruleSets: readonly CertificateLaw[]): Term {
  const { decisionDate, decisionYear, validUntil } = recognition
  const endOf = (date: string) => {
    const law = ruleSetOn(ruleSets, date)
    return law === undefined ? null : expiryDate(date, law)
  }
  const lapsesOn = validUntil ?? (decisionDate === null ? null : endOf(decisionDate))
  const latest = lapsesOn ?? (decisionYear === null ? null : endOf(lastDayOf(decisionYear)))
  return { lapsesOn, lapseYear: latest === null ? null : yearOf(latest) }
}

export type CertificateClock = {
  readonly state: Exclude<CertificateState, 'review' | 'starless' | 'to-come' | 'withdrawn' | 'superseded'>
  /** Days from and to which the dossier for the next evaluation is filed, both inclusive; null where the law knows none. */
  readonly window: { readonly opensOn: string; readonly closesOn: string } | null
  /** The last day to tell the producer that it ends; null where the law asks for no notice. */
  readonly noticeBy: string | null
  /** That day is over and the certificate has not ended. */
  readonly isNoticeLate: boolean
  /** The last day of validity while a result is awaited; null for who had the whole time for filing, or has the result. */
  readonly graceUntil: string | null
}

/**
 * How a certificate stands on a day, by the law of that day. Sources: QĐ 26/2026/QĐ-TTg, Điều 7 khoản 6 điểm a (filed 180
 * to 120 days before it ends) and Điều 12 khoản 3 (at most 180 days more for whom that time came too late); QĐ 148/QĐ-TTg
 * (told 30 days before it ends).
 */
export function clockOn({ term, day, ruleSets, again = {} }: ClockInput): CertificateClock {
  const { lapsesOn, lapseYear } = term
  if (lapsesOn === null) {
    const isOver = lapseYear !== null && yearOf(day) > lapseYear
    return { state: isOver ? 'lapsed' : 'unknown', window: null, noticeBy: null, isNoticeLate: false, graceUntil: null }
  }
  const law = ruleSetOn(ruleSets, day)
  const noticeBy = noticeOf(lapsesOn, law)
  const dates = {
    window: windowOf(lapsesOn, law),
    noticeBy,
    isNoticeLate: noticeBy !== null && noticeBy < day && day < lapsesOn,
    graceUntil: again.failedOn === undefined ? graceOf(lapsesOn, law) : null,
  }
  const noticeFrom = noticeBy === null ? null : addDays(noticeBy, -noticeLeadDays(law))
  return { state: stateOn(day, lapsesOn, { ...dates, noticeFrom, isFiled: again.filedOn !== undefined }), ...dates }
}

type ClockInput = {
  readonly term: Term
  /** ISO date. */
  readonly day: string
  readonly ruleSets: readonly CertificateLaw[]
  /** On that day; left out where nothing is known. */
  readonly again?: EvaluatedAgain
}

/** Days before its end on which the time for filing counts as closing: an office's own measure, no law's. */
const closingDays = 15

/**
 * Days before the last one for the notice on which it begins to press: as many as the law keeps between notice and end, so that
 * the letter is written in time. An office's own measure, no law's.
 */
export function noticeLeadDays(law: CertificateLaw | undefined): number {
  return law?.expiryNoticeDays ?? 0
}

type StateDates = Pick<CertificateClock, 'window' | 'graceUntil'> & {
  readonly noticeFrom: string | null
  readonly isFiled: boolean
}

function stateOn(day: string, lapsesOn: string, dates: StateDates): CertificateClock['state'] {
  const { window, noticeFrom, graceUntil, isFiled } = dates
  if (day >= lapsesOn) return graceUntil === null || day > graceUntil ? 'lapsed' : isFiled ? 'prolonged' : 'grace'
  if (window !== null && day >= window.opensOn) {
    if (day > window.closesOn) return 'missed'
    return day > addDays(window.closesOn, -closingDays) ? 'closing' : 'window-open'
  }
  return noticeFrom !== null && day >= noticeFrom ? 'lapsing' : 'in-force'
}

function windowOf(lapsesOn: string, law: CertificateLaw | undefined): CertificateClock['window'] {
  const rule = law?.reassessment ?? null
  if (rule === null) return null
  return { opensOn: addDays(lapsesOn, -rule.fileFromDays), closesOn: addDays(lapsesOn, -rule.fileToDays) }
}

function noticeOf(lapsesOn: string, law: CertificateLaw | undefined): string | null {
  return law?.expiryNoticeDays === undefined ? null : addDays(lapsesOn, -law.expiryNoticeDays)
}

/** What had ended before the decision came into force is not prolonged by it. */
function graceOf(lapsesOn: string, law: CertificateLaw | undefined): string | null {
  const rule = law?.reassessment ?? null
  if (law === undefined || rule?.grace === undefined || lapsesOn <= law.inForce.from) return null
  const isLate = addDays(lapsesOn, -rule.fileFromDays) < rule.grace.windowOpensBefore
  return isLate ? addDays(lapsesOn, rule.graceDays) : null
}

const yearOf = (date: string): number => Number(date.slice(0, 4))
const lastDayOf = (year: number): string => `${year}-12-31`
