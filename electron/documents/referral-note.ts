import { failedGates } from '../../shared/domain/scoring/gates.ts'
import { otherConclusion } from '../../shared/domain/session/outcome.ts'
import type { ItemRecord, SessionRecord } from '../../shared/domain/session/session-record.ts'

/** Over the star of a product that goes up: it goes up for its points, whatever its star. */
export const councilStarHead = 'Hạng theo kết quả Hội đồng'

/** Why the products of a list go up, and what the star beside them is; a whole sentence. */
export function referralReason({ referralThreshold, ruleSet }: SessionRecord): string {
  return (
    `Sản phẩm được gửi lên vì có điểm trung bình từ ${referralThreshold ?? ''} điểm trở lên (${ruleSet.articles.referral}); ` +
    'hạng theo kết quả Hội đồng là hạng sau khi xét các yêu cầu tối thiểu của bộ tiêu chí, chưa phải là hạng được công nhận.'
  )
}

/** Why a star is not the one that the points alone would give; empty where it is. No mark at the end. */
export function referralNote(item: Pick<ItemRecord, 'result' | 'conclusion'>): string {
  const gates = failedGates(item.result)
  const codes = [...new Set(gates.map(({ criterionCode }) => criterionCode))]
  const least = Math.min(...gates.map(({ star }) => star))
  const lacking = `Chưa đạt yêu cầu tối thiểu ${least} sao tại tiêu chí ${codes.join(', ')}`
  return [...(gates.length === 0 ? [] : [lacking]), conclusionText(item)].filter((part) => part !== '').join('. ')
}

/** `Hội đồng kết luận 3 sao: <lý do>`; empty where the council took the result as it is. No mark at the end. */
export function conclusionText(item: Pick<ItemRecord, 'result' | 'conclusion'>): string {
  const conclusion = otherConclusion(item)
  if (conclusion === null) return ''
  const star = conclusion.star === 0 ? 'không xếp hạng' : `${conclusion.star} sao`
  const reason = conclusion.note.replace(/\.$/, '')
  return `Hội đồng kết luận ${star}${reason === '' ? '' : `: ${reason}`}`
}
