import type { RegisteredCertificate } from '../../../shared/api/certificate-register.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { countText } from '../count-text.ts'
import { text, type LetterModel } from '../letter/model.ts'
import { tableOf, type ColumnOf } from '../nd30/table.ts'
import type { SheetDocument } from '../render-xlsx.ts'
import { listTop, sheetRows, type SheetColumnOf } from '../sheet-frame.ts'
import { issuerOf, type IssuerFacts } from './issuer.ts'

/** A number that was given. */
export type NumberedRow = {
  readonly code: string
  readonly issuedOn: string
  /** Kind and subject. */
  readonly title: string
  readonly signer: string
  readonly recipients: readonly string[]
  /** Who keeps the copy that stays: `VT, PTNT`. */
  readonly keptBy: string
  readonly sentOn: string | null
  /** Why it is void; null while it stands. */
  readonly voidReason: string | null
}

/** The numbers of a year, the earliest first. */
export type DocumentRegisterFacts = IssuerFacts & { readonly year: number; readonly rows: readonly NumberedRow[] }

/** Certificates that were given, the earliest first; of a year, or all. */
export type CertificateRegisterFacts = IssuerFacts & {
  readonly year: number | null
  readonly rows: readonly RegisteredCertificate[]
}

/**
 * Sổ đăng ký văn bản đi, printed with all that its form asks for. Source: Decree 30/2020/NĐ-CP, Điều 16 khoản 2 điểm b and
 * Phụ lục IV, mục I.
 */
export function documentRegisterModel(facts: DocumentRegisterFacts): LetterModel {
  const { rows, year } = facts
  const gone = rows.filter(({ voidReason }) => voidReason !== null).length
  const days = rows.length === 0 ? '' : ` từ ngày ${dayOf(rows.at(0))} đến ngày ${dayOf(rows.at(-1))}`
  return registerModel(facts, {
    kind: 'SỔ ĐĂNG KÝ VĂN BẢN ĐI',
    subject: `Năm ${year}`,
    table: tableOf(documentColumns, rows),
    end: `Sổ này có ${countText(rows.length)} văn bản đã cấp số${days}, trong đó ${countText(gone)} văn bản đã hủy số`,
  })
}

/** Sổ cấp Giấy chứng nhận. No decision prescribes its columns. */
export function certificateRegisterModel(facts: CertificateRegisterFacts): LetterModel {
  const { rows, year, day } = facts
  return registerModel(facts, {
    kind: 'SỔ CẤP GIẤY CHỨNG NHẬN SẢN PHẨM OCOP',
    subject: year === null ? `Tính đến ngày ${formatDate(day)}` : `Năm ${year}`,
    table: tableOf(certificateColumns, rows),
    end: `Sổ này có ${countText(rows.length)} lần công nhận sản phẩm, tình trạng tính đến ngày ${formatDate(day)}`,
  })
}

type Register = Pick<LetterModel, 'kind' | 'subject'> & {
  readonly table: ReturnType<typeof tableOf>
  /** The last words; no mark. */
  readonly end: string
}

/** A book that is printed: no number of its own, nobody that it is sent to. */
function registerModel(facts: IssuerFacts, { kind, subject, table, end }: Register): LetterModel {
  const { superiorBody, issuingBody } = issuerOf(facts).office
  return {
    title: `${kind} ${subject.toLowerCase()}`,
    isDraft: false,
    orientation: 'landscape',
    head: { superiorBody, issuingBody, number: '', placeAndDate: '' },
    kind,
    subject,
    addressee: '',
    blocks: [{ kind: 'table', table }, text(`${end}./.`)],
    recipients: [],
    posts: ['NGƯỜI LẬP SỔ'],
    signerPost: '',
    signer: '',
    annexes: [],
  }
}

const dayOf = (row: NumberedRow | undefined): string => formatDate(row?.issuedOn ?? '')

/** `Hủy số: lý do` */
const voidText = ({ voidReason }: NumberedRow): string => (voidReason === null ? '' : `Hủy số: ${voidReason}`)

const documentColumns: readonly ColumnOf<NumberedRow>[] = [
  { head: 'Số, ký hiệu văn bản', width: 30, align: 'left', text: ({ code }) => code },
  { head: 'Ngày tháng văn bản', width: 23, align: 'center', text: ({ issuedOn }) => formatDate(issuedOn) },
  { head: 'Tên loại và trích yếu nội dung văn bản', width: 55, align: 'left', text: ({ title }) => title },
  { head: 'Người ký', width: 24, align: 'left', text: ({ signer }) => signer },
  { head: 'Nơi nhận văn bản', width: 35, align: 'left', text: ({ recipients }) => recipients.join('; ') },
  { head: 'Đơn vị, người nhận bản lưu', width: 18, align: 'left', text: ({ keptBy }) => keptBy },
  { head: 'Số lượng bản', width: 12, align: 'center', text: () => '' },
  {
    head: 'Ngày chuyển',
    width: 22,
    align: 'center',
    text: ({ sentOn }) => (sentOn === null ? '' : formatDate(sentOn)),
  },
  { head: 'Ký nhận', width: 13, align: 'center', text: () => '' },
  { head: 'Ghi chú', width: 20, align: 'left', text: voidText },
]

/** What is to be known of one that does not stand any more. */
const noteText = ({ state }: RegisteredCertificate): string => notes[state] ?? ''

const notes: Partial<Record<RegisteredCertificate['state'], string>> = {
  superseded: 'Đã có công nhận mới',
  review: 'Căn cứ đã thay đổi',
  withdrawn: 'Đã thu hồi',
  lapsed: 'Đã hết hạn',
  grace: 'Đã hết hạn',
  prolonged: 'Được kéo dài',
}

