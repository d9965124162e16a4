import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { blankHead } from '../blanks.ts'
import { countText, inWords } from '../count-text.ts'
import { text, type LetterModel } from '../letter/model.ts'
import { tableOf, type ColumnOf } from '../nd30/table.ts'
import { issuerOf, type IssuerFacts } from './issuer.ts'

/** A paper that is enclosed; one without a number, as a dossier, has neither code nor day. */
type Enclosed = {
  readonly title: string
  readonly code: string
  readonly issuedOn: string | null
  /** Of the paper as it was issued; null where the program did not lay it out. */
  readonly pages: number | null
}

/** Papers of a session that are sent with a letter. */
export type CoveringLetterFacts = IssuerFacts & {
  readonly to: string
  /** Of each paper. */
  readonly copies: number
  /** `tỉnh Phú Thọ năm 2026 (đợt 2)` */
  readonly scope: string
  readonly council: string
  readonly rows: readonly Enclosed[]
}

/** Công văn with which the office sends papers of a session up or out. Form: Decree 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.5. */
export function coveringLetterModel(facts: CoveringLetterFacts): LetterModel {
  const { authority, office } = issuerOf(facts)
  const { to, scope, council, rows, copies } = facts
  const subject = `gửi hồ sơ, tài liệu đánh giá, phân hạng sản phẩm OCOP ${scope}`
  return {
    title: `Công văn ${subject}`,
    isDraft: false,
    head: {
      ...blankHead({ ...office, symbol: `${office.abbreviation}-${office.draftingUnit}`, seat: authority.seat }),
      about: `V/v ${subject}`,
    },
    kind: '',
    subject,
    addressee: to,
    blocks: [
      text(
        `${office.name} gửi ${to} hồ sơ, tài liệu về kết quả đánh giá, phân hạng sản phẩm OCOP ${scope} của ${council}, gồm ` +
          `${inWords(rows.length)} đầu tài liệu:`,
      ),
      { kind: 'table', table: tableOf(columnsOf(copies), rows) },
      text(`${office.name} đề nghị ${to} tiếp nhận, kiểm tra số lượng tài liệu nêu trên./.`),
    ],
    recipients: ['Như trên', `Lưu: VT, ${office.draftingUnit}`],
    posts: office.posts,
    signerPost: '',
    signer: '',
    annexes: [],
  }
}

const columnsOf = (copies: number): readonly ColumnOf<Enclosed>[] => [
  { head: 'TT', width: 10, align: 'center', text: (_row, place) => String(place) },
  { head: 'Tên loại và trích yếu nội dung', width: 64, align: 'left', text: ({ title }) => title },
  { head: 'Số, ký hiệu', width: 34, align: 'left', text: ({ code }) => code },
  {
    head: 'Ngày ban hành',
    width: 25,
    align: 'center',
    text: ({ issuedOn }) => (issuedOn === null ? '' : formatDate(issuedOn)),
  },
  {
    head: 'Số trang',
    width: 16,
    align: 'center',
    text: ({ pages }) => (pages === null ? '' : countText(pages)),
  },
  { head: 'Số bản', width: 16, align: 'center', text: () => countText(copies) },
]
