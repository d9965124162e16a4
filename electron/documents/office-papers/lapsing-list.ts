import type { RegisteredCertificate } from '../../../shared/api/certificate-register.ts'
import { formatDate, formatDecreeDate } from '../../../shared/domain/calendar/format-date.ts'
import { blankDate, blankHead, blankNumberInText } from '../blanks.ts'
import { citedDecisions } from '../cited-decisions.ts'
import { inWords } from '../count-text.ts'
import { text, type LetterAnnex, type LetterModel } from '../letter/model.ts'
import { romanNumber } from '../nd30/roman.ts'
import { tableOf, type ColumnOf } from '../nd30/table.ts'
import type { SheetDocument } from '../render-xlsx.ts'
import { sheetHead, sheetRows, sheetTitle, type SheetColumnOf } from '../sheet-frame.ts'
import { issuerOf, type Issuer, type IssuerFacts } from './issuer.ts'

/** Certificates by the year in which they end. */
export type LapsingListFacts = IssuerFacts & {
  readonly years: readonly { readonly year: number; readonly rows: readonly RegisteredCertificate[] }[]
}

/**
 * Thông báo with a list for each year: the products whose certificates have ended or will, as the provinces asked their
 * districts to make known (36 months from the decision). Form: Decree 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4. No decision
 * prescribes the columns.
 */
export function lapsingListModel(facts: LapsingListFacts): LetterModel {
  const issuer = issuerOf(facts)
  const { authority, office } = issuer
  const years = facts.years.filter(({ rows }) => rows.length > 0)
  const spoken = yearsText(facts.years.map(({ year }) => year))
  const count = years.reduce((sum, { rows }) => sum + rows.length, 0)
  const subject = `Danh mục sản phẩm OCOP có Giấy chứng nhận hết hạn trong ${spoken}`
  const area = authority.area === '' ? '' : ` trên địa bàn ${authority.area}`
  return {
    title: `Thông báo ${subject}`,
    isDraft: false,
    head: blankHead({ ...office, symbol: `TB-${office.abbreviation}`, seat: authority.seat }),
    kind: 'THÔNG BÁO',
    subject,
    addressee: '',
    blocks: [
      text(
        `Căn cứ ${citedDecisions(facts).join(', ')}; Giấy chứng nhận sản phẩm OCOP có giá trị ` +
          `${facts.ruleSet.certificateMonths} tháng kể từ ngày ban hành.`,
      ),
      text(
        `${office.name} thông báo: tính đến ${formatDecreeDate(facts.day)}${area} có ${inWords(count)} sản phẩm OCOP có ` +
          `Giấy chứng nhận đã hết hạn hoặc sẽ hết hạn trong ${spoken}, gồm:`,
      ),
      ...years.map(({ year, rows }, index) =>
        text(
          `- Năm ${year}: ${inWords(rows.length)} sản phẩm (${annexName(index, years.length)})${index === years.length - 1 ? '.' : ';'}`,
        ),
      ),
      text(
        'Chủ thể có sản phẩm trong danh mục không sử dụng Giấy chứng nhận, logo OCOP và hạng sao sau ngày hết hạn; chủ thể có ' +
          'nhu cầu đăng ký đánh giá lại gửi hồ sơ theo quy định đang có hiệu lực./.',
      ),
    ],
    recipients: ['Các chủ thể OCOP có tên trong danh mục', authority.bodyKind, `Lưu: VT, ${office.draftingUnit}`],
    posts: office.posts,
    signerPost: '',
    signer: '',
    annexes: years.map(({ year, rows }, index) =>
      annexOf({ year, rows, issuer, name: annexName(index, years.length) }),
    ),
  }
}

export function lapsingListSheet(facts: LapsingListFacts): SheetDocument {
  const { head, title, subject } = lapsingListModel(facts)
  const rows = facts.years.flatMap(({ year, rows: certificates }) =>
    certificates.map((certificate) => ({ year, certificate })),
  )
  const count = sheetColumns.length
  return {
    title,
    isDraft: false,
    sheetName: 'Danh mục hết hạn',
    above: [
      ...sheetHead({ head, columns: count, split: 4 }),
      { cells: [] },
      ...sheetTitle([subject.toUpperCase()], count),
      {
        cells: [{ from: 1, to: count, value: `Tính đến ngày ${formatDate(facts.day)}`, italic: true, align: 'center' }],
      },
    ],
    ...sheetRows(
      sheetColumns,
      rows.map((row, index) => ({ ...row, place: index + 1 })),
    ),
    below: [],
  }
}

