import { formatDecreeDate } from '../../../../shared/domain/calendar/format-date.ts'
import { blankDate, blankNumber, blankNumberInText } from '../../blanks.ts'
import { citedDecisions, foundingDecision } from '../../cited-decisions.ts'
import { countText } from '../../count-text.ts'
import { text, type LetterAnnex, type PaperModel } from '../../letter/model.ts'
import { tableOf, type ColumnOf } from '../../nd30/table.ts'
import { applicationText } from '../../outcome.ts'
import type { SheetDocument } from '../../render-xlsx.ts'
import { listTop, sheetRows, type SheetColumnOf } from '../../sheet-frame.ts'
import { issuerOf } from '../issuer.ts'
import { meetingScope, productCount, type MeetingFacts, type MeetingProduct } from './meeting-facts.ts'

const symbol = 'BC-TTV'

/**
 * Báo cáo của Tổ tư vấn to the council's chair, before the meeting. Source: QĐ 26/2026/QĐ-TTg, Điều 7 khoản 3 điểm c; form:
 * Decree 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4. It says what the file knows of the dossiers and leaves room for what the team
 * found; no decision prescribes its body.
 */
export function advisoryReportModel(facts: MeetingFacts): PaperModel {
  const { council, session, products } = facts
  const { authority } = issuerOf(facts)
  const founding = foundingDecision(facts)
  const scope = meetingScope(facts)
  return {
    title: `Báo cáo của Tổ tư vấn – ${council.name}`,
    isDraft: false,
    head: {
      superiorBody: [council.name.toUpperCase()],
      issuingBody: ['TỔ TƯ VẤN'],
      number: blankNumber(symbol),
      placeAndDate: `${authority.seat}, ${blankDate()}`,
    },
    kind: 'BÁO CÁO',
    subject: `Kết quả xem xét hồ sơ, sản phẩm đăng ký đánh giá, phân hạng sản phẩm OCOP ${scope}`,
    addressee: `Chủ tịch ${council.name}`,
    blocks: [
      { kind: 'heading', text: 'I. CĂN CỨ, QUÁ TRÌNH THỰC HIỆN' },
      text(
        `Thực hiện ${citedDecisions(facts).join(', ')}${founding === null ? '' : ` và ${founding} về việc thành lập Hội đồng`}, Tổ ` +
          `tư vấn xem xét hồ sơ của ${productCount(products)} để Hội đồng họp ${formatDecreeDate(session.heldOn)}.`,
      ),
      { kind: 'field', label: 'Thời gian làm việc, khảo sát thực tế', value: '' },
      { kind: 'heading', text: 'II. KẾT QUẢ XEM XÉT' },
      text(`1. Hồ sơ: ${dossierCounts(products)}. Tình trạng hồ sơ, mẫu của từng sản phẩm ghi tại Phụ lục.`),
      { kind: 'field', label: '2. Nguồn nguyên liệu, điều kiện sản xuất', value: '', lines: 2 },
      { kind: 'field', label: '3. Kiểm nghiệm, chất lượng sản phẩm', value: '', lines: 2 },
      { kind: 'heading', text: 'III. NHẬN XÉT, ĐỀ NGHỊ' },
      { kind: 'field', label: '1. Nhận xét', value: '', lines: 3 },
      { kind: 'field', label: '2. Nội dung đề nghị Hội đồng lưu ý khi chấm điểm', value: '', lines: 3 },
      text('Tổ tư vấn báo cáo Chủ tịch Hội đồng xem xét./.'),
    ],
    recipients: ['Như trên', 'Các thành viên Hội đồng', 'Lưu: VT, Hồ sơ'],
    posts: ['TM. TỔ TƯ VẤN', 'TỔ TRƯỞNG'],
    signerPost: '',
    signer: '',
    annexes: [annexOf(facts)],
  }
}

