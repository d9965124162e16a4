import type { Commitment, Inspection } from '../../../../shared/api/inspections.ts'
import type { CommitmentState, InspectionState } from '../../../../shared/domain/aftercare/inspection-state.ts'
import { formatDate, formatDecreeDate } from '../../../../shared/domain/calendar/format-date.ts'
import { blankDate, blankHead, blankNumberInText } from '../../blanks.ts'
import { citedDecisions } from '../../cited-decisions.ts'
import { countText, inWords } from '../../count-text.ts'
import { listed, text, type LetterBlock, type PaperModel } from '../../letter/model.ts'
import { tableOf, type ColumnOf } from '../../nd30/table.ts'
import type { SheetDocument } from '../../render-xlsx.ts'
import { listTop, sheetRows, type SheetColumnOf } from '../../sheet-frame.ts'
import { issuerOf } from '../issuer.ts'
import { linesIn, placeOf, type InspectionPaperFacts } from './inspection-facts.ts'

/** Inspections of a year, or of one route, as they stood on the day. */
export type InspectionSummaryFacts = InspectionPaperFacts & {
  readonly year: number
  /** Empty for all of the year. */
  readonly routeName: string
  readonly rows: readonly Inspection[]
}

/** Báo cáo kết quả: how many were inspected, what was found, what was promised. Form: Decree 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4. */
export function inspectionSummaryModel(facts: InspectionSummaryFacts): PaperModel {
  const { rows, day } = facts
  const { authority, office } = issuerOf(facts)
  const symbol = `BC-${office.abbreviation}`
  const subject = subjectOf(facts)
  const made = rows.filter(({ state }) => state !== 'planned')
  const producers = new Set(made.map(({ producerName }) => producerName)).size
  return {
    title: `Báo cáo ${subject}`,
    isDraft: false,
    head: blankHead({ ...office, symbol, seat: authority.seat }),
    kind: 'BÁO CÁO',
    subject,
    addressee: '',
    blocks: [
      text(
        `Thực hiện ${citedDecisions(facts).join(', ')}, ${office.name} báo cáo kết quả tính đến ${formatDecreeDate(day)} như sau:`,
      ),
      { kind: 'heading', text: 'I. TÌNH HÌNH KIỂM TRA' },
      text(
        `Theo kế hoạch có ${inWords(rows.length)} sản phẩm; đã kiểm tra ${inWords(made.length)} sản phẩm của ` +
          `${inWords(producers)} chủ thể${rows.length === made.length ? '' : `; chưa kiểm tra ${inWords(rows.length - made.length)} sản phẩm`}.`,
      ),
      { kind: 'heading', text: 'II. KẾT QUẢ' },
      text(
        `1. Không phát hiện vi phạm: ${inWords(countState(rows, 'clean'))} sản phẩm; có vi phạm: ` +
          `${inWords(countState(rows, 'violation'))} sản phẩm` +
          `${countState(rows, 'unfinished') === 0 ? '' : `; chưa kết luận đủ nội dung: ${inWords(countState(rows, 'unfinished'))} sản phẩm`}.`,
      ),
      ...violationBlocks(facts),
      ...commitmentBlocks(rows),
      { kind: 'heading', text: 'III. NHẬN XÉT, ĐỀ NGHỊ' },
      { kind: 'field', label: '1. Nhận xét', value: '', lines: 2 },
      { kind: 'field', label: '2. Đề nghị', value: '', lines: 2 },
      text(
        `Trên đây là kết quả kiểm tra việc sử dụng logo OCOP. Chi tiết từng sản phẩm tại Phụ lục kèm theo Báo cáo này./.`,
      ),
    ],
    recipients: [authority.bodyKind, `Lưu: VT, ${office.draftingUnit}`],
    posts: office.posts,
    signerPost: '',
    signer: '',
    annexes: [
      {
        name: 'Phụ lục',
        heading: ['KẾT QUẢ KIỂM TRA VIỆC SỬ DỤNG LOGO OCOP'],
        reference: [`(Kèm theo Báo cáo ${blankNumberInText(symbol)} ${blankDate()}`, `của ${office.name})`],
        orientation: 'landscape',
        table: tableOf(columns, rows),
      },
    ],
  }
}

export function inspectionSummarySheet(facts: InspectionSummaryFacts): SheetDocument {
  const { head, title } = inspectionSummaryModel(facts)
  return {
    title,
    isDraft: false,
    sheetName: 'Kết quả kiểm tra',
    above: listTop({
      head,
      columns: sheetColumns.length,
      split: 4,
      title: ['BẢNG TỔNG HỢP', subjectOf(facts)],
      note: `Tính đến ngày ${formatDate(facts.day)}`,
    }),
    ...sheetRows(
      sheetColumns,
      facts.rows.map((row, index) => ({ ...row, index: index + 1 })),
    ),
    below: [],
  }
}

