import { formatDate, formatDecreeDate } from '../../../../shared/domain/calendar/format-date.ts'
import { blankHead } from '../../blanks.ts'
import { citedDecisions } from '../../cited-decisions.ts'
import { communeCommittee } from '../../commune.ts'
import { inWords } from '../../count-text.ts'
import { heading, text, type LetterBlock, type PaperModel } from '../../letter/model.ts'
import { tableOf, type ColumnOf, type TableEntry } from '../../nd30/table.ts'
import type { SheetDocument } from '../../render-xlsx.ts'
import { sheetHead, sheetRows, sheetTitle, type SheetColumnOf } from '../../sheet-frame.ts'
import { issuerOf, type IssuerFacts } from '../issuer.ts'

/** What a producer's dossiers of a year lack, product by product. */
export type LackingLetterFacts = IssuerFacts & {
  readonly producer: string
  readonly year: number
  /** ISO date. */
  readonly dueOn: string
  readonly rows: readonly LackingRow[]
}

export type LackingRow = {
  readonly product: string
  readonly item: string
  /** The committee of the commune that has to send it, as it was typed; null for what the producer brings. */
  readonly fromCommune: string | null
  /** It did not come; or it came, and has ended or ends before the meeting. */
  readonly why: 'lacking' | 'ends'
  /** `Còn thiếu`, or the day on which it ends. */
  readonly state: string
  readonly requirement: string
  /** What the office noted of it. */
  readonly note: string
}

/**
 * Công văn that asks for what a producer's dossiers lack, by a day: the producer for its own papers, the committees of the
 * communes for theirs (QĐ 26/2026/QĐ-TTg, Điều 6 khoản 2). Form: Decree 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.5.
 */
export function lackingLetterModel(facts: LackingLetterFacts): PaperModel {
  const { authority, office } = issuerOf(facts)
  const { producer, year, dueOn, rows, day } = facts
  const products = new Set(rows.map(({ product }) => product)).size
  const parts = partsOf(facts)
  const asked = parts.map(({ sender }) => sender)
  const subject = `bổ sung hồ sơ đăng ký đánh giá, phân hạng sản phẩm OCOP năm ${year}`
  const head = blankHead({ ...office, symbol: `${office.abbreviation}-${office.draftingUnit}`, seat: authority.seat })
  return {
    title: `Công văn ${subject} – ${producer}`,
    isDraft: false,
    head: { ...head, about: `V/v ${subject}` },
    kind: '',
    subject,
    addressee: asked.join('; '),
    blocks: [
      text(
        `Căn cứ ${citedDecisions(facts).join(', ')}, ${office.name} đã kiểm tra hồ sơ của ${producer} đăng ký đánh giá, phân hạng ` +
          `năm ${year}. Tính đến ${formatDecreeDate(day)}, hồ sơ của ${inWords(products)} sản phẩm ${lackText(rows)}:`,
      ),
      ...parts.flatMap(({ sender, rows: own }, index): readonly LetterBlock[] => [
        ...(parts.length === 1 ? [] : [heading(`${index + 1}. Do ${sender} gửi`)]),
        { kind: 'table', table: tableOf(columns, own) },
      ]),
      text(
        `Đề nghị ${asked.join(' và ')} ${hasEnded(rows) ? 'bổ sung, thay thế' : 'bổ sung'} ${parts.length === 1 ? '' : 'phần của mình trong '}các tài liệu nêu trên, ` +
          `gửi về ${office.name} chậm nhất ${formatDecreeDate(dueOn)}. Quá thời hạn này, hồ sơ chưa đủ thành phần không được đưa ` +
          'vào chương trình họp của Hội đồng./.',
      ),
    ],
    recipients: [
      'Như trên',
      ...(asked.includes(producer) ? [] : [`${producer} (để biết)`]),
      `Lưu: VT, ${office.draftingUnit}`,
    ],
    posts: office.posts,
    signerPost: '',
    signer: '',
    annexes: [],
  }
}

/** Of papers that came and end nobody says that they lack. */
function lackText(rows: readonly LackingRow[]): string {
  if (!hasEnded(rows)) return 'còn thiếu các tài liệu sau'
  const lacks = rows.some(({ why }) => why === 'lacking')
  return lacks ? 'còn thiếu tài liệu hoặc có tài liệu hết hạn như sau' : 'có tài liệu hết hạn như sau'
}

const hasEnded = (rows: readonly LackingRow[]): boolean => rows.some(({ why }) => why === 'ends')

type Part = { readonly sender: string; readonly rows: readonly LackingRow[] }

/** What each has to send, the producer first. */
function partsOf({ producer, rows }: LackingLetterFacts): readonly Part[] {
  const bySender = Map.groupBy(rows, (row) => senderOf(row, producer))
  const own = bySender.get(producer)
  return [
    ...(own === undefined ? [] : [{ sender: producer, rows: own }]),
    ...[...bySender].filter(([sender]) => sender !== producer).map(([sender, of]) => ({ sender, rows: of })),
  ]
}

const senderOf = ({ fromCommune }: LackingRow, producer: string): string =>
  fromCommune === null ? producer : communeCommittee(fromCommune)

export function lackingLetterSheet(facts: LackingLetterFacts): SheetDocument {
  const { head, title } = lackingLetterModel(facts)
  const count = sheetColumns.length
  return {
    title,
    isDraft: false,
    sheetName: 'Tài liệu còn thiếu',
    above: [
      ...sheetHead({ head, columns: count, split: 2 }),
      { cells: [] },
      ...sheetTitle(['TÀI LIỆU CÒN THIẾU', facts.producer], count),
      {
        cells: [
          { from: 1, to: count, value: `Hạn bổ sung: ${formatDate(facts.dueOn)}`, italic: true, align: 'center' },
        ],
      },
    ],
    ...sheetRows(
      sheetColumns,
      partsOf(facts)
        .flatMap(({ sender, rows }) => rows.map((row) => ({ ...row, sender })))
        .map((row, index) => ({ ...row, place: index + 1 })),
    ),
    below: [],
  }
}

const columns: readonly ColumnOf<LackingRow>[] = [
  { head: 'TT', width: 11, align: 'center', text: (_row, place) => String(place) },
  { head: 'Sản phẩm', width: 38, align: 'left', text: ({ product }) => product },
  { head: 'Tài liệu', width: 50, align: 'left', text: ({ item }) => item },
  { head: 'Tình trạng', width: 32, align: 'left', text: ({ state }) => state },
  { head: 'Yêu cầu, ghi chú', width: 34, align: 'left', text: (row) => needs(row) },
]

const sheetColumns: readonly SheetColumnOf<LackingRow & { readonly place: number; readonly sender: string }>[] = [
  { head: 'TT', width: 5, format: 'whole', align: 'center', value: ({ place }) => place },
  { head: 'Sản phẩm', width: 26, format: 'text', align: 'left', value: ({ product }) => product },
  { head: 'Tài liệu', width: 34, format: 'text', align: 'left', value: ({ item }) => item },
  { head: 'Tình trạng', width: 20, format: 'text', align: 'left', value: ({ state }) => state },
  { head: 'Bên gửi', width: 24, format: 'text', align: 'left', value: ({ sender }) => sender },
  { head: 'Yêu cầu', width: 34, format: 'text', align: 'left', value: ({ requirement }) => requirement },
  { head: 'Ghi chú', width: 24, format: 'text', align: 'left', value: ({ note }) => note },
]

function needs({ requirement, note }: LackingRow): TableEntry {
  return [requirement, note].filter((part) => part !== '')
}
