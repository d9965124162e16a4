import {
  writeXlsx,
  type CellModel,
  type CellStyle,
  type RowModel,
  type SheetModel,
  type SheetValue,
} from '../workbooks/xlsx/write-xlsx.ts'
import { fittedHeight } from '../workbooks/xlsx/row-height.ts'
import { mm } from './nd30/measures.ts'
import { rowOfLastPage } from './sheet-pages.ts'

/** One sheet to be printed: what stands above the table, the table, what stands below. */
export type SheetDocument = {
  readonly title: string
  /** A4 unless given. */
  readonly paper?: 'A4' | 'A3'
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
  /** Points of a rule under the text. */
  readonly rule?: number
}

export type SheetColumn = {
  readonly head: string
  /** Characters. */
  readonly width: number
  /** `text` keeps codes as they are (leading zeros, dashes); `points` shows two decimals; thousands of a list's are parted. */
  readonly format: keyof typeof numberFormats
  readonly align: 'left' | 'center'
  /** For a program to read, not for people. */
  readonly isHidden?: boolean
}

type Printing = {
  /** A small line at the end; empty for none. */
  readonly foot: string
  /** Goes into the file's properties; from the host's clock. */
  readonly createdAt: Date
}

/** The bytes of a workbook with one sheet. */
export function renderXlsx(document: SheetDocument, printing: Printing): Promise<Uint8Array<ArrayBuffer>> {
  return renderSheets([document], printing)
}

/**
 * The bytes of a workbook with a sheet each, of one name or of several, with the edges of Decree 30, the head frozen on screen and repeated on paper.
 * Set in Times New Roman, which every office has; a workbook embeds no fonts.
 */
export function renderSheets(
  documents: readonly SheetDocument[],
  { foot, createdAt }: Printing,
): Promise<Uint8Array<ArrayBuffer>> {
  const names = documents.map(({ sheetName }) => sheetName)
  const sheets = documents.map((document, place) => {
    const before = names.slice(0, place).filter((name) => name === document.sheetName).length
    return sheetModel(document, {
      foot,
      name: before === 0 ? document.sheetName : `${document.sheetName.slice(0, 26)} (${before + 1})`,
    })
  })
  return writeXlsx({ title: documents[0]?.title ?? '', createdAt, sheets })
}

/** A table without end: its rows are laid out as they come, and nothing stands below them. */
type LongTable = Pick<SheetDocument, 'sheetName' | 'above' | 'columns'> & {
  readonly rows: AsyncIterable<readonly SheetValue[]>
}

/** The sheet of a long table, its rows laid out one by one as they are written. */
export function longSheet({ sheetName, rows, ...document }: LongTable): SheetModel {
  const { top, rowOf, frame } = layOut({ paper: 'A4', ...document })
  async function* laidOut(): AsyncGenerator<RowModel> {
    yield* top
    for await (const row of rows) yield rowOf(row)
  }
  return { ...frame, name: sheetName, rows: laidOut() }
}

function sheetModel(document: SheetDocument, { foot, name }: { readonly foot: string; readonly name: string }) {
  const { paper = 'A4', above, columns, below } = document
  const headRow = above.length + 1
  const { top, rowOf, line, frame } = layOut({ paper, above, columns })
  const rows: readonly SizedRow[] = [
    ...top,
    ...document.rows.map(rowOf),
    ...below.map(line),
    ...(foot === '' ? [] : [line({ cells: [{ from: 1, to: columns.length, value: foot, size: 9 }] })]),
  ]
  const newPage = rowOfLastPage({
    heights: rows.map(({ height }) => height),
    head: headRow - 1,
    tableEnd: headRow + document.rows.length,
    room: roomOn(paper, columns),
  })
  return {
    ...frame,
    name,
    rows: rows.map((row, index): RowModel => ({ ...row, endsPage: newPage !== null && index === newPage - 1 })),
  }
}

