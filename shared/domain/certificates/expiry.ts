import { addMonths } from '../calendar/iso-date.ts'
import type { RuleSet } from '../rules/rule-set.ts'

/**
 * The day on which a certificate lapses: the same day of the month, the rule set's months later (36), the month's last
 * day where it has no such day. ISO dates. Source: QĐ 26/2026/QĐ-TTg, Điều 4 khoản 3; counted as Hòa Bình's Công văn
 * 638/UBND-KTN (2024) counts it: decided 30/12/2019, lapsed from 30/12/2022. For 29/02 no source was found.
 */
export function expiryDate(issuedOn: string, ruleSet: Pick<RuleSet, 'certificateMonths'>): string {
  return addMonths(issuedOn, ruleSet.certificateMonths)
}
