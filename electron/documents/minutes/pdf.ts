import { assertNever } from '../../../shared/domain/assert-never.ts'
import type { PdfContent, PdfDocument, PdfLayout } from '../render-pdf.ts'
import { headedPart, keepTogether, paragraph } from '../nd30/body.ts'
import { head } from '../nd30/head.ts'
import { nd30 } from '../nd30/measures.ts'
import { placeOfReceipt, twoSignatures } from '../nd30/signatures.ts'
import { ruledTable } from '../nd30/table.ts'
import { title } from '../nd30/title.ts'
import type { MinutesBlock, ResultRow } from './blocks.ts'
import type { MinutesModel, MinutesPart } from './model.ts'

export function minutesPdf(model: MinutesModel): PdfDocument {
  return {
    title: model.title,
    isDraft: model.isDraft,
    sections: [{ orientation: 'portrait', content: (layout) => minutesPages(model, layout) }],
  }
}

const minutesPages = (model: MinutesModel, layout: PdfLayout): PdfContent[] => [
  head({ facts: model.head, orientation: 'portrait', layout }),
  title({ kind: 'BIÊN BẢN', subject: model.subject, orientation: 'portrait', layout }),
  ...model.opening.map((text) => paragraph(text)),
  ...model.parts.flatMap((part) => partContent(part, layout)),
  keepTogether([
    paragraph(model.closing),
    twoSignatures({
      left: { posts: ['THƯ KÝ'], name: model.secretary },
      right: { posts: ['CHỦ TỌA'], name: model.chair },
      orientation: 'portrait',
    }),
    { stack: placeOfReceipt(model.recipients), margin: [0, 14, 0, 0] },
  ]),
]

function partContent(part: MinutesPart, layout: PdfLayout): PdfContent[] {
  const [first, ...rest] = part.blocks.flatMap((block) => blockContent({ block, name: part.heading, layout }))
  return first === undefined ? [] : [headedPart(part.heading, first), ...rest]
}

type BlockContentInput = {
  block: MinutesBlock
  name: string
  layout: PdfLayout
}

function blockContent({ block, name, layout }: BlockContentInput): PdfContent[] {
  switch (block.kind) {
    case 'text':
      return [paragraph([...(block.lead === '' ? [] : [{ text: block.lead, bold: true }]), block.text])]
    case 'list':
      return listContent(block)
    case 'results':
      return [{ stack: [resultTable({ rows: block.rows, name, layout })], margin: [0, 2, 0, 8] }]
    default:
      return assertNever(block)
  }
}

/** The sentence above a list stays with the list's first line. */
function listContent({ lead, items }: Extract<MinutesBlock, { kind: 'list' }>): PdfContent[] {
  const [first, ...rest] = items.map((text, index) =>
    paragraph(`- ${text.replace(/\.$/, '')}${index === items.length - 1 ? '.' : ';'}`),
  )
  return first === undefined ? [paragraph(lead)] : [keepTogether([paragraph(lead), first]), ...rest]
}

type ResultTableInput = {
  rows: readonly ResultRow[]
  name: string
  layout: PdfLayout
}

const resultTable = ({ rows, name, layout }: ResultTableInput): PdfContent =>
  ruledTable({
    name,
    columns: resultColumns,
    head: [resultColumns.map(({ head: text }) => ({ text }))],
    rows: rows.map((row) => resultColumns.map(({ text }) => text(row))),
    size: nd30.table.size,
    layout,
  })

/** Widths in millimetres, 165 in all. */
const resultColumns = [
  { head: 'TT', width: 10, align: 'center', text: (row: ResultRow) => String(row.place) },
  { head: 'Sản phẩm', width: 50, align: 'left', text: (row: ResultRow) => row.productName },
  { head: 'Chủ thể', width: 42, align: 'left', text: (row: ResultRow) => row.producerName },
  { head: 'Số phiếu', width: 14, align: 'center', text: (row: ResultRow) => String(row.countedBallots) },
  { head: 'Điểm trung bình', width: 17, align: 'center', text: (row: ResultRow) => row.mean },
  { head: 'Hạng sao', width: 16, align: 'center', text: (row: ResultRow) => row.star },
  { head: 'Đề nghị', width: 16, align: 'center', text: (row: ResultRow) => row.referral },
] as const
