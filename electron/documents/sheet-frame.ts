import type { Head } from './nd30/head.ts'
import { nd30, quocHieu, tieuNgu } from './nd30/measures.ts'
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
        {
          from: 1,
          to: split,
          value: head.issuingBody.join('\n'),
          align: 'center',
          bold: true,
          size: 12,
          rule: (head.issuingBody.at(-1)?.length ?? 0) * capital * 12 * nd30.rule.issuingBody.printed,
        },
        { from: split + 1, to: columns, value: tieuNgu, align: 'center', bold: true, rule: tieuNguWidth },
      ],
    },
  ]
}

/** Bold capitals are about seven tenths as wide as their size; Tiêu ngữ in bold of 13 points is as wide as this. */
const capital = 0.7
const tieuNguWidth = 159

/** A title over the whole width, one line each. */
export function sheetTitle(lines: readonly string[], columns: number): readonly SheetLine[] {
  return lines.map((value) => ({
    cells: [{ from: 1, to: columns, value, bold: true, size: 14, align: 'center' }],
    height: 20,
  }))
}

type ListTopInput = SheetHeadInput & {
  /** One line each. */
  readonly title: readonly string[]
  /** In italics below the title; none unless given. */
  readonly note?: string
}

/** What stands above the table of a list: who issues it, its title, and a note. */
export function listTop({ title, note, ...head }: ListTopInput): readonly SheetLine[] {
  const { columns } = head
  return [
    ...sheetHead(head),
    { cells: [] },
    ...sheetTitle(title, columns),
    ...(note === undefined
      ? []
      : [{ cells: [{ from: 1, to: columns, value: note, italic: true, align: 'center' as const }] }]),
  ]
}

type SheetSignaturesInput = {
  secretary: string
  chair: string
  columns: number
}

/**
 * Two signatures under the table: secretary on the left, chair on the right. Post, room to sign and name are one row, which no
 * reader parts between pages.
 */
export function sheetSignatures({ secretary, chair, columns }: SheetSignaturesInput): readonly SheetLine[] {
  const half = Math.floor(columns / 2)
  const block = (post: string, name: string): string => `${post}${'\n'.repeat(linesToSign)}${name}`
  return [
    { cells: [] },
    {
      cells: [
        { from: 1, to: half, value: block('THƯ KÝ', secretary), bold: true, align: 'center' },
        { from: half + 1, to: columns, value: block('CHỦ TỊCH HỘI ĐỒNG', chair), bold: true, align: 'center' },
      ],
    },
  ]
}

const linesToSign = 5

/** Said above the table until the session is closed. */
export function draftLine({ isDraft, columns }: { isDraft: boolean; columns: number }): readonly SheetLine[] {
  return isDraft ? [{ cells: [{ from: 1, to: columns, value: 'DỰ THẢO', bold: true, size: 14, align: 'center' }] }] : []
}
