import { formatDate } from '../../../../shared/domain/calendar/format-date.ts'
import { councilHead, describePerson } from '../../council.ts'
import { text, type PaperModel } from '../../letter/model.ts'
import { momentOf } from '../../minutes/minutes-time.ts'
import { tableOf, type ColumnOf } from '../../nd30/table.ts'
import { applicationText } from '../../outcome.ts'
import type { SheetDocument } from '../../render-xlsx.ts'
import { sheetHead, sheetRows, sheetTitle, type SheetColumnOf } from '../../sheet-frame.ts'
import {
  chairOf,
  meetingName,
  placeText,
  productCount,
  secretaryOf,
  type MeetingFacts,
  type MeetingProduct,
} from './meeting-facts.ts'

export type PrintedAgendaFacts = MeetingFacts & {
  /** `08:05`, or empty. */
  readonly beginsAt: string
  /** Null where nobody said. */
  readonly minutesEach: number | null
}

/**
 * Chương trình họp: the products in the order in which they are taken, with who does not score which, so that members leave
 * the room once. It has no number: it goes with the invitation or lies on the table.
 */
export function printedAgendaModel(facts: PrintedAgendaFacts): PaperModel {
  const { session, members, products, beginsAt } = facts
  const rows = rowsOf(facts)
  const [chair, secretary] = [chairOf(members), secretaryOf(members)]
  return {
    title: `Chương trình ${meetingName(facts)}`,
    isDraft: false,
    head: councilHead(facts, ''),
    kind: 'CHƯƠNG TRÌNH',
    subject: meetingName(facts),
    addressee: '',
    blocks: [
      text(`Thời gian: ${momentOf(beginsAt, session.heldOn)}.`),
      text(`Địa điểm: ${placeText(session)}.`),
      ...(chair === undefined ? [] : [text(`Chủ trì: ${describePerson(chair)}.`)]),
      ...(secretary === undefined ? [] : [text(`Thư ký: ${describePerson(secretary)}.`)]),
      text(`Hội đồng xem xét ${productCount(products)} theo thứ tự sau:`),
      { kind: 'table', table: tableOf(agendaColumns(hasTimes(facts)), rows) },
    ],
    recipients: [],
    posts: [],
    signerPost: '',
    signer: '',
    annexes: [],
  }
}

export function printedAgendaSheet(facts: PrintedAgendaFacts): SheetDocument {
  const { head, title, subject } = printedAgendaModel(facts)
  const columns = sheetColumns.filter(({ head: name }) => name !== timeHead || hasTimes(facts))
  const count = columns.length
  const where = [`Ngày ${formatDate(facts.session.heldOn)}`, facts.session.place].filter((part) => part !== '')
  return {
    title,
    isDraft: false,
    sheetName: 'Chương trình họp',
    above: [
      ...sheetHead({ head, columns: count, split: 3 }),
      { cells: [] },
      ...sheetTitle(['CHƯƠNG TRÌNH', subject], count),
      { cells: [{ from: 1, to: count, value: where.join(', '), italic: true, align: 'center' }] },
    ],
    ...sheetRows(
      columns,
      rowsOf(facts).map((row, index) => ({ ...row, place: index + 1 })),
    ),
    below: [],
  }
}

type AgendaLine = { readonly product: MeetingProduct; readonly time: string }

/** Columns of a table of products in the order of the meeting, 165 mm in all. */
export function agendaColumns(hasTimes: boolean): readonly ColumnOf<AgendaLine>[] {
  const time: ColumnOf<AgendaLine> = { head: 'Giờ dự kiến', width: 16, align: 'center', text: (row) => row.time }
  return [
    { head: 'TT', width: 10, align: 'center', text: (_row, place) => String(place) },
    ...(hasTimes ? [time] : []),
    { head: 'Sản phẩm', width: hasTimes ? 42 : 50, align: 'left', text: ({ product }) => product.name },
    { head: 'Chủ thể', width: hasTimes ? 36 : 42, align: 'left', text: ({ product }) => product.producerName },
    { head: 'Bộ', width: 11, align: 'center', text: ({ product }) => String(product.setNumber) },
    { head: 'Hình thức', width: 19, align: 'center', text: ({ product }) => applicationText[product.application] },
    { head: 'Không chấm', width: hasTimes ? 31 : 33, align: 'left', text: ({ product }) => [...product.recused] },
  ]
}

const hasTimes = ({ beginsAt, minutesEach }: PrintedAgendaFacts): boolean => beginsAt !== '' && minutesEach !== null

function rowsOf(facts: PrintedAgendaFacts): readonly AgendaLine[] {
  return facts.products.map((product, index) => ({ product, time: timeOf(facts, index) }))
}

/** When the product at that place is taken; what would be after midnight is not said. */
function timeOf({ beginsAt, minutesEach }: PrintedAgendaFacts, place: number): string {
  if (beginsAt === '' || minutesEach === null) return ''
  const [hours = 0, minutes = 0] = beginsAt.split(':').map(Number)
  const at = hours * 60 + minutes + place * minutesEach
  if (at >= 24 * 60) return ''
  return [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

type SheetRow = AgendaLine & { readonly place: number }

const timeHead = 'Giờ dự kiến'

const sheetColumns: readonly SheetColumnOf<SheetRow>[] = [
  { head: 'TT', width: 5, format: 'whole', align: 'center', value: ({ place }) => place },
  { head: timeHead, width: 8, format: 'text', align: 'center', value: ({ time }) => time },
  { head: 'Mã số', width: 16, format: 'text', align: 'left', value: ({ product }) => product.code },
  { head: 'Sản phẩm', width: 26, format: 'text', align: 'left', value: ({ product }) => product.name },
  { head: 'Chủ thể', width: 26, format: 'text', align: 'left', value: ({ product }) => product.producerName },
  { head: 'Bộ', width: 6, format: 'whole', align: 'center', value: ({ product }) => product.setNumber },
  { head: 'Tên bộ sản phẩm', width: 20, format: 'text', align: 'left', value: ({ product }) => product.setName },
  {
    head: 'Hình thức',
    width: 10,
    format: 'text',
    align: 'center',
    value: ({ product }) => applicationText[product.application],
  },
  { head: 'Không chấm', width: 20, format: 'text', align: 'left', value: ({ product }) => product.recused.join('; ') },
]
