import type { Inspection, RouteFields } from '../../../../shared/api/inspections.ts'
import { formatDate } from '../../../../shared/domain/calendar/format-date.ts'
import { blankDate, blankHead, blankNumberInText } from '../../blanks.ts'
import { citedDecisions } from '../../cited-decisions.ts'
import { inWords } from '../../count-text.ts'
import { listed, text, type PaperModel } from '../../letter/model.ts'
import { tableOf, type ColumnOf } from '../../nd30/table.ts'
import type { SheetDocument } from '../../render-xlsx.ts'
import { listTop, sheetRows, type SheetColumnOf } from '../../sheet-frame.ts'
import { issuerOf } from '../issuer.ts'
import { daysText, linesIn, linesOrRoom, placeOf, type InspectionPaperFacts } from './inspection-facts.ts'

export type InspectionPlanFacts = InspectionPaperFacts & {
  readonly route: RouteFields & { readonly year: number }
  readonly rows: readonly Inspection[]
}

/**
 * Kế hoạch kiểm tra việc sử dụng logo OCOP of a route: why, what is looked at, who goes and when, and the products in an annex.
 * Form: Decree 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4. How it is inspected: QĐ 26/2026/QĐ-TTg, Điều 9 khoản 2.
 */
export function inspectionPlanModel(facts: InspectionPlanFacts): PaperModel {
  const { route, rows, rules } = facts
  const { authority, office } = issuerOf(facts)
  const symbol = `KH-${office.abbreviation}`
  const subject = `Kiểm tra việc sử dụng logo OCOP năm ${route.year} – ${route.name}`
  const producers = new Set(rows.map(({ producerName }) => producerName)).size
  const days = daysText(route)
  const bases = [...citedDecisions(facts), ...(route.basis === '' ? [] : [route.basis])]
  return {
    title: `Kế hoạch ${subject}`,
    isDraft: false,
    head: blankHead({ ...office, symbol, seat: authority.seat }),
    kind: 'KẾ HOẠCH',
    subject,
    addressee: '',
    blocks: [
      text(`Thực hiện ${bases.join('; ')}, ${office.name} xây dựng kế hoạch kiểm tra như sau:`),
      { kind: 'heading', text: 'I. MỤC ĐÍCH, YÊU CẦU' },
      text('1. Kịp thời phát hiện, chấn chỉnh việc sử dụng logo OCOP không đúng quy định.'),
      text(
        '2. Kiểm tra khách quan, minh bạch, đúng thẩm quyền, không gây cản trở hoạt động sản xuất, kinh doanh của chủ thể OCOP.',
      ),
      { kind: 'heading', text: 'II. NỘI DUNG KIỂM TRA' },
      ...listed(
        `Việc sử dụng logo OCOP${rules.article === '' ? '' : ` (${rules.article})`}`,
        rules.items.map(({ text: says, article }) => `${says} (${article})`),
      ),
      { kind: 'heading', text: 'III. THÀNH PHẦN, THỜI GIAN, ĐỐI TƯỢNG' },
      ...linesOrRoom('1. Thành phần đoàn kiểm tra', linesIn(route.participants), 3),
      { kind: 'field', label: '2. Thời gian', value: days },
      text(
        `3. Đối tượng: ${inWords(rows.length)} sản phẩm của ${inWords(producers)} chủ thể theo danh sách kèm theo Kế hoạch này.`,
      ),
      { kind: 'heading', text: 'IV. TỔ CHỨC THỰC HIỆN' },
      text('1. Đoàn kiểm tra lập biên bản đối với từng sản phẩm, tổng hợp, báo cáo kết quả.'),
      text(
        '2. Chủ thể có tên trong danh sách chuẩn bị Giấy chứng nhận, mẫu bao bì, nhãn sản phẩm và bố trí người làm việc.',
      ),
      text(
        `3. Ủy ban nhân dân ${facts.office.level === 'central' ? 'cấp tỉnh' : 'các xã, phường'} có sản phẩm phối hợp thực hiện./.`,
      ),
    ],
    recipients: ['Thành viên đoàn kiểm tra', 'Các chủ thể có tên trong danh sách', `Lưu: VT, ${office.draftingUnit}`],
    posts: office.posts,
    signerPost: '',
    signer: '',
    annexes: [
      {
        name: 'Phụ lục',
        heading: ['DANH SÁCH SẢN PHẨM ĐƯỢC KIỂM TRA VIỆC SỬ DỤNG LOGO OCOP'],
        reference: [`(Kèm theo Kế hoạch ${blankNumberInText(symbol)} ${blankDate()}`, `của ${office.name})`],
        orientation: 'landscape',
        table: tableOf(columns, rows),
      },
    ],
  }
}

export function inspectionPlanSheet(facts: InspectionPlanFacts): SheetDocument {
  const { head, title, subject } = inspectionPlanModel(facts)
  const days = daysText(facts.route)
  return {
    title,
    isDraft: false,
    sheetName: 'Danh sách kiểm tra',
    above: listTop({
      head,
      columns: sheetColumns.length,
      split: 4,
      title: ['DANH SÁCH SẢN PHẨM ĐƯỢC KIỂM TRA', subject],
      ...(days === '' ? {} : { note: `Thời gian: ${days}` }),
    }),
    ...sheetRows(
      sheetColumns,
      facts.rows.map((row, index) => ({ ...row, index: index + 1 })),
    ),
    below: [],
  }
}

const columns: readonly ColumnOf<Inspection>[] = [
  { head: 'TT', width: 11, align: 'center', text: (_row, place) => String(place) },
  { head: 'Tên sản phẩm', width: 58, align: 'left', text: ({ productName }) => productName },
  { head: 'Tên chủ thể', width: 56, align: 'left', text: ({ producerName }) => producerName },
  { head: 'Địa chỉ', width: 44, align: 'left', text: placeOf },
  { head: 'Hạng sao', width: 16, align: 'center', text: ({ star }) => (star === null ? '' : String(star)) },
  {
    head: 'Giấy chứng nhận, quyết định',
    width: 40,
    align: 'left',
    text: ({ code, recognition }) => [code, recognition].filter((part) => part !== ''),
  },
  {
    head: 'Hết hạn từ',
    width: 27,
    align: 'center',
    text: ({ lapsesOn }) => (lapsesOn === null ? '' : formatDate(lapsesOn)),
  },
]

type SheetRow = Inspection & { readonly index: number }

const sheetColumns: readonly SheetColumnOf<SheetRow>[] = [
  { head: 'TT', width: 5, format: 'whole', align: 'center', value: ({ index }) => index },
  { head: 'Tên sản phẩm', width: 28, format: 'text', align: 'left', value: ({ productName }) => productName },
  { head: 'Tên chủ thể', width: 28, format: 'text', align: 'left', value: ({ producerName }) => producerName },
  { head: 'Xã', width: 16, format: 'text', align: 'left', value: ({ commune }) => commune },
  { head: 'Huyện', width: 16, format: 'text', align: 'left', value: ({ district }) => district },
  { head: 'Hạng sao', width: 8, format: 'whole', align: 'center', value: ({ star }) => star },
  { head: 'Giấy chứng nhận', width: 15, format: 'text', align: 'left', value: ({ code }) => code },
  { head: 'Quyết định', width: 16, format: 'text', align: 'left', value: ({ recognition }) => recognition },
  {
    head: 'Hết hạn từ',
    width: 12,
    format: 'date',
    align: 'center',
    value: ({ lapsesOn }) => (lapsesOn === null ? null : { date: lapsesOn }),
  },
]
