import type { Head } from './nd30/head.ts'
import { quocHieu, tieuNgu } from './nd30/measures.ts'
import type { SheetValue } from '../workbooks/xlsx/write-xlsx.ts'
import type { SheetColumn, SheetDocument, SheetLine } from './render-xlsx.ts'

/** A column of a sheet, and what stands in it for a row. */
export type SheetColumnOf<Row> = SheetColumn & { readonly value: (row: Row) => SheetValue }

export function sheetRows<Row>(
  columns: readonly SheetColumnOf<Row>[],
  rows: readonly Row[],
): Pick<SheetDocument, 'columns' | 'rows'> {
  return { columns, rows: rows.map((row) => columns.map(({ value }) => value(row))) }
}

type SheetHeadInput = {
  head: Head
  columns: number
  split: number
}

/** The head of a paper on a sheet of that many columns: who issues on the left, the nation's name on the right. */
export function sheetHead({ head, columns, split }: SheetHeadInput): readonly SheetLine[] {
  return [
    {
      cells: [
        { from: 1, to: split, value: head.superiorBody.join('\n'), align: 'center', size: 12 },
        { from: split + 1, to: columns, value: quocHieu, align: 'center', bold: true, size: 12 },
      ],
    },
    {
      cells: [
        { from: 1, to: split, value: head.issuingBody.join('\n'), align: 'center', bold: true, size: 12 },
        { from: split + 1, to: columns, value: tieuNgu, align: 'center', bold: true },
      ],
      height: 34,
    },
  ]
}

/** A title over the whole width, one line each. */
export function sheetTitle(lines: readonly string[], columns: number): readonly SheetLine[] {
  return lines.map((value) => ({
    cells: [{ from: 1, to: columns, value, bold: true, size: 14, align: 'center' }],
    height: 20,
  }))
}

type SheetSignaturesInput = {
  secretary: string
  chair: string
  columns: number
}

/** Two signatures under the table: secretary on the left, chair on the right. */
export function sheetSignatures({ secretary, chair, columns }: SheetSignaturesInput): readonly SheetLine[] {
  const half = Math.floor(columns / 2)
  const line = (left: string, right: string): SheetLine => ({
    cells: [
      { from: 1, to: half, value: left, bold: true, align: 'center' },
      { from: half + 1, to: columns, value: right, bold: true, align: 'center' },
    ],
  })
  return [{ cells: [] }, line('THƯ KÝ', 'CHỦ TỊCH HỘI ĐỒNG'), { cells: [], height: 70 }, line(secretary, chair)]
}

/** Said above the table until the session is closed. */
export function draftLine({ isDraft, columns }: { isDraft: boolean; columns: number }): readonly SheetLine[] {
  return isDraft ? [{ cells: [{ from: 1, to: columns, value: 'DỰ THẢO', bold: true, size: 14, align: 'center' }] }] : []
}
