import type { PdfContent, PdfDocument, PdfLayout } from '../render-pdf.ts'
import { memberKey, occasionLine, signedNotes } from '../council-table.ts'
import { head } from '../nd30/head.ts'
import { mm, textWidth } from '../nd30/measures.ts'
import { prose } from '../nd30/prose.ts'
import { ruledTable, type TableColumn, type TableEntry } from '../nd30/table.ts'
import { title } from '../nd30/title.ts'
import { memberColumn, tablePage } from '../table-page.ts'
import type { ProductTally, ProductTallyModel } from './model.ts'
import type { ProductTallyRow } from './rows.ts'

/** A section a product, so that each can be signed and filed by itself. */
export function productTallyPdf(model: ProductTallyModel): PdfDocument {
  return {
    title: model.title,
    isDraft: model.isDraft,
    sections: model.tables.map((table) => ({
      orientation: tablePage(table.members.length),
      isOwnPaper: true,
      mark: table.code,
      content: (layout) => tablePages({ model, table, layout }),
    })),
  }
}

type TablePagesInput = {
  model: ProductTallyModel
  table: ProductTally
  layout: PdfLayout
}

function tablePages({ model, table, layout }: TablePagesInput): PdfContent[] {
  const { members } = table
  return [
    head(model.head, layout),
    title({ kind: 'BẢNG TỔNG HỢP ĐIỂM SẢN PHẨM', subject: table.subject }, layout),
    occasionLine(model.occasion, 6),
    ...table.facts.map((text): PdfContent => ({ text: prose(text), fontSize: 12, margin: [0, 0, 0, 2] })),
    {
      stack: [
        ruledTable({
          name: 'criteria',
          columns: columnsFor(members.length),
          head: headFor(table),
          rows: [...table.rows.map((row) => rowCells(row, table)), totalCells(table)],
          size: memberColumn(members.length).size,
          padding: 2,
          layout,
        }),
      ],
      margin: [0, 6, 0, 4],
    },
    memberKey(table.members, 2),
    signedNotes({ signed: { ...model, notes: table.notes }, table: 'criteria', size: 10.5, layout }),
  ]
}

/** Millimetres: the members' columns leave the rest to the criteria. */
const fixed = { code: 12, max: 11, mean: 14, gates: 42 }
const fixedWidth = fixed.code + fixed.max + fixed.mean + fixed.gates

const columnsFor = (members: number): readonly TableColumn[] => [
  { width: fixed.code, align: 'center' },
  {
    width: textWidth(tablePage(members)) / mm(1) - fixedWidth - members * memberColumn(members).width,
    align: 'left',
  },
  { width: fixed.max, align: 'center' },
  ...Array.from({ length: members }, () => ({ width: memberColumn(members).width, align: 'center' as const })),
  { width: fixed.mean, align: 'center' },
  { width: fixed.gates, align: 'left' },
]

const headFor = ({ members }: ProductTally) => [
  [
    { text: 'Mã', down: 2 },
    { text: 'Tiêu chí', down: 2 },
    { text: 'Tối đa', down: 2 },
    { text: 'Điểm của thành viên', across: members.length },
    ...members.slice(1).map(() => null),
    { text: 'Trung bình', down: 2 },
    { text: 'Yêu cầu tối thiểu của hạng sao', down: 2 },
  ],
  [null, null, null, ...members.map(({ code }) => ({ text: code })), null, null],
]

function rowCells(row: ProductTallyRow, table: ProductTally): readonly TableEntry[] {
  const bold = row.kind === 'part'
  return [
    { text: row.code, bold },
    { text: row.title, bold },
    { text: String(row.max), bold },
    ...row.points.map(({ text, isOutlier }, index) =>
      pointsCell({ text, isOutlier, bold, member: table.members[index] }),
    ),
    { text: row.mean, bold: true },
    row.gates.map((text) => ({ text, size: 9 })),
  ]
}

type PointsCellInput = {
  text: string
  isOutlier: boolean
  bold: boolean
  member: ProductTally['members'][number] | undefined
}

function pointsCell({ text, isOutlier, bold, member }: PointsCellInput): TableEntry {
  if (text === '') return bold ? { text: member?.absence ?? '', italics: true, size: 7 } : ''
  return isOutlier ? { text: `${text} (!)`, bold: true } : { text, bold }
}

const totalCells = ({ totals, mean, max, star }: ProductTally): readonly TableEntry[] => [
  '',
  { text: 'TỔNG CỘNG', bold: true },
  { text: String(max), bold: true },
  ...totals.map((text) => ({ text, bold: true })),
  { text: mean, bold: true },
  { text: star, bold: true },
]
