import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import { countText, inWords } from '../count-text.ts'

/** What a decision that recognises in its Điều 1 says of certificates, a paragraph each. */
export function certificateTexts({ certificateMonths }: Pick<RuleSet, 'certificateMonths'>): readonly string[] {
  return [
    'Chủ thể có sản phẩm được công nhận tại Điều 1 được cấp Giấy chứng nhận sản phẩm OCOP; được sử dụng Giấy chứng nhận, ' +
      'biểu trưng OCOP và hạng sao được công nhận trên bao bì, nhãn sản phẩm và trong hoạt động giới thiệu, quảng bá sản ' +
      'phẩm theo quy định.',
    `Giấy chứng nhận có thời hạn ${inWords(certificateMonths)} tháng kể từ ngày ban hành Quyết định này.`,
    'Chủ thể có trách nhiệm duy trì chất lượng và các điều kiện của sản phẩm đã được công nhận, chấp hành việc kiểm tra, ' +
      'giám sát của cơ quan có thẩm quyền.',
  ]
}

/** `02 sản phẩm hạng 4 sao, 05 sản phẩm hạng 3 sao`, in the order of the stars given. */
export function starCounts(stars: readonly number[]): string {
  return [...new Set(stars)]
    .map((star) => `${countText(stars.filter((one) => one === star).length)} sản phẩm hạng ${star} sao`)
    .join(', ')
}
