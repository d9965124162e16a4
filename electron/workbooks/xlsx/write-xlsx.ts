import { createWriteStream } from 'node:fs'
import { PassThrough, type Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import ExcelJS from 'exceljs'
import { writeAddress } from './address.ts'
import { fittedHeight } from './row-height.ts'

/** A date is a real date in the workbook, with its `time` (`08:05` or `08:05:12`) where it has one; a formula has no `=` and its result for who does not compute; null leaves the cell empty. */
export type SheetValue =
  | string
  | number
  | { readonly date: string; readonly time?: string }
  | { readonly formula: string; readonly result: string | number }
  | null

/** One sheet to write, landscape and one page wide. */
export type SheetModel = {
  /** At most 31 characters, none of `\ / ? * [ ] :`. */
  readonly name: string
  /** A4 unless given. */
  readonly paper?: 'A4' | 'A3'
  readonly columns: readonly SheetModelColumn[]
  /** Rows that come one by one are written so. */
  readonly rows: Iterable<RowModel> | AsyncIterable<RowModel>
  /** Rows and columns that stay in sight when the sheet scrolls. */
  readonly frozen: { readonly rows: number; readonly columns: number }
  /** Repeated on each page. */
  readonly titleRow: number | null
  /** Edges in inches; such a sheet has page numbers from its second page on. */
  readonly margins?: ExcelJS.Margins
  /** Only cells whose style opens them take input; nothing asks for a password. */
  readonly isLocked: boolean
  readonly lists: readonly ListModel[]
}

/** `width` in characters; hidden: for a program to read, not for people. */
type SheetModelColumn = { readonly width: number; readonly isHidden?: boolean }

/** `height` in points; `fitted`: to the wrapped texts, which readers that open the file do not all do. */
export type RowModel = {
  readonly cells: readonly CellModel[]
  readonly height?: number | 'fitted'
  /** What follows begins a page. */
  readonly endsPage?: boolean
}

export type CellModel = {
  readonly value: SheetValue
  /** One object a look: the library recognises a style that it has seen by its object. */
  readonly style: CellStyle
  /** Columns that the cell covers, 1-based and inclusive; without them the one at its place in the row. */
  readonly over?: readonly [from: number, to: number]
  /** A second line of the cell in regular type of its own size. */
  readonly under?: { readonly text: string; readonly size: number }
}

export type CellStyle = Partial<ExcelJS.Style>

/** A closed list of values for an area of cells, offered as a drop-down; anything else is refused. */
export type ListModel = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly values: readonly string[]
  readonly prompt: string
}

type WorkbookModel = { readonly title?: string; readonly createdAt: Date; readonly sheets: readonly SheetModel[] }

/**
 * The bytes of a new workbook. Rows are written as they come, which makes a long list cheap in time and memory.
 * @param model `createdAt` goes into the file's properties.
 */
export async function writeXlsx(model: WorkbookModel): Promise<Uint8Array<ArrayBuffer>> {
  const file = new PassThrough()
  const bytes = buffer(file)
  await writeTo(file, model, true)
  return new Uint8Array(await bytes)
}

/** The same at a path, for more rows than fit in memory: each cell has its own text, and none is looked for among all. */
export async function writeXlsxFile(path: string, model: WorkbookModel): Promise<void> {
  await writeTo(createWriteStream(path), model, false)
}

async function writeTo(stream: Writable, { title = '', createdAt, sheets }: WorkbookModel, sharesTexts: boolean) {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: sharesTexts,
    zip: { zlib: { level: 6 } },
  })
  const by = { creator: 'Hội đồng OCOP', lastModifiedBy: 'Hội đồng OCOP' }
  Object.assign(workbook, { ...by, title, created: createdAt, modified: createdAt })
  for (const sheet of sheets) await writeSheet(workbook, sheet)
  await workbook.commit()
}

async function writeSheet(workbook: ExcelJS.stream.xlsx.WorkbookWriter, model: SheetModel): Promise<void> {
  const { columns, frozen, titleRow, margins, rows, lists } = model
  const sheet = workbook.addWorksheet(model.name, {
    views: [{ state: 'frozen', xSplit: frozen.columns, ySplit: frozen.rows }],
    pageSetup: {
      paperSize: model.paper === 'A3' ? a3 : a4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(titleRow !== null && { printTitlesRow: `${titleRow}:${titleRow}` }),
      ...(margins !== undefined && { margins }),
    },
    ...(margins !== undefined && {
      headerFooter: { differentFirst: true, oddHeader: '&C&"Times New Roman"&13&P' },
    }),
  })
  sheet.columns = columns.map(({ width, isHidden = false }) => ({ width, hidden: isHidden }))
  for await (const row of rows) writeRow(sheet, row, columns)
  for (const list of lists) addList(sheet, list)
  if (model.isLocked) await sheet.protect('', { formatColumns: true, formatRows: true, autoFilter: true })
  sheet.commit()
}

/** The numbers of paper sizes in workbooks. */
const [a4, a3] = [9, 8 as ExcelJS.PaperSize]

function writeRow(sheet: ExcelJS.Worksheet, model: RowModel, columns: readonly SheetModelColumn[]): void {
  const { cells, height, endsPage = false } = model
  const row = sheet.addRow([])
  if (endsPage) row.addPageBreak()
  for (const [index, each] of cells.entries()) {
    const { style, over: [from, to] = [index + 1, index + 1] } = each
    const cell = row.getCell(from)
    cell.value = cellValue(each)
    cell.style = style
    if (to > from) sheet.mergeCells(row.number, from, row.number, to)
  }
  if (height === 'fitted') {
    row.height = fittedHeight(cells.map(({ value }, index) => [value, columns[index]?.width ?? 0]))
  } else if (height !== undefined) row.height = height
  row.commit()
}

function cellValue({ value, style: { font = {} }, under }: CellModel): ExcelJS.CellValue {
  // The serial of a day is midnight UTC of it.
  if (value !== null && typeof value === 'object') {
    return 'formula' in value ? value : new Date(`${value.date}T${value.time ?? '00:00'}Z`)
  }
  if (under === undefined) return value
  const second = { text: `\n${under.text}`, font: { ...font, bold: false, size: under.size } }
  const richText = { richText: [{ text: String(value), font }, second] }
  // The library tells shared texts apart by what they are as a string.
  return Object.assign(richText, { toString: () => JSON.stringify(richText.richText) })
}

/** The library's types leave out the collection through which one rule covers an area. */
type WithValidations = { readonly dataValidations: { readonly add: (area: string, rule: object) => void } }

function addList(sheet: ExcelJS.Worksheet, { top, left, bottom, right, values, prompt }: ListModel): void {
  const [first, last] = [writeAddress(top, left), writeAddress(bottom, right)]
  const { dataValidations } = sheet as unknown as WithValidations
  dataValidations.add(first === last ? first : `${first}:${last}`, {
    type: 'list',
    allowBlank: true,
    formulae: [`"${values.join(',')}"`],
    showErrorMessage: true,
    errorStyle: 'stop',
    errorTitle: 'Giá trị không hợp lệ',
    error: `Chỉ nhận: ${values.join('; ')}`.slice(0, 225),
    showInputMessage: prompt !== '',
    promptTitle: 'Hội đồng OCOP',
    prompt: prompt.slice(0, 255),
  })
}
