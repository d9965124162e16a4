import type { SheetValue } from '../../workbooks/xlsx/write-xlsx.ts'
import type { SheetColumn, SheetDocument, SheetLine } from '../render-xlsx.ts'
import { draftLine, sheetHead, sheetSignatures, sheetTitle } from '../sheet-frame.ts'
import type { ShownMean, TallyRow, TallyTableModel } from './model.ts'

export function tallyTableSheet(model: TallyTableModel): SheetDocument {
  const columns = columnsOf(model)
  const count = columns.length
  return {
    title: model.title,
    isDraft: model.isDraft,
    sheetName: 'Tổng hợp điểm',
    above: [
      ...sheetHead({ head: model.head, columns: count, split: 6 }),
      ...draftLine({ isDraft: model.isDraft, columns: count }),
      { cells: [] },
      ...sheetTitle(['BẢNG TỔNG HỢP ĐIỂM', model.subject], count),
      { cells: [{ from: 1, to: count, value: model.occasion, italic: true, align: 'center' }], height: 20 },
    ],
    columns,
    rows: model.rows.map(rowValues),
    below: [
      { cells: [] },
      ...model.members.map(({ code, description }) => noteLine(`${code}: ${description}`, count)),
      ...model.notes.map((text) => noteLine(text, count)),
      ...sheetSignatures({ secretary: model.secretary, chair: model.chair, columns: count }),
    ],
  }
}

const columnsOf = ({ members }: TallyTableModel): readonly SheetColumn[] => [
  { head: 'TT', width: 5, format: 'whole', align: 'center' },
  { head: 'Mã sản phẩm', width: 10, format: 'text', align: 'left' },
  { head: 'Tên sản phẩm', width: 22, format: 'text', align: 'left' },
  { head: 'Tên chủ thể', width: 20, format: 'text', align: 'left' },
  ...members.map(({ code }): SheetColumn => ({ head: code, width: 6.5, format: 'whole', align: 'center' })),
  { head: 'Trung bình A', width: 7, format: 'points', align: 'center' },
  { head: 'Trung bình B', width: 7, format: 'points', align: 'center' },
  { head: 'Trung bình C', width: 7, format: 'points', align: 'center' },
  { head: 'Điểm trung bình', width: 8, format: 'points', align: 'center' },
  { head: 'Hạng sao', width: 7, format: 'text', align: 'center' },
  { head: 'Đề nghị', width: 7, format: 'text', align: 'center' },
]

const rowValues = (row: TallyRow): readonly SheetValue[] => [
  row.place,
  row.code,
  row.productName,
  row.producerName,
  ...row.members.map((mark) => (mark.kind === 'total' ? mark.total : mark.word)),
  points(row.parts.A),
  points(row.parts.B),
  points(row.parts.C),
  points(row.mean),
  row.star === '' ? null : row.star,
  row.isReferred ? 'Đề nghị' : null,
]

const points = (mean: ShownMean | null): number | null => (mean === null ? null : mean.hundredths / 100)

const noteLine = (text: string, columns: number): SheetLine => ({
  cells: [{ from: 1, to: columns, value: text, size: 11 }],
})
