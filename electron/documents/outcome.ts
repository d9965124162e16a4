import { findLevelRule } from '../../shared/domain/rules/choose-rule-set.ts'
import type { GateStarNumber } from '../../shared/domain/rules/rule-set.ts'
import type { StarOrNone } from '../../shared/domain/scoring/types.ts'
import type { ApplicationKind, ItemRecord, SessionRecord } from '../../shared/domain/session/session-record.ts'

/**
 * What becomes of a product after the session: it goes up to a higher level, is recognised here, or neither. A product
 * that goes up is not recognised by the same decision: its star is for the higher level to give.
 * Source: QĐ 26/2026/QĐ-TTg, Điều 7 khoản 3 điểm e and khoản 4 điểm g; Điều 4 (no decision names 1 or 2 stars).
 */
export type Outcome =
  | { readonly kind: 'sent-up' }
  | { readonly kind: 'recognised'; readonly star: GateStarNumber }
  | { readonly kind: 'none' }

export function outcomeOf(item: ItemRecord, record: Pick<SessionRecord, 'ruleSet' | 'level'>): Outcome {
  if (item.result.isReferred) return { kind: 'sent-up' }
  const star = finalStar(item)
  const recognised = findLevelRule(record)?.recognises ?? []
  const named = recognised.find((candidate) => candidate === star && candidate >= record.ruleSet.lowestRecognisedStar)
  return named === undefined ? { kind: 'none' } : { kind: 'recognised', star: named }
}

/** The products of a session by what becomes of them, each list in agenda order. */
export function outcomesOf(record: Pick<SessionRecord, 'ruleSet' | 'level' | 'items'>) {
  const outcomes = record.items.map((item) => ({ item, outcome: outcomeOf(item, record) }))
  const those = (kind: Outcome['kind']) =>
    outcomes.filter(({ outcome }) => outcome.kind === kind).map(({ item }) => item)
  return { recognised: those('recognised'), sentUp: those('sent-up'), others: those('none') }
}

/**
 * The star that documents print: what the council concluded, but never more than the scores and gates give. A
 * conclusion above them is shown in the minutes beside the computed star and goes no further.
 */
export function finalStar({ conclusion, result }: Pick<ItemRecord, 'conclusion' | 'result'>): StarOrNone {
  return conclusion === null || conclusion.star > result.star ? result.star : conclusion.star
}

/** `4 sao`, `Bị loại`; empty with no counted ballot. */
export function starText(item: Pick<ItemRecord, 'conclusion' | 'result'>): string {
  if (item.result.isRejected) return 'Bị loại'
  const star = finalStar(item)
  return star === 0 ? '' : `${star} sao`
}

/** Hình thức tham gia, as in lists: `Đánh giá lại`. */
export const applicationText: Readonly<Record<ApplicationKind, string>> = {
  new: 'Lần đầu',
  reassessment: 'Đánh giá lại',
  upgrade: 'Nâng hạng',
}

/** `Cao Sơn, Lương Sơn`: as typed, since a bare name does not say whether it is a xã, a phường or a thị trấn. */
export function addressOf({ commune, district }: Pick<ItemRecord, 'commune' | 'district'>): string {
  return [commune, district].filter((part) => part !== '').join(', ')
}