const certificateColumns: readonly ColumnOf<RegisteredCertificate>[] = [
  { head: 'TT', width: 9, align: 'center', text: (_row, place) => String(place) },
  { head: 'Số Giấy chứng nhận', width: 33, align: 'left', text: ({ code }) => code },
  { head: 'Tên sản phẩm', width: 38, align: 'left', text: ({ productName }) => productName },
  { head: 'Tên chủ thể', width: 35, align: 'left', text: ({ producerName }) => producerName },
  {
    head: 'Địa chỉ',
    width: 29,
    align: 'left',
    text: ({ commune, district }) => [commune, district].filter((part) => part !== '').join(', '),
  },
  { head: 'Điểm', width: 14, align: 'center', text: ({ score }) => score },
  { head: 'Hạng sao', width: 13, align: 'center', text: ({ star }) => (star === null ? '' : String(star)) },
  {
    head: 'Quyết định công nhận',
    width: 31,
    align: 'left',
    text: ({ decision, decisionDate, recognisedIn }) => [
      ...(decision === '' ? [] : [decision]),
      ...(decisionDate === null ? (recognisedIn === null ? [] : [`Năm ${recognisedIn}`]) : [formatDate(decisionDate)]),
    ],
  },
  {
    head: 'Hết hạn từ ngày',
    width: 22,
    align: 'center',
    text: ({ lapsesOn, lapseYear }) =>
      lapsesOn !== null ? formatDate(lapsesOn) : lapseYear === null ? '' : `Năm ${lapseYear}`,
  },
  { head: 'Ký nhận', width: 13, align: 'center', text: () => '' },
  { head: 'Ghi chú', width: 15, align: 'left', text: noteText },
]

export function documentRegisterSheet(facts: DocumentRegisterFacts): SheetDocument {
  return registerSheet(documentRegisterModel(facts), 'Sổ văn bản đi', sheetRows(documentSheet, facts.rows))
}

export function certificateRegisterSheet(facts: CertificateRegisterFacts): SheetDocument {
  const rows = facts.rows.map((certificate, index) => ({ ...certificate, place: index + 1 }))
  return registerSheet(certificateRegisterModel(facts), 'Sổ cấp GCN', sheetRows(certificateSheet, rows))
}

function registerSheet(
  { title, head, kind, subject }: LetterModel,
  sheetName: string,
  table: Pick<SheetDocument, 'columns' | 'rows'>,
): SheetDocument {
  const count = table.columns.length
  return {
    title,
    isDraft: false,
    sheetName,
    above: listTop({ head, columns: count, split: 3, title: [kind, subject] }),
    ...table,
    below: [],
  }
}

const dateValue = (date: string | null) => (date === null ? null : { date })

const documentSheet: readonly SheetColumnOf<NumberedRow>[] = [
  { head: 'Số, ký hiệu', width: 16, format: 'text', align: 'left', value: ({ code }) => code },
  { head: 'Ngày tháng', width: 11, format: 'date', align: 'center', value: ({ issuedOn }) => dateValue(issuedOn) },
  { head: 'Tên loại và trích yếu', width: 40, format: 'text', align: 'left', value: ({ title }) => title },
  { head: 'Người ký', width: 16, format: 'text', align: 'left', value: ({ signer }) => signer },
  { head: 'Nơi nhận', width: 30, format: 'text', align: 'left', value: ({ recipients }) => recipients.join('; ') },
  { head: 'Nhận bản lưu', width: 12, format: 'text', align: 'left', value: ({ keptBy }) => keptBy },
  { head: 'Số lượng bản', width: 8, format: 'whole', align: 'center', value: () => null },
  { head: 'Ngày chuyển', width: 11, format: 'date', align: 'center', value: ({ sentOn }) => dateValue(sentOn) },
  { head: 'Ký nhận', width: 9, format: 'text', align: 'left', value: () => '' },
  { head: 'Ghi chú', width: 18, format: 'text', align: 'left', value: voidText },
]

type CertificateRow = RegisteredCertificate & { readonly place: number }

const certificateSheet: readonly SheetColumnOf<CertificateRow>[] = [
  { head: 'TT', width: 5, format: 'whole', align: 'center', value: ({ place }) => place },
  { head: 'Số Giấy chứng nhận', width: 15, format: 'text', align: 'left', value: ({ code }) => code },
  { head: 'Tên sản phẩm', width: 26, format: 'text', align: 'left', value: ({ productName }) => productName },
  { head: 'Tên chủ thể', width: 24, format: 'text', align: 'left', value: ({ producerName }) => producerName },
  { head: 'Xã', width: 14, format: 'text', align: 'left', value: ({ commune }) => commune },
  { head: 'Huyện', width: 14, format: 'text', align: 'left', value: ({ district }) => district },
  { head: 'Điểm', width: 8, format: 'text', align: 'center', value: ({ score }) => score },
  { head: 'Hạng sao', width: 6, format: 'whole', align: 'center', value: ({ star }) => star },
  { head: 'Quyết định', width: 15, format: 'text', align: 'left', value: ({ decision }) => decision },
  { head: 'Ngày', width: 11, format: 'date', align: 'center', value: (row) => dateValue(row.decisionDate) },
  { head: 'Năm công nhận', width: 9, format: 'whole', align: 'center', value: ({ recognisedIn }) => recognisedIn },
  { head: 'Hết hạn từ', width: 11, format: 'date', align: 'center', value: ({ lapsesOn }) => dateValue(lapsesOn) },
  { head: 'Ghi chú', width: 16, format: 'text', align: 'left', value: noteText },
]
