import { formatDecreeDate } from '../../shared/domain/calendar/format-date.ts'
import { findLevelRule } from '../../shared/domain/rules/choose-rule-set.ts'
import type { SessionFacts, SessionRecord } from '../../shared/domain/session/session-record.ts'
import { authorityOf } from './authority.ts'

/** `Quyết định số 26/2026/QĐ-TTg ngày … của Thủ tướng Chính phủ`, one for each that the rule set rests on. */
export function citedDecisions({ ruleSet }: Pick<SessionRecord, 'ruleSet'>): readonly string[] {
  return ruleSet.decisions.map(
    ({ number, date, issuer }) => `Quyết định số ${number} ${formatDecreeDate(date)} của ${issuer}`,
  )
}

type Place = Pick<SessionRecord, 'ruleSet' | 'level' | 'council'> & { readonly session: Pick<SessionFacts, 'heldOn'> }

/**
 * `Quyết định số 12/QĐ-UBND ngày … của Chủ tịch Ủy ban nhân dân tỉnh Phú Thọ`, by which the council was founded: number,
 * day and issuer (Decree 30, Phụ lục I, Mục II.6.b); null where its number is not on record.
 */
export function foundingDecision(record: Place): string | null {
  const { foundingDecisionNumber: number, foundingDecisionDate: date } = record.council
  if (number === '') return null
  return `Quyết định số ${number}${date === '' ? '' : ` ${formatDecreeDate(date)}`} của ${authorityOf(record).issuer}`
}

/** `Quy chế hoạt động của Hội đồng ban hành kèm theo Quyết định số 2416/QĐ-UBND`; without a number, the Quy chế alone. */
export function regulationText({ council: { regulationNumber } }: Pick<SessionRecord, 'council'>): string {
  const name = 'Quy chế hoạt động của Hội đồng'
  if (regulationNumber === '') return name
  const typed = regulationNumber.replace(/^(quy chế\s+)?(số\s+)?/iu, '')
  // A Quy chế is issued with a decision (QĐ 26/2026/QĐ-TTg, Điều 5 khoản 1); an office may have numbered it itself.
  return /QC/.test(typed) ? `${name} số ${typed}` : `${name} ban hành kèm theo Quyết định số ${typed}`
}

/** The bases of the level's papers, whole sentences without their marks. */
export function legalBasesOf(record: Place): readonly string[] {
  const founding = foundingDecision(record)
  return [
    ...(findLevelRule(record)?.legalBases ?? record.ruleSet.legalBases),
    ...(founding === null ? [] : [`Căn cứ ${founding} về việc thành lập ${record.council.name}`]),
    ...(record.council.regulationNumber === '' ? [] : [`Căn cứ ${regulationText(record)}`]),
  ]
}