export function advisoryReportSheet(facts: MeetingFacts): SheetDocument {
  const { head, title, subject } = advisoryReportModel(facts)
  const count = sheetColumns.length
  return {
    title,
    isDraft: false,
    sheetName: 'Tổ tư vấn',
    above: listTop({ head, columns: count, split: 3, title: [subject] }),
    ...sheetRows(
      sheetColumns,
      facts.products.map((product, index) => ({ ...product, place: index + 1 })),
    ),
    below: [],
  }
}

function dossierCounts(products: readonly MeetingProduct[]): string {
  const count = (status: MeetingProduct['dossier']['status']) =>
    products.filter(({ dossier }) => dossier.status === status).length
  const expired = products.filter(({ dossier }) => dossier.expired.length > 0).length
  return [
    `đủ ${countText(count('complete'))}, chưa đủ ${countText(count('incomplete'))}, chưa kiểm tra ${countText(count('unchecked'))}`,
    ...(expired === 0 ? [] : [`có giấy tờ hết hạn trước ngày họp ${countText(expired)}`]),
  ].join('; ')
}

/** What is known of a dossier, a paragraph each. */
function dossierTexts({ status, lacking, expired, note }: MeetingProduct['dossier']): readonly string[] {
  const state = { complete: 'Đủ', incomplete: 'Chưa đủ', unchecked: 'Chưa kiểm tra' }[status]
  return [
    status === 'incomplete' && lacking.length > 0 ? `Thiếu: ${lacking.join('; ')}` : state,
    ...(expired.length === 0 ? [] : [`Hết hạn trước ngày họp: ${expired.join('; ')}`]),
    ...(note === '' ? [] : [note]),
  ]
}

const annexOf = (facts: MeetingFacts): LetterAnnex => ({
  name: 'Phụ lục',
  heading: ['KẾT QUẢ XEM XÉT HỒ SƠ, SẢN PHẨM'],
  reference: [`(Kèm theo Báo cáo ${blankNumberInText(symbol)} ${blankDate()}`, `của Tổ tư vấn ${facts.council.name})`],
  orientation: 'landscape',
  table: tableOf(columns, facts.products),
})

/** 252 mm in all. */
const columns: readonly ColumnOf<MeetingProduct>[] = [
  { head: 'TT', width: 11, align: 'center', text: (_row, place) => String(place) },
  {
    head: 'Sản phẩm, chủ thể',
    width: 62,
    align: 'left',
    text: ({ name, producerName }) => [{ text: name, bold: true }, producerName],
  },
  { head: 'Bộ', width: 12, align: 'center', text: ({ setNumber }) => String(setNumber) },
  { head: 'Hình thức', width: 21, align: 'center', text: ({ application }) => applicationText[application] },
  { head: 'Hồ sơ', width: 70, align: 'left', text: ({ dossier }) => dossierTexts(dossier) },
  { head: 'Mẫu', width: 14, align: 'center', text: ({ dossier }) => String(dossier.samples) },
  { head: 'Ý kiến của Tổ tư vấn', width: 62, align: 'left', text: () => '' },
]

const sheetColumns: readonly SheetColumnOf<MeetingProduct & { readonly place: number }>[] = [
  { head: 'TT', width: 5, format: 'whole', align: 'center', value: ({ place }) => place },
  { head: 'Mã số', width: 16, format: 'text', align: 'left', value: ({ code }) => code },
  { head: 'Sản phẩm', width: 24, format: 'text', align: 'left', value: ({ name }) => name },
  { head: 'Chủ thể', width: 24, format: 'text', align: 'left', value: ({ producerName }) => producerName },
  { head: 'Bộ', width: 6, format: 'whole', align: 'center', value: ({ setNumber }) => setNumber },
  {
    head: 'Hình thức',
    width: 10,
    format: 'text',
    align: 'center',
    value: ({ application }) => applicationText[application],
  },
  { head: 'Hồ sơ', width: 30, format: 'text', align: 'left', value: ({ dossier }) => dossierTexts(dossier).join('\n') },
  { head: 'Mẫu', width: 6, format: 'whole', align: 'center', value: ({ dossier }) => dossier.samples },
  { head: 'Ý kiến của Tổ tư vấn', width: 30, format: 'text', align: 'left', value: () => '' },
]
