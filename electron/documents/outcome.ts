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

/**
 * A product with the marks that papers print of it: of a rejected dossier none, also where it was scored before. It is not
 * evaluated any further (QĐ 26/2026/QĐ-TTg, Phụ lục II, "Hồ sơ bị loại khi"); the filled ballots alone show what was scored.
 */
export function withPrintedMarks(item: ItemRecord): ItemRecord {
  const { result } = item
  if (!result.isRejected) return item
  const partMeans = { A: noMean, B: noMean, C: noMean }
  return {
    ...item,
    ballots: [],
    result: { ...result, countedBallots: 0, mean: noMean, partMeans, spread: 0, gates: [] },
  }
}

const noMean = { sum: 0, count: 0 } as const

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
