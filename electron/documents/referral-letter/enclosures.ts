import { findLevelRule } from '../../../shared/domain/rules/choose-rule-set.ts'
import type { DossierPaper, ReferralDossier } from '../../../shared/domain/rules/rule-set.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { officeOf } from '../authority.ts'
import { decisionReference, minutesReference, reportReference } from '../cited-papers.ts'
import { countText } from '../count-text.ts'
import { listed, text, type LetterBlock } from '../letter/model.ts'
import { outcomesOf } from '../outcome.ts'

/**
 * What goes with the letter, as the rule set names it (QĐ 26/2026/QĐ-TTg, Điều 6 khoản 3, Điều 7 khoản 3 điểm e): one
 * set of papers for products sent up for the first time or for a higher star, another for those evaluated again.
 */
export function enclosureBlocks(record: SessionRecord): readonly LetterBlock[] {
  const dossier = findLevelRule(record)?.referral?.dossier
  if (dossier === undefined) return listed('3. Tài liệu gửi kèm', usualPapers(record))
  const { sentUp } = outcomesOf(record)
  const again = sentUp.filter(({ application }) => application === 'reassessment')
  const kinds = [
    { rule: dossier.first, items: sentUp.filter((item) => !again.includes(item)), what: 'sản phẩm lần đầu, nâng hạng' },
    { rule: dossier.reassessment, items: again, what: 'sản phẩm đánh giá, phân hạng lại' },
  ].filter(({ items }) => items.length > 0)
  const lead = `3. Hồ sơ gửi kèm (${copiesText(dossier)})`
  const [only, ...more] = kinds.map(({ rule, items, what }) => ({
    of: `${countText(items.length)} ${what}, theo ${rule.article}`,
    papers: [
      ...rule.papers.map((paper) => paperText({ paper, record })),
      ...samplesText({ dossier, setNumbers: items.map(({ form }) => form.setNumber) }),
    ],
  }))
  const list = 'Danh mục sản phẩm tại Phụ lục (bản giấy và tệp Excel)'
  if (only === undefined) return []
  if (more.length === 0) return listed(`${lead} của ${only.of}`, [...only.papers, list])
  return [
    text(`${lead}:`),
    ...[only, ...more].flatMap(({ of, papers }, index) => listed(`${'ab'.charAt(index)}) Của ${of}`, papers)),
    text(`${list}.`),
  ]
}

/** Where the decision's own list could not be read. */
const usualPapers = (record: SessionRecord): readonly string[] => [
  'Hồ sơ đăng ký tham gia đánh giá, phân hạng và sản phẩm mẫu theo quy định của từng sản phẩm',
  `${reportReference(record)}, ${minutesReference(record)} và Bảng tổng hợp điểm của Hội đồng`,
  `${decisionReference(record)} phê duyệt kết quả đánh giá, phân hạng`,
  'Danh mục sản phẩm (bản giấy và tệp Excel)',
]

function paperText({ paper, record }: { paper: DossierPaper; record: SessionRecord }): string {
  return {
    'advisory-report': 'Báo cáo đánh giá của Tổ tư vấn Hội đồng',
    'office-report': `Báo cáo đánh giá của ${officeOf(record).name}`,
    'council-report': `${reportReference(record)}, kèm ${minutesReference(record)} và Bảng tổng hợp điểm`,
    decision: `${decisionReference(record)} phê duyệt kết quả đánh giá, phân hạng`,
    'product-dossier': 'Hồ sơ của từng sản phẩm',
    'extra-tests': 'Văn bản xác nhận kiểm tra, kiểm nghiệm bổ sung của cấp tỉnh (nếu có)',
  }[paper]
}

function samplesText({ dossier, setNumbers }: { dossier: ReferralDossier; setNumbers: readonly number[] }) {
  const { samples, setsWithoutSamples } = dossier
  const without = setNumbers.filter((number) => setsWithoutSamples.includes(number)).length
  if (samples === 0 || without === setNumbers.length) return []
  return [
    `${countText(samples)} sản phẩm mẫu của từng sản phẩm, do chủ thể cung cấp` +
      (without === 0 ? '' : ', trừ sản phẩm dịch vụ du lịch'),
  ]
}

const copiesText = ({ copies: { paper, electronic } }: ReferralDossier): string =>
  `${countText(paper)} bộ hồ sơ giấy và ${countText(electronic)} bộ hồ sơ điện tử`
