import type { PdfContent, PdfDocument, PdfLayout } from '../render-pdf.ts'
import { memberKey, occasionLine, signedNotes } from '../council-table.ts'
import { head } from '../nd30/head.ts'
import { ruledTable, type TableColumn, type TableEntry } from '../nd30/table.ts'
import { title } from '../nd30/title.ts'
import type { TallyRow, TallyTableModel } from './model.ts'

export function tallyTablePdf(model: TallyTableModel): PdfDocument {
  return {
    title: model.title,
    isDraft: model.isDraft,
    sections: [{ orientation: 'landscape', content: (layout) => tallyPages(model, layout) }],
  }
}

const tallyPages = (model: TallyTableModel, layout: PdfLayout): PdfContent[] => [
  head(model.head, layout),
  title({ kind: 'BẢNG TỔNG HỢP ĐIỂM', subject: model.subject }, layout),
  occasionLine(model.occasion, 10),
  ruledTable({
    name: 'tally',
    columns: columnsFor(model.members.length),
    head: headFor(model),
    rows: model.rows.map((row) => rowCells(row, wordSizeFor(model.members.length))),
    size: sizeFor(model.members.length),
    padding: 2,
    layout,
  }),
  memberKey(model.members, 6),
  signedNotes(model, 10),
]

/** Millimetres: 252 between the edges of a landscape page, of which the members' columns share what is left. */
const fixed = { place: 9, part: 12, mean: 14, star: 13, referral: 14 }
const shared = 252 - fixed.place - 3 * fixed.part - fixed.mean - fixed.star - fixed.referral

/** Columns that hold "TV01" in bold and, in its smaller type, "Không". */
const memberWidth = (members: number): number => (members <= 9 ? 11.2 : members <= 12 ? 10.2 : 8.8)

/** More members leave less for the products' names. */
const sizeFor = (members: number): number => (members <= 9 ? 11 : members <= 12 ? 10 : 8.5)
const wordSizeFor = (members: number): number => (members <= 12 ? 8.5 : 7)

const columnsFor = (members: number): readonly TableColumn[] => [
  { width: fixed.place, align: 'center' },
  { width: shared - members * memberWidth(members), align: 'left' },
  ...Array.from({ length: members }, () => ({ width: memberWidth(members), align: 'center' as const })),
  { width: fixed.part, align: 'center' },
  { width: fixed.part, align: 'center' },
  { width: fixed.part, align: 'center' },
  { width: fixed.mean, align: 'center' },
  { width: fixed.star, align: 'center' },
  { width: fixed.referral, align: 'center' },
]

const headFor = ({ members }: TallyTableModel) => [
  [
    { text: 'TT', down: 2 },
    { text: 'Sản phẩm, chủ thể', down: 2 },
    { text: 'Điểm của thành viên', across: members.length },
    ...members.slice(1).map(() => null),
    { text: 'Điểm trung bình', across: 4 },
    null,
    null,
    null,
    { text: 'Hạng sao', down: 2 },
    { text: 'Đề nghị', down: 2 },
  ],
  [
    null,
    null,
    ...members.map(({ code }) => ({ text: code })),
    ...['A', 'B', 'C', 'Chung'].map((text) => ({ text })),
    null,
    null,
  ],
]

const rowCells = (row: TallyRow, wordSize: number): readonly TableEntry[] => [
  String(row.place),
  [{ text: `${row.code}. ${row.productName}`, bold: true }, row.producerName],
  ...row.members.map((mark) =>
    mark.kind === 'total' ? String(mark.total) : { text: mark.word, italics: true, size: wordSize },
  ),
  row.parts.A?.text ?? '',
  row.parts.B?.text ?? '',
  row.parts.C?.text ?? '',
  { text: row.mean?.text ?? '', bold: true },
  { text: row.star, bold: true },
  row.isReferred ? 'Đề nghị' : '',
]
