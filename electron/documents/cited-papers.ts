import { formatDecreeDate } from '../../shared/domain/calendar/format-date.ts'
import type { SessionRecord } from '../../shared/domain/session/session-record.ts'
import { authorityOf, officeOf } from './authority.ts'
import { blankDate, blankNumberInText } from './blanks.ts'
import { outcomesOf } from './outcome.ts'

// How a session's papers name each other: with room for number and date, which the register fills (`applyIssues`).

/** Symbols of the council's own papers; an office that abbreviates itself otherwise changes them in the register. */
export const minutesSymbol = 'BB-HĐOCOP'
export const reportSymbol = 'BC-HĐOCOP'

/** `Biên bản họp số …/BB-HĐOCOP ngày 25 tháng 10 năm 2024`: minutes are of the day of the meeting. */
export function minutesReference({ session }: Pick<SessionRecord, 'session'>): string {
  return `Biên bản họp ${blankNumberInText(minutesSymbol)} ${formatDecreeDate(session.heldOn)}`
}

/** `Báo cáo số …/BC-HĐOCOP ngày … của Hội đồng …` */
export function reportReference({ council }: Pick<SessionRecord, 'council'>): string {
  return `Báo cáo ${blankNumberInText(reportSymbol)} ${blankDate()} của ${council.name}`
}

/** `TTr-SNNMT` */
export function proposalSymbol(record: Parameters<typeof officeOf>[0]): string {
  return `TTr-${officeOf(record).abbreviation}`
}

/** `Tờ trình số …/TTr-SNNMT ngày …`; null at the level that has none. */
export function proposalReference(record: Parameters<typeof officeOf>[0]): string | null {
  return record.level === 'central' ? null : `Tờ trình ${blankNumberInText(proposalSymbol(record))} ${blankDate()}`
}

/**
 * `Quyết định số …/QĐ-UBND ngày … của Chủ tịch Ủy ban nhân dân tỉnh Phú Thọ`; null where the session has nothing to
 * decide on.
 */
export function decisionReference(record: SessionRecord): string | null {
  const { recognised, sentUp } = outcomesOf(record)
  if (recognised.length + sentUp.length === 0) return null
  const { symbol, issuer } = authorityOf(record)
  return `Quyết định ${blankNumberInText(symbol)} ${blankDate()} của ${issuer}`
}
