import { finalStar, outcomeOf, type Outcome } from '../../shared/domain/session/outcome.ts'
import type { ApplicationKind, ItemRecord, SessionRecord } from '../../shared/domain/session/session-record.ts'

/** The products of a session by what becomes of them, each list in agenda order. */
export function outcomesOf(record: Pick<SessionRecord, 'ruleSet' | 'level' | 'items'>) {
  const outcomes = record.items.map((item) => ({ item, outcome: outcomeOf(item, record) }))
  const those = (kind: Outcome['kind']) =>
    outcomes.filter(({ outcome }) => outcome.kind === kind).map(({ item }) => item)
  return { recognised: those('recognised'), sentUp: those('sent-up'), others: those('none') }
}

/** `4 sao`, `Bị loại`, `Không xếp hạng` where the council concluded that; empty with no counted ballot. */
export function starText(item: Pick<ItemRecord, 'conclusion' | 'result'>): string {
  if (item.result.isRejected) return 'Bị loại'
  const star = finalStar(item)
  if (star !== 0) return `${star} sao`
  return item.conclusion === null ? '' : 'Không xếp hạng'
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
