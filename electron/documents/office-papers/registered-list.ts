import { formatDate, formatDecreeDate } from '../../../shared/domain/calendar/format-date.ts'
import type { ApplicationKind } from '../../../shared/domain/session/session-record.ts'
import { blankDate, blankHead, blankNumberInText } from '../blanks.ts'
import { citedDecisions } from '../cited-decisions.ts'
import { countText, inWords } from '../count-text.ts'
import { text, type LetterModel } from '../letter/model.ts'
import { tableOf, type ColumnOf, type TextTable } from '../nd30/table.ts'
import { applicationText } from '../outcome.ts'
import type { SheetDocument } from '../render-xlsx.ts'
import { listTop, sheetRows, type SheetColumnOf } from '../sheet-frame.ts'
import { issuerOf, type IssuerFacts } from './issuer.ts'

type RegisteredProduct = {
  /** That it is counted in: a district, or a commune with its district; empty where nobody said. */
  readonly place: string
  readonly productName: string
  /** May be empty, as the set and the round. */
  readonly code: string
  readonly producerName: string
  readonly producerKind: string
  readonly commune: string
  readonly district: string
  readonly application: ApplicationKind
  readonly round: number | null
  readonly setName: string
  /** Of the certificate that it has, and the day that this ends. */
  readonly star: number | null
  readonly lapsesOn: string | null
}

/** Products registered for a year, place by place. */
export type RegisteredListFacts = IssuerFacts & {
  readonly year: number
  readonly by: 'district' | 'commune'
  readonly rows: readonly RegisteredProduct[]
}

/**
 * Thông báo with the list of products registered for a year's evaluation, counted by place and by how they take part, as the
 * provinces asked their districts to make known. Form: Decree 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4. No decision prescribes the
 * columns.
 */
export function registeredListModel(facts: RegisteredListFacts): LetterModel {
  const { rows, year, day, by } = facts
  const { authority, office } = issuerOf(facts)
  const subject = `Danh mục sản phẩm đăng ký đánh giá, phân hạng sản phẩm OCOP năm ${year}`
  const area = authority.area === '' ? '' : ` trên địa bàn ${authority.area}`
  const producers = new Set(rows.map(({ producerName, place }) => `${place}|${producerName}`)).size
  return {
    title: `Thông báo ${subject}`,
    isDraft: false,
    head: blankHead({ ...office, symbol: `TB-${office.abbreviation}`, seat: authority.seat }),
    kind: 'THÔNG BÁO',
    subject,
    addressee: '',
    blocks: [
      text(
        `Căn cứ ${citedDecisions(facts).join(', ')}, ${office.name} thông báo: tính đến ${formatDecreeDate(day)}${area} có ` +
          `${inWords(rows.length)} sản phẩm của ${inWords(producers)} chủ thể đăng ký tham gia đánh giá, phân hạng sản phẩm ` +
          `OCOP năm ${year}, như sau:`,
      ),
      { kind: 'table', table: countTable(facts) },
      text(
        `Danh mục sản phẩm đăng ký theo từng ${by === 'district' ? 'huyện' : 'xã'} tại Phụ lục kèm theo Thông báo này./.`,
      ),
    ],
    recipients: [
      ...(by === 'district' ? ['Ủy ban nhân dân các huyện có sản phẩm đăng ký'] : []),
      ...(by === 'commune' ? ['Ủy ban nhân dân các xã có sản phẩm đăng ký'] : []),
      'Các chủ thể OCOP có tên trong danh mục',
      authority.bodyKind,
      `Lưu: VT, ${office.draftingUnit}`,
    ],
    posts: office.posts,
    signerPost: '',
    signer: '',
    annexes: [
      {
        name: 'Phụ lục',
        heading: [subject.toUpperCase()],
        reference: [
          `(Kèm theo Thông báo ${blankNumberInText(`TB-${office.abbreviation}`)} ${blankDate()}`,
          `của ${office.name})`,
        ],
        orientation: 'landscape',
        table: tableOf(columns, rows),
      },
    ],
  }
}

export function registeredListSheet(facts: RegisteredListFacts): SheetDocument {
  const { head, title, subject } = registeredListModel(facts)
  const count = sheetColumns.length
  return {
    title,
    isDraft: false,
    sheetName: 'Danh mục đăng ký',
    above: listTop({
      head,
      columns: count,
      split: 4,
      title: [subject.toUpperCase()],
      note: `Tính đến ngày ${formatDate(facts.day)}`,
    }),
    ...sheetRows(
      sheetColumns,
      facts.rows.map((row, index) => ({ ...row, index: index + 1 })),
    ),
    below: [],
  }
}

