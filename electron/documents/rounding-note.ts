import { floorsOf } from '../../shared/domain/scoring/band.ts'
import { shownHundredths } from '../../shared/domain/scoring/mean.ts'
import type { ItemRecord, SessionRecord } from '../../shared/domain/session/session-record.ts'

/**
 * Said where the parts of a product, each rounded as it is shown, do not add up to the whole that stands beside them
 * (30,89 + 17,56 + 25,67 = 74,12 beside 74,11); empty where they all do.
 */
export function roundingNote(
  items: readonly Pick<ItemRecord, 'result'>[],
  record: Pick<SessionRecord, 'ruleSet' | 'referralThreshold'>,
): string {
  const floors = floorsOf(record)
  const differs = items.some(({ result: { partMeans, mean, isRejected } }) => {
    if (isRejected) return false
    const parts = [partMeans.A, partMeans.B, partMeans.C].map((part) => shownHundredths(part, []) ?? 0)
    return parts.reduce((sum, part) => sum + part, 0) !== (shownHundredths(mean, floors) ?? 0)
  })
  return differs
    ? 'Điểm trung bình từng phần và điểm trung bình chung được tính riêng từ các phiếu và in đến hai chữ số thập phân, nên ' +
        'tổng các phần có thể lệch vài phần trăm điểm so với điểm chung.'
    : ''
}
