import {
  writeXlsx,
  type CellModel,
  type CellStyle,
  type RowModel,
  type SheetValue,
} from '../workbooks/xlsx/write-xlsx.ts'
import { mm } from './nd30/measures.ts'

/** One sheet to be printed: what stands above the table, the table, what stands below. */
export type SheetDocument = {
  readonly title: string
  readonly isDraft: boolean
  /** At most 31 characters, none of `\ / ? * [ ] :`. */
  readonly sheetName: string
  readonly above: readonly SheetLine[]
  readonly columns: readonly SheetColumn[]
  readonly rows: readonly (readonly SheetValue[])[]
  readonly below: readonly SheetLine[]
}

/** Texts beside each other in one row, each over the columns from–to (1-based, both inclusive). */
export type SheetLine = { readonly cells: readonly SheetLineCell[]; readonly height?: number }

export type SheetLineCell = {
  readonly from: number
  readonly to: number
  readonly value: SheetValue
  readonly bold?: boolean
  readonly italic?: boolean
  readonly size?: number
  readonly align?: 'left' | 'center' | 'right'
}

export type SheetColumn = {
  readonly head: string
  /** Characters. */
  readonly width: number
  /** `text` keeps codes as they are (leading zeros, dashes); `points` shows two decimals. */
  readonly format: 'text' | 'whole' | 'points' | 'date'
  readonly align: 'left' | 'center'
  /** For a program to read, not for people. */
  readonly isHidden?: boolean
}

/**
 * The bytes of a workbook with one sheet, with the edges of Decree 30, the head frozen on screen and repeated on paper.
 * Set in Times New Roman, which every office has; a workbook embeds no fonts.
 * @param foot a small line at the end; empty for none.
 * @param createdAt goes into the file's properties; from the host's clock.
 */
export function renderXlsx(
  document: SheetDocument,
  { foot, createdAt }: { readonly foot: string; readonly createdAt: Date },
): Promise<Uint8Array<ArrayBuffer>> {
  const { title, sheetName, above, columns, below } = document
  const headRow = above.length + 1
  const styles = columns.map(cellStyles)
  const rows: readonly RowModel[] = [
    ...above.map(lineRow),
    { cells: columns.map(({ head }) => ({ value: head, style: headStyle })), height: 'fitted' },
    ...document.rows.map((row): RowModel => ({ cells: tableCells(row, styles), height: 'fitted' })),
    ...below.map(lineRow),
    ...(foot === '' ? [] : [lineRow({ cells: [{ from: 1, to: columns.length, value: foot, size: 9 }] })]),
  ]
  const frozen = { rows: headRow, columns: 0 }
  const sheet = { name: sheetName, columns, rows, frozen, titleRow: headRow, margins, isLocked: false, lists: [] }
  return writeXlsx({ title, createdAt, sheets: [sheet] })
}

const inches = (millimetres: number): number => mm(millimetres) / 72

const margins = {
  left: inches(30),
  right: inches(15),
  top: inches(20),
  bottom: inches(20),
  header: inches(10),
  footer: inches(10),
}

const family = 'Times New Roman'
const thin = { style: 'thin' } as const
const border = { top: thin, left: thin, bottom: thin, right: thin }

const headStyle: CellStyle = {
  font: { name: family, size: 12, bold: true },
  alignment: { horizontal: 'center', vertical: 'middle', wrapText: true },
  border,
}

function lineRow({ cells, height }: SheetLine): RowModel {
  return {
    cells: cells.map(({ from, to, value, bold = false, italic = false, size = 13, align = 'left' }) => ({
      value,
      style: {
        font: { name: family, size, bold, italic },
        alignment: { horizontal: align, vertical: 'middle', wrapText: true },
        ...(value !== null && typeof value === 'object' && { numFmt: numberFormats.date }),
      },
      over: [from, to],
    })),
    ...(height !== undefined && { height }),
  }
}

/** The style of a column's cells by what a cell holds. */
type CellStyles = Readonly<Record<'text' | 'date' | 'other', CellStyle>>

function cellStyles({ format, align }: SheetColumn): CellStyles {
  const style = (numFmt: string): CellStyle => ({
    numFmt,
    font: { name: family, size: 12 },
    alignment: { horizontal: align, vertical: 'middle', wrapText: true },
    border,
  })
  return { text: style('@'), date: style(numberFormats.date), other: style(numberFormats[format]) }
}

function tableCells(row: readonly SheetValue[], styles: readonly CellStyles[]): readonly CellModel[] {
  return styles.map(({ text, date, other }, index) => {
    const value = row[index] ?? null
    return {
      value,
      style: typeof value === 'string' ? text : value !== null && typeof value === 'object' ? date : other,
    }
  })
}

const numberFormats = { text: '@', whole: '0', points: '0.00', date: 'dd/mm/yyyy' } as const