/** How a table lies on its sheet: the rows down to its head, what a row of it becomes, and the sheet around them. */
function layOut({ paper, above, columns }: Required<Pick<SheetDocument, 'paper' | 'above' | 'columns'>>) {
  const headRow = above.length + 1
  const styles = columns.map(cellStyles)
  const line = (each: SheetLine): SizedRow => lineRow(each, columns)
  const fitted = (cells: readonly CellModel[]): SizedRow => ({
    cells,
    height: fittedHeight(cells.map(({ value }, index) => [value, columns[index]?.width ?? 0])),
  })
  const head = fitted(columns.map(({ head: value }) => ({ value, style: headStyle })))
  return {
    top: [...above.map(line), head],
    rowOf: (row: readonly SheetValue[]): SizedRow => fitted(tableCells(row, styles)),
    line,
    frame: {
      paper,
      columns,
      frozen: { rows: headRow, columns: 0 },
      titleRow: headRow,
      margins,
      isLocked: false,
      lists: [],
    },
  }
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

type SizedRow = RowModel & { readonly height: number }

/** A row of lines, as high as the texts of its cells; readers do not fit rows to merged cells. */
function lineRow({ cells, height }: SheetLine, columns: readonly SheetColumn[]): SizedRow {
  const needed = cells.map(({ from, to, value, size = 13, rule = 0 }) => {
    const width = columns.slice(from - 1, to).reduce((sum, column) => sum + column.width, 0)
    return (fittedHeight([[value, (width * 12) / size]]) * size) / 12 + (rule > 0 ? ruleSize * 1.5 : 0)
  })
  return {
    cells: cells.map(({ from, to, value, bold = false, italic = false, size = 13, align = 'left', rule = 0 }) => ({
      value,
      style: {
        font: { name: family, size, bold, italic },
        alignment: { horizontal: align, vertical: rule > 0 ? 'top' : 'middle', wrapText: true },
        ...(value !== null && typeof value === 'object' && { numFmt: numberFormats.date }),
      },
      over: [from, to],
      ...(rule > 0 && { under: { text: '_'.repeat(Math.round(rule / (ruleSize / 2))), size: ruleSize } }),
    })),
    height: Math.max(height ?? 0, ...needed, 16.5),
  }
}

/** Points of the low lines that a rule is made of: each is half as long, and they join. */
const ruleSize = 8

/** Points that a page holds down its side at the scale at which the columns fit its width. */
function roomOn(paper: 'A4' | 'A3', columns: readonly SheetColumn[]): number {
  const [width, height] = paper === 'A4' ? [297, 210] : [420, 297]
  const across = columns.reduce((sum, column) => sum + (column.isHidden === true ? 0 : pointsOf(column.width)), 0)
  const scale = Math.min(1, mm(width - 45) / across)
  return mm(height - 40) / scale
}

/** Of a column of so many characters: seven dots each and five around, at 96 an inch. */
const pointsOf = (characters: number): number => (characters * 7 + 5) * 0.75

/** The style of a column's cells by what a cell holds. */
type CellStyles = Readonly<Record<'text' | 'other' | DayFormat, CellStyle>>

type DayFormat = 'date' | 'minute' | 'second'

/** By how much of its time a day says. */
const dayFormatOf = (time = ''): DayFormat => (time === '' ? 'date' : time.length > 5 ? 'second' : 'minute')

function cellStyles({ format, align }: SheetColumn): CellStyles {
  const style = (numFmt: string): CellStyle => ({
    numFmt,
    font: { name: family, size: 12 },
    alignment: { horizontal: align, vertical: 'middle', wrapText: true },
    border,
  })
  const { date, minute, second } = numberFormats
  return {
    text: style('@'),
    date: style(date),
    minute: style(minute),
    second: style(second),
    other: style(numberFormats[format]),
  }
}

function tableCells(row: readonly SheetValue[], styles: readonly CellStyles[]): readonly CellModel[] {
  return styles.map((styleOf, index) => {
    const value = row[index] ?? null
    if (typeof value === 'string') return { value, style: styleOf.text }
    if (value === null || typeof value !== 'object') return { value, style: styleOf.other }
    return { value, style: styleOf['date' in value ? dayFormatOf(value.time) : 'date'] }
  })
}

const numberFormats = {
  text: '@',
  whole: '0',
  points: '0.00',
  thousands: '#,##0',
  'thousands-points': '#,##0.00',
  date: 'dd/mm/yyyy',
  minute: 'dd/mm/yyyy hh:mm',
  second: 'dd/mm/yyyy hh:mm:ss',
} as const
