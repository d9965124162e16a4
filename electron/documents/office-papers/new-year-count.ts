import type { BegunYear, CountedTable, TableCount } from '../../../shared/api/years.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { countText } from '../count-text.ts'
import { text, type LetterModel } from '../letter/model.ts'
import { tableOf, type ColumnOf } from '../nd30/table.ts'
import type { SheetDocument } from '../render-xlsx.ts'
import { listTop, sheetRows, type SheetColumnOf } from '../sheet-frame.ts'
import { issuerOf, type IssuerFacts } from './issuer.ts'

/** What was counted when a year was begun; null where the file's audit has no such act. */
export type NewYearCountFacts = IssuerFacts & { readonly count: BegunYear | null }

/** Bảng kiểm kê: what was copied into a year, and that nothing else was. No decision prescribes it. */
export function newYearCountModel(facts: NewYearCountFacts): LetterModel {
  const { superiorBody, issuingBody } = issuerOf(facts).office
  const { year, fromYear, councils, tables, at, by } = countOf(facts)
  const subject = `Mở năm ${year} từ dữ liệu năm ${fromYear}`
  return {
    title: `BẢNG KIỂM KÊ ${subject.toLowerCase()}`,
    isDraft: false,
    head: { superiorBody, issuingBody, number: '', placeAndDate: '' },
    kind: 'BẢNG KIỂM KÊ',
    subject,
    addressee: '',
    blocks: [
      text(`Thực hiện ngày ${formatDate(vietnamDay(new Date(at)))}; người thực hiện: ${by}.`),
      ...councils.map(({ name, copied, of, retired }) =>
        text(
          `${name}: chép ${countText(copied)} trên ${countText(of)} thành viên` +
            (retired === 0 ? '.' : `; ${countText(retired)} thành viên thôi tham gia từ hết năm ${fromYear}.`),
        ),
      ),
      { kind: 'table', table: tableOf(columns, tables) },
      text(
        `Không phiên họp, phiếu đánh giá, kết quả, hồ sơ đăng ký, văn bản đã cấp số hay Giấy chứng nhận nào được chép sang năm ${year}./.`,
      ),
    ],
    recipients: [],
    posts: ['NGƯỜI LẬP BẢNG'],
    signerPost: '',
    signer: '',
    annexes: [],
  }
}

export function newYearCountSheet(facts: NewYearCountFacts): SheetDocument {
  const { title, head, kind, subject } = newYearCountModel(facts)
  const { columns: sheetColumns, rows } = sheetRows(cells, countOf(facts).tables)
  return {
    title,
    isDraft: false,
    sheetName: 'Kiểm kê',
    above: listTop({ head, columns: sheetColumns.length, split: 2, title: [kind, subject] }),
    columns: sheetColumns,
    rows,
    below: [],
  }
}

const countOf = ({ count }: NewYearCountFacts): BegunYear => count ?? nothingCounted

const nothingCounted: BegunYear = {
  seq: 0,
  at: '2000-01-01T00:00:00.000Z',
  by: '',
  year: 0,
  fromYear: 0,
  councils: [],
  letters: 0,
  tables: [],
}

const names: Readonly<Record<CountedTable | 'others', string>> = {
  councils: 'Hội đồng',
  members: 'Thành viên Hội đồng',
  overprint_layouts: 'Vị trí in trên phôi Giấy chứng nhận',
  deadline_letters: 'Văn bản quy định thời hạn',
  letter_deadlines: 'Thời hạn theo văn bản',
  word_templates: 'Mẫu Word của cơ quan',
  office: 'Thông tin cơ quan',
  sessions: 'Phiên họp',
  attendances: 'Điểm danh',
  agenda_items: 'Sản phẩm trong chương trình',
  ballots: 'Phiếu đánh giá',
  agreed_levels: 'Mức thống nhất',
  registrations: 'Hồ sơ đăng ký',
  dossier_items: 'Thành phần hồ sơ',
  document_register: 'Văn bản đã cấp số',
  issued_papers: 'Bản đã phát hành',
  certificates: 'Giấy chứng nhận',
  recognitions: 'Lần công nhận theo danh sách',
  producers: 'Chủ thể',
  products: 'Sản phẩm',
  others: 'Mọi nội dung khác của tệp',
}

const ofYearText = ({ ofYear }: TableCount): string =>
  ofYear === null ? '' : ofYear.before === ofYear.after ? String(ofYear.after) : `${ofYear.before} → ${ofYear.after}`

const columns: readonly ColumnOf<TableCount>[] = [
  { head: 'TT', width: 12, align: 'center', text: (_row, place) => String(place) },
  { head: 'Nội dung', width: 72, align: 'left', text: ({ table }) => names[table] },
  { head: 'Trước khi mở năm', width: 27, align: 'center', text: ({ before }) => String(before) },
  { head: 'Sau khi mở năm', width: 27, align: 'center', text: ({ after }) => String(after) },
  { head: 'Thuộc năm mới', width: 27, align: 'center', text: ofYearText },
]

const cells: readonly SheetColumnOf<TableCount>[] = [
  { head: 'Nội dung', width: 40, format: 'text', align: 'left', value: ({ table }) => names[table] },
  { head: 'Trước', width: 12, format: 'whole', align: 'center', value: ({ before }) => before },
  { head: 'Sau', width: 12, format: 'whole', align: 'center', value: ({ after }) => after },
  {
    head: 'Thuộc năm mới',
    width: 14,
    format: 'whole',
    align: 'center',
    value: ({ ofYear }) => ofYear?.after ?? null,
  },
]