const subjectOf = ({ year, routeName }: InspectionSummaryFacts): string =>
  `Kết quả kiểm tra việc sử dụng logo OCOP năm ${year}${routeName === '' ? '' : ` – ${routeName}`}`

const countState = (rows: readonly Inspection[], state: InspectionState): number =>
  rows.filter((one) => one.state === state).length

/** How often each item was found wrong. */
function violationBlocks({ rows, rules }: InspectionSummaryFacts): readonly LetterBlock[] {
  const found = rules.items
    .map(({ key, text: says }) => {
      const wrong = rows.filter(({ findings }) => findings.some(({ item, answer }) => item === key && answer === 'no'))
      return { says, count: wrong.length }
    })
    .filter(({ count }) => count > 0)
  return found.length === 0
    ? []
    : listed(
        '2. Nội dung không đúng quy định',
        found.map(({ says, count }) => `${says}: không đúng ở ${inWords(count)} sản phẩm`),
      )
}

const commitmentWords: readonly (readonly [CommitmentState, string])[] = [
  ['kept', 'đã thực hiện'],
  ['open', 'chưa đến hạn'],
  ['soon', 'sắp đến hạn'],
  ['overdue', 'quá hạn'],
  ['broken', 'không thực hiện'],
]

function commitmentBlocks(rows: readonly Inspection[]): readonly LetterBlock[] {
  const all = rows.flatMap(({ commitments }) => commitments)
  if (all.length === 0) return [text('Cam kết của chủ thể: không có.')]
  const counted = commitmentWords
    .map(([state, words]) => ({ words, count: all.filter((one) => one.state === state).length }))
    .filter(({ count }) => count > 0)
  return [
    text(
      `Cam kết của chủ thể: ${inWords(all.length)} cam kết, trong đó ` +
        `${counted.map(({ words, count }) => `${words} ${countText(count)}`).join('; ')}.`,
    ),
  ]
}

const resultWords: Readonly<Record<InspectionState, string>> = {
  violation: 'Có vi phạm',
  unfinished: 'Chưa đủ nội dung',
  planned: 'Chưa kiểm tra',
  clean: 'Không vi phạm',
}

const commitmentText = ({ what, dueOn, state }: Commitment): string => {
  const words = commitmentWords.find(([one]) => one === state)?.[1] ?? ''
  return `${what} (hạn ${formatDate(dueOn)}; ${words})`
}

const columns: readonly ColumnOf<Inspection>[] = [
  { head: 'TT', width: 11, align: 'center', text: (_row, place) => String(place) },
  {
    head: 'Sản phẩm, chủ thể',
    width: 52,
    align: 'left',
    text: ({ productName, producerName }) => [productName, { text: producerName, italics: true }],
  },
  { head: 'Địa chỉ', width: 34, align: 'left', text: placeOf },
  { head: 'Hạng sao', width: 14, align: 'center', text: ({ star }) => (star === null ? '' : String(star)) },
  {
    head: 'Ngày kiểm tra',
    width: 24,
    align: 'center',
    text: ({ inspectedOn }) => (inspectedOn === null ? '' : formatDate(inspectedOn)),
  },
  { head: 'Kết quả', width: 24, align: 'left', text: ({ state }) => resultWords[state] },
  { head: 'Vi phạm', width: 48, align: 'left', text: ({ violations }) => linesIn(violations) },
  { head: 'Cam kết', width: 45, align: 'left', text: ({ commitments }) => commitments.map(commitmentText) },
]

type SheetRow = Inspection & { readonly index: number }

const sheetColumns: readonly SheetColumnOf<SheetRow>[] = [
  { head: 'TT', width: 5, format: 'whole', align: 'center', value: ({ index }) => index },
  { head: 'Tên sản phẩm', width: 26, format: 'text', align: 'left', value: ({ productName }) => productName },
  { head: 'Tên chủ thể', width: 26, format: 'text', align: 'left', value: ({ producerName }) => producerName },
  { head: 'Địa chỉ', width: 20, format: 'text', align: 'left', value: placeOf },
  { head: 'Hạng sao', width: 8, format: 'whole', align: 'center', value: ({ star }) => star },
  { head: 'Tuyến', width: 18, format: 'text', align: 'left', value: ({ routeName }) => routeName },
  {
    head: 'Ngày kiểm tra',
    width: 12,
    format: 'date',
    align: 'center',
    value: ({ inspectedOn }) => (inspectedOn === null ? null : { date: inspectedOn }),
  },
  { head: 'Kết quả', width: 15, format: 'text', align: 'left', value: ({ state }) => resultWords[state] },
  { head: 'Vi phạm', width: 34, format: 'text', align: 'left', value: ({ violations }) => violations },
  {
    head: 'Cam kết',
    width: 36,
    format: 'text',
    align: 'left',
    value: ({ commitments }) => commitments.map(commitmentText).join('\n'),
  },
]
