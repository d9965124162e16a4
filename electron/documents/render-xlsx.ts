import { PassThrough } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
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

/** A date is a real date in the workbook; null leaves the cell empty. */
export type SheetValue = string | number | { readonly date: string } | null

/**
 * The bytes of a workbook with one sheet: A4 landscape with the edges of Decree 30, one page wide, the head frozen on
 * screen and repeated on paper. Set in Times New Roman, which every office has; a workbook embeds no fonts. Rows are
 * written as they come, which makes a long list cheap in time and memory.
 * @param createdAt goes into the file's properties; from the host's clock.
 */
export async function renderXlsx(document: SheetDocument, createdAt: Date): Promise<Uint8Array<ArrayBuffer>> {
  const file = new PassThrough()
  const bytes = buffer(file)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream: file,
    useStyles: true,
    useSharedStrings: true,
    zip: { zlib: { level: 6 } },
  })
  const by = { creator: 'Hội đồng OCOP', lastModifiedBy: 'Hội đồng OCOP' }
  Object.assign(workbook, { ...by, title: document.title, created: createdAt, modified: createdAt })
  const headRow = document.above.length + 1
  const sheet = workbook.addWorksheet(document.sheetName, {
    views: [{ state: 'frozen', ySplit: headRow, xSplit: 0 }],
    pageSetup: { ...pageSetup, printTitlesRow: `${headRow}:${headRow}` },
    headerFooter: { differentFirst: true, oddHeader: '&C&"Times New Roman"&13&P' },
  })
  sheet.columns = document.columns.map(({ width, isHidden = false }) => ({ width, hidden: isHidden }))
  for (const line of document.above) writeLine(sheet, line)
  writeHead(sheet, document.columns)
  const styles = document.columns.map(cellStyles)
  for (const row of document.rows) writeRow({ sheet, row, columns: document.columns, styles })
  for (const line of document.below) writeLine(sheet, line)
  await workbook.commit()
  return new Uint8Array(await bytes)
}

const inches = (millimetres: number): number => mm(millimetres) / 72

const pageSetup: Partial<ExcelJS.PageSetup> = {
  paperSize: 9,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  margins: {
    left: inches(30),
    right: inches(15),
    top: inches(20),
    bottom: inches(20),
    header: inches(10),
    footer: inches(10),
  },
}

const family = 'Times New Roman'
const thin = { style: 'thin' } as const
const box = { top: thin, left: thin, bottom: thin, right: thin }

function writeLine(sheet: ExcelJS.Worksheet, line: SheetLine): void {
  const row = sheet.addRow([])
  for (const { from, to, value, bold = false, italic = false, size = 13, align = 'left' } of line.cells) {
    const cell = row.getCell(from)
    setValue(cell, value)
    cell.font = { name: family, size, bold, italic }
    cell.alignment = { horizontal: align, vertical: 'middle', wrapText: true }
    if (to > from) sheet.mergeCells(row.number, from, row.number, to)
  }
  if (line.height !== undefined) row.height = line.height
}

function writeHead(sheet: ExcelJS.Worksheet, columns: readonly SheetColumn[]): void {
  const row = sheet.addRow(columns.map(({ head }) => head))
  row.eachCell((cell) => {
    cell.font = { name: family, size: 12, bold: true }
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true }
    cell.border = box
  })
  row.height = lineHeight * Math.max(...columns.map(({ head, width }) => linesOf(head, width)))
}

/** The style of a column's cells by what a cell holds: one object each, for the library looks a style up by identity. */
type CellStyles = Readonly<Record<'text' | 'date' | 'other', ExcelJS.Style>>

function cellStyles({ format, align }: SheetColumn): CellStyles {
  const style = (numFmt: string) =>
    ({
      numFmt,
      font: { name: family, size: 12 },
      alignment: { horizontal: align, vertical: 'middle', wrapText: true },
      border: box,
    }) as ExcelJS.Style
  return { text: style('@'), date: style(numberFormats.date), other: style(numberFormats[format]) }
}

type WriteRowInput = {
  sheet: ExcelJS.Worksheet
  row: readonly SheetValue[]
  columns: readonly SheetColumn[]
  styles: readonly CellStyles[]
}

function writeRow({ sheet, row: values, columns, styles }: WriteRowInput): void {
  const row = sheet.addRow(columns.map((_column, index) => toCellValue(values[index] ?? null)))
  styles.forEach(({ text, date, other }, index) => {
    const cell = row.getCell(index + 1)
    const value = values[index] ?? null
    cell.style = typeof value === 'string' ? text : typeof value === 'object' && value !== null ? date : other
  })
  const lines = columns.map(({ width }, index) => {
    const value = values[index]
    return typeof value === 'string' ? linesOf(value, width) : 1
  })
  row.height = lineHeight * Math.max(...lines)
  row.commit()
}

const numberFormats = { text: '@', whole: '0', points: '0.00', date: 'dd/mm/yyyy' } as const

/** Points. Readers that open the file do not all fit a row to its wrapped text, so its height is set. */
const lineHeight = 16.5

const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((lines, part) => lines + wrappedLines(part, width), 0)

/** Counts as a reader wraps: whole words, about `width` characters of this type in a line. */
function wrappedLines(text: string, width: number): number {
  let lines = 1
  let used = 0
  for (const word of text.split(' ')) {
    const needed = used === 0 ? word.length : used + 1 + word.length
    if (needed <= width * 1.05) used = needed
    else {
      lines += used === 0 ? 0 : 1
      used = word.length
    }
  }
  return lines
}

function setValue(cell: ExcelJS.Cell, value: SheetValue): void {
  cell.value = toCellValue(value)
  if (cell.value instanceof Date) cell.numFmt = numberFormats.date
}

/** A date is stored as the serial of that day, so midnight UTC of it. */
const toCellValue = (value: SheetValue): string | number | Date | null =>
  value !== null && typeof value === 'object' ? new Date(`${value.date}T00:00:00Z`) : value
