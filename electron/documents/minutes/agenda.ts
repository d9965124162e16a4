import type { GateSettlement, MeanRounding } from '../../../shared/domain/scoring/types.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { officeSetText } from '../../../shared/domain/criteria/office-set-text.ts'
import { officeForms } from '../office-forms.ts'
import { citedDecisions } from '../cited-decisions.ts'
import { inWords } from '../count-text.ts'

/** What was on the agenda and in which order each product was taken; whole paragraphs. */
export function agendaTexts(record: SessionRecord): readonly string[] {
  const { items, session } = record
  const producers = new Set(items.map(({ producerName }) => producerName)).size
  return [
    `Hội đồng đánh giá, phân hạng ${inWords(items.length)} sản phẩm của ${inWords(producers)} chủ thể đăng ký tham gia năm ${session.year} ` +
      `(đợt ${session.round}) theo ${citedDecisions(record).join(', ')}.`,
    'Với từng sản phẩm: xem xét điều kiện loại hồ sơ; thành viên chấm điểm trên phiếu đánh giá; tổng hợp kết quả; Hội ' +
      'đồng thảo luận và kết luận.',
  ]
}

/** How the results were reached: bands, gates, spread, rounding, referral, sets of the office's own; whole paragraphs. */
export function regulationTexts(record: SessionRecord): readonly string[] {
  const { ruleSet, regulation, referralThreshold, items } = record
  const bands = ruleSet.bands.map(({ star, from }, index) => {
    const below = ruleSet.bands[index - 1]?.from
    if (below === undefined) return `${star} sao từ ${from} điểm`
    return from === 0 ? `${star} sao dưới ${below} điểm` : `${star} sao từ ${from} đến dưới ${below} điểm`
  })
  return [
    `1. Điểm của sản phẩm là trung bình cộng điểm các phiếu được tính, ${roundingText[regulation.rounding]}; hạng sao: ` +
      `${bands.join('; ')} (${ruleSet.articles.bands}).`,
    `2. Sản phẩm phải đạt các yêu cầu tối thiểu của hạng sao theo bộ tiêu chí (${ruleSet.articles.gates}); một yêu cầu ` +
      `được coi là đạt khi ${settlementText[regulation.gateSettlement]}.`,
    `3. Điểm của các thành viên chênh lệch quá ${regulation.spreadLimit} điểm thì Hội đồng thảo luận và chấm lại, hoặc ` +
      'Chủ tịch Hội đồng ghi lý do giữ nguyên điểm.',
    ...(referralThreshold === null
      ? []
      : [
          `4. Sản phẩm đạt từ ${referralThreshold} điểm trở lên được đề nghị cấp trên đánh giá, phân hạng (${ruleSet.articles.referral}).`,
        ]),
    ...officeForms(items).map(
      (form, index) => `${(referralThreshold === null ? 4 : 5) + index}. ${officeSetText(form)}.`,
    ),
  ]
}

const roundingText: Readonly<Record<MeanRounding, string>> = {
  none: 'không làm tròn khi xếp hạng',
  'two-decimals': 'làm tròn đến hai chữ số thập phân khi xếp hạng',
  'one-decimal': 'làm tròn đến một chữ số thập phân khi xếp hạng',
  integer: 'làm tròn đến điểm nguyên khi xếp hạng',
}

const settlementText: Readonly<Record<GateSettlement, string>> = {
  agreed: 'Hội đồng thống nhất mức đạt',
  majority: 'quá nửa số phiếu được tính chọn mức đạt; mức do Hội đồng thống nhất được áp dụng nếu có',
  all: 'tất cả các phiếu được tính chọn mức đạt',
  mean: 'điểm trung bình của tiêu chí đạt mức điểm yêu cầu',
}