type SheetRow = { readonly place: number; readonly year: number; readonly certificate: RegisteredCertificate }

const dateValue = (date: string | null) => (date === null ? null : { date })

const sheetColumns: readonly SheetColumnOf<SheetRow>[] = [
  { head: 'TT', width: 5, format: 'whole', align: 'center', value: ({ place }) => place },
  { head: 'Năm hết hạn', width: 8, format: 'whole', align: 'center', value: ({ year }) => year },
  { head: 'Tên sản phẩm', width: 24, format: 'text', align: 'left', value: (row) => row.certificate.productName },
  { head: 'Tên chủ thể', width: 24, format: 'text', align: 'left', value: (row) => row.certificate.producerName },
  { head: 'Xã', width: 13, format: 'text', align: 'left', value: (row) => row.certificate.commune },
  { head: 'Huyện', width: 13, format: 'text', align: 'left', value: (row) => row.certificate.district },
  { head: 'Hạng sao', width: 6, format: 'whole', align: 'center', value: (row) => row.certificate.star },
  { head: 'Quyết định', width: 15, format: 'text', align: 'left', value: (row) => row.certificate.decision },
  { head: 'Ngày', width: 11, format: 'date', align: 'center', value: (row) => dateValue(row.certificate.decisionDate) },
  {
    head: 'Hết hạn từ',
    width: 11,
    format: 'date',
    align: 'center',
    value: (row) => dateValue(row.certificate.lapsesOn),
  },
  {
    head: 'Đăng ký lại năm',
    width: 9,
    format: 'whole',
    align: 'center',
    value: (row) => row.certificate.registeredFor,
  },
]

const yearsText = (years: readonly number[]): string =>
  years.length === 1 ? `năm ${years[0] ?? ''}` : `các năm ${years.join(', ')}`

/** `Phụ lục`, with a Roman number where there are two (Decree 30, Phụ lục I, Phần III.1.b). */
const annexName = (index: number, of: number): string =>
  of === 1 ? 'Phụ lục' : `Phụ lục ${romanNumber(index + 1).toUpperCase()}`

type AnnexInput = {
  readonly year: number
  readonly rows: readonly RegisteredCertificate[]
  readonly issuer: Issuer
  readonly name: string
}

const annexOf = ({ year, rows, issuer: { office }, name }: AnnexInput): LetterAnnex => ({
  name,
  heading: [`DANH MỤC SẢN PHẨM OCOP CÓ GIẤY CHỨNG NHẬN HẾT HẠN TRONG NĂM ${year}`],
  reference: [
    `(Kèm theo Thông báo ${blankNumberInText(`TB-${office.abbreviation}`)} ${blankDate()}`,
    `của ${office.name})`,
  ],
  orientation: 'landscape',
  table: tableOf(columns, rows),
})

const columns: readonly ColumnOf<RegisteredCertificate>[] = [
  { head: 'TT', width: 11, align: 'center', text: (_row, place) => String(place) },
  { head: 'Tên sản phẩm', width: 58, align: 'left', text: ({ productName }) => productName },
  { head: 'Tên chủ thể', width: 52, align: 'left', text: ({ producerName }) => producerName },
  {
    head: 'Địa chỉ',
    width: 42,
    align: 'left',
    text: ({ commune, district }) => [commune, district].filter((part) => part !== '').join(', '),
  },
  {
    head: 'Hạng sao',
    width: 16,
    align: 'center',
    text: ({ star }) => (star === null ? '' : String(star)),
  },
  {
    head: 'Quyết định công nhận',
    width: 36,
    align: 'left',
    text: ({ decision, decisionDate }) => [
      ...(decision === '' ? [] : [decision]),
      ...(decisionDate === null ? [] : [formatDate(decisionDate)]),
    ],
  },
  {
    head: 'Hết hạn từ ngày',
    width: 26,
    align: 'center',
    text: ({ lapsesOn, lapseYear }) => (lapsesOn === null ? String(lapseYear ?? '') : formatDate(lapsesOn)),
  },
  {
    head: 'Ghi chú',
    width: 24,
    align: 'left',
    text: ({ registeredFor }) => (registeredFor === null ? '' : `Đã đăng ký năm ${registeredFor}`),
  },
]
