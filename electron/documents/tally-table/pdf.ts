import type { PdfContent, PdfDocument, PdfLayout } from '../render-pdf.ts'
import { memberKey, occasionLine, signedNotes } from '../council-table.ts'
import { head } from '../nd30/head.ts'
import { mm, textWidth } from '../nd30/measures.ts'
import { ruledTable, type TableColumn, type TableEntry } from '../nd30/table.ts'
import { title } from '../nd30/title.ts'
import { memberColumn, tablePage } from '../table-page.ts'
import type { TallyRow, TallyTableModel } from './model.ts'

export function tallyTablePdf(model: TallyTableModel): PdfDocument {
  return {
    title: model.title,
    isDraft: model.isDraft,
    sections: [{ orientation: tablePage(model.members.length), content: (layout) => tallyPages(model, layout) }],
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
    rows: model.rows.map((row) => rowCells(row)),
    size: memberColumn(model.members.length).size,
    padding: 2,
    layout,
  }),
  memberKey(model.members, 6),
  signedNotes({ signed: model, table: 'tally', size: 10, layout }),
]

/** Millimetres, of which the members' columns and the products' names share what is left. */
const fixed = { place: 9, part: 12, mean: 14, star: 13, referral: 14 }
const shared = (members: number): number =>
  textWidth(tablePage(members)) / mm(1) - fixed.place - 3 * fixed.part - fixed.mean - fixed.star - fixed.referral

/** Type in which "Không" stands in a member's column. */
const wordSize = 8.5

const columnsFor = (members: number): readonly TableColumn[] => [
  { width: fixed.place, align: 'center' },
  { width: shared(members) - members * memberColumn(members).width, align: 'left' },
  ...Array.from({ length: members }, () => ({ width: memberColumn(members).width, align: 'center' as const })),
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

const rowCells = (row: TallyRow): readonly TableEntry[] => [
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
