import type { SheetValue } from '../../workbooks/xlsx/write-xlsx.ts'
import { tablePage } from '../table-page.ts'
import type { SheetDocument, SheetLine } from '../render-xlsx.ts'
import { draftLine, sheetHead, sheetRows, sheetSignatures, sheetTitle, type SheetColumnOf } from '../sheet-frame.ts'
import type { ShownMean, TallyMark, TallyRow, TallyTableModel } from './model.ts'

export function tallyTableSheet(model: TallyTableModel): SheetDocument {
  const columns = columnsOf(model)
  const count = columns.length
  return {
    title: model.title,
    paper: tablePage(model.members.length) === 'wide' ? 'A3' : 'A4',
    isDraft: model.isDraft,
    sheetName: 'Tổng hợp điểm',
    above: [
      ...sheetHead({ head: model.head, columns: count, split: 6 }),
      ...draftLine({ isDraft: model.isDraft, columns: count }),
      { cells: [] },
      ...sheetTitle(['BẢNG TỔNG HỢP ĐIỂM', model.subject], count),
      { cells: [{ from: 1, to: count, value: model.occasion, italic: true, align: 'center' }], height: 20 },
    ],
    ...sheetRows(columns, model.rows),
    below: [
      { cells: [] },
      ...model.members.map(({ code, description }) => noteLine(`${code}: ${description}`, count)),
      ...model.notes.map((text) => noteLine(text, count)),
      ...sheetSignatures({ secretary: model.secretary, chair: model.chair, columns: count }),
    ],
  }
}

const columnsOf = ({ members }: TallyTableModel): readonly SheetColumnOf<TallyRow>[] => [
  { head: 'TT', width: 5, format: 'whole', align: 'center', value: ({ place }) => place },
  { head: 'Mã sản phẩm', width: 10, format: 'text', align: 'left', value: ({ code }) => code },
  { head: 'Tên sản phẩm', width: 22, format: 'text', align: 'left', value: ({ productName }) => productName },
  { head: 'Tên chủ thể', width: 20, format: 'text', align: 'left', value: ({ producerName }) => producerName },
  ...members.map(({ code }, index): SheetColumnOf<TallyRow> => ({
    head: code,
    width: 6.5,
    format: 'whole',
    align: 'center',
    value: (row) => markValue(row.members[index]),
  })),
  ...(['A', 'B', 'C'] as const).map((part): SheetColumnOf<TallyRow> => ({
    head: `Trung bình ${part}`,
    width: 7,
    format: 'points',
    align: 'center',
    value: ({ parts }) => points(parts[part]),
  })),
  { head: 'Điểm trung bình', width: 8, format: 'points', align: 'center', value: ({ mean }) => points(mean) },
  { head: 'Hạng sao', width: 7, format: 'text', align: 'center', value: ({ star }) => (star === '' ? null : star) },
  {
    head: 'Đề nghị',
    width: 7,
    format: 'text',
    align: 'center',
    value: ({ isReferred }) => (isReferred ? 'Đề nghị' : null),
  },
]

const markValue = (mark: TallyMark | undefined): SheetValue =>
  mark === undefined ? null : mark.kind === 'total' ? mark.total : mark.word

const points = (mean: ShownMean | null): number | null => (mean === null ? null : mean.hundredths / 100)

const noteLine = (text: string, columns: number): SheetLine => ({
  cells: [{ from: 1, to: columns, value: text, size: 11 }],
})