const kinds: readonly ApplicationKind[] = ['new', 'upgrade', 'reassessment']

/** How many of each kind in each place; the last row counts all. */
function countTable({ rows, by }: RegisteredListFacts): TextTable {
  const counted = (some: readonly RegisteredProduct[]) => [
    some.length,
    ...kinds.map((kind) => some.filter(({ application }) => application === kind).length),
  ]
  const places = [...Map.groupBy(rows, ({ place }) => place)]
  return {
    columns: [
      { width: 13, align: 'center' },
      { width: 64, align: 'left' },
      ...['', ...kinds].map(() => ({ width: 22, align: 'center' as const })),
    ],
    head: [
      ['TT', by === 'district' ? 'Huyện' : 'Xã', 'Sản phẩm', ...kinds.map((kind) => applicationText[kind])].map(
        (head) => ({
          text: head,
        }),
      ),
    ],
    rows: [
      ...places.map(([place, some], index) => [
        String(index + 1),
        place === '' ? 'Chưa ghi địa bàn' : place,
        ...counted(some).map(countText),
      ]),
      ['', ...['Tổng cộng', ...counted(rows).map(countText)].map((cell) => ({ text: cell, bold: true }))],
    ],
  }
}

/** `Đợt 1; hiện 3 sao, hết hạn 30/12/2022` */
function noteOf({ round, star, lapsesOn }: RegisteredProduct): string {
  const ends = lapsesOn === null ? '' : `, hết hạn ${formatDate(lapsesOn)}`
  return [
    ...(round === null ? [] : [`Đợt ${round}`]),
    ...(star === null ? [] : [`Đã công nhận ${star} sao${ends}`]),
  ].join('; ')
}

const columns: readonly ColumnOf<RegisteredProduct>[] = [
  { head: 'TT', width: 11, align: 'center', text: (_row, place) => String(place) },
  {
    head: 'Tên sản phẩm (mã số)',
    width: 52,
    align: 'left',
    text: ({ productName, code }) => [productName, ...(code === '' ? [] : [{ text: `(${code})`, italics: true }])],
  },
  {
    head: 'Tên chủ thể, loại hình',
    width: 50,
    align: 'left',
    text: ({ producerName, producerKind }) => [
      producerName,
      ...(producerKind === '' ? [] : [{ text: producerKind, italics: true }]),
    ],
  },
  {
    head: 'Địa chỉ',
    width: 40,
    align: 'left',
    text: ({ commune, district }) => [commune, district].filter((part) => part !== '').join(', '),
  },
  { head: 'Bộ sản phẩm', width: 36, align: 'left', text: ({ setName }) => setName },
  {
    head: 'Hình thức đăng ký',
    width: 24,
    align: 'left',
    text: ({ application }) => applicationText[application],
  },
  { head: 'Ghi chú', width: 39, align: 'left', text: noteOf },
]

type SheetRow = RegisteredProduct & { readonly index: number }

const sheetColumns: readonly SheetColumnOf<SheetRow>[] = [
  { head: 'TT', width: 5, format: 'whole', align: 'center', value: ({ index }) => index },
  { head: 'Tên sản phẩm', width: 24, format: 'text', align: 'left', value: ({ productName }) => productName },
  { head: 'Mã số', width: 14, format: 'text', align: 'left', value: ({ code }) => code },
  { head: 'Tên chủ thể', width: 24, format: 'text', align: 'left', value: ({ producerName }) => producerName },
  { head: 'Loại hình', width: 12, format: 'text', align: 'left', value: ({ producerKind }) => producerKind },
  { head: 'Xã', width: 13, format: 'text', align: 'left', value: ({ commune }) => commune },
  { head: 'Huyện', width: 13, format: 'text', align: 'left', value: ({ district }) => district },
  { head: 'Bộ sản phẩm', width: 16, format: 'text', align: 'left', value: ({ setName }) => setName },
  { head: 'Hình thức', width: 11, format: 'text', align: 'left', value: (row) => applicationText[row.application] },
  { head: 'Đợt', width: 6, format: 'whole', align: 'center', value: ({ round }) => round },
  { head: 'Hạng sao đã có', width: 8, format: 'whole', align: 'center', value: ({ star }) => star },
  {
    head: 'Hết hạn từ',
    width: 11,
    format: 'date',
    align: 'center',
    value: ({ lapsesOn }) => (lapsesOn === null ? null : { date: lapsesOn }),
  },
]
