import { formatDecreeDate } from '../../shared/domain/calendar/format-date.ts'
import type { CouncilFacts, SessionRecord } from '../../shared/domain/session/session-record.ts'

/** `Quyết định số 26/2026/QĐ-TTg ngày … của Thủ tướng Chính phủ`, one for each that the rule set rests on. */
export function citedDecisions({ ruleSet }: Pick<SessionRecord, 'ruleSet'>): readonly string[] {
  return ruleSet.decisions.map(
    ({ number, date, issuer }) => `Quyết định số ${number} ${formatDecreeDate(date)} của ${issuer}`,
  )
}

/** `Quyết định số 12/QĐ-UBND ngày …`, by which the council was founded; null where its number is not on record. */
export function foundingDecision(council: CouncilFacts): string | null {
  const { foundingDecisionNumber: number, foundingDecisionDate: date } = council
  return number === '' ? null : `Quyết định số ${number}${date === '' ? '' : ` ${formatDecreeDate(date)}`}`
}
