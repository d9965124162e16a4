import ExcelJS, { type Style, type Worksheet } from 'exceljs'

/** One sheet to write: a title row (where there is one), then rows, with what guards them. */
export type SheetModel = {
  readonly name: string
  readonly columns: readonly { readonly title: string; readonly width: number }[]
  readonly hasTitleRow: boolean
  /** Columns that stay in sight when the sheet scrolls sideways. */
  readonly frozenColumns: number
  readonly rows: readonly (readonly CellModel[])[]
  /** Only open cells take input; nothing asks for a password. */
  readonly isLocked: boolean
  readonly lists: readonly ListModel[]
}

export type CellModel = {
  readonly value: string | number | { readonly isoDate: string } | null
  /** `text`: the spreadsheet program keeps what is typed (`1/2`, `1.10`) and makes no date or number of it. */
  readonly look: CellLook
}

export type CellLook = 'plain' | 'count' | 'text' | 'date' | 'open' | 'open-text'

/** A closed list of values for an area of cells, offered as a drop-down; anything else is refused. */
export type ListModel = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
  readonly values: readonly string[]
  readonly prompt: string
}

/** Writes the sheets as an .xlsx. `created`: ISO date that the file carries as its own. */
export async function writeXlsx(sheets: readonly SheetModel[], created: string): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = 'Hội đồng OCOP'
  workbook.created = new Date(`${created}T00:00:00Z`)
  workbook.modified = workbook.created
  for (const sheet of sheets) await writeSheet(workbook, sheet)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const font = { name: 'Times New Roman', size: 12 }
const line = { style: 'thin', color: { argb: 'FFBFBFBF' } } as const
const border = { top: line, left: line, bottom: line, right: line }
const grey = (argb: string) => ({ type: 'pattern', pattern: 'solid', fgColor: { argb } }) as const

/** One object a look: the library recognises a style that it has seen by its object. */
const styles = {
  title: {
    font: { ...font, bold: true },
    border,
    fill: grey('FFE7E6E6'),
    alignment: { wrapText: true, vertical: 'middle' },
  },
  plain: { font, border, alignment: { horizontal: 'left', wrapText: true, vertical: 'top' } },
  count: { font, border, alignment: { horizontal: 'center', vertical: 'top' } },
  text: { font, border, numFmt: '@', alignment: { wrapText: true, vertical: 'top' } },
  date: { font, border, numFmt: 'dd/mm/yyyy', alignment: { horizontal: 'left', vertical: 'top' } },
  open: { font, border, protection: { locked: false }, alignment: { horizontal: 'center', vertical: 'top' } },
  'open-text': {
    font,
    border,
    numFmt: '@',
    protection: { locked: false },
    alignment: { horizontal: 'center', vertical: 'top' },
  },
} as const satisfies Readonly<Record<CellLook | 'title', Partial<Style>>>

async function writeSheet(workbook: ExcelJS.Workbook, sheet: SheetModel): Promise<void> {
  const worksheet = workbook.addWorksheet(sheet.name, {
    views: [{ state: 'frozen', xSplit: sheet.frozenColumns, ySplit: sheet.hasTitleRow ? 1 : 0 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
  for (const [index, { width }] of sheet.columns.entries()) worksheet.getColumn(index + 1).width = width
  if (sheet.hasTitleRow) writeTitles(worksheet, sheet)
  for (const [index, row] of sheet.rows.entries()) {
    const target = worksheet.getRow(index + (sheet.hasTitleRow ? 2 : 1))
    target.height = heightOf(row, sheet)
    for (const [column, { value, look }] of row.entries()) {
      const cell = target.getCell(column + 1)
      cell.value = value !== null && typeof value === 'object' ? new Date(`${value.isoDate}T00:00:00Z`) : value
      cell.style = styles[look]
    }
  }
  for (const list of sheet.lists) addList({ worksheet, list })
  if (sheet.isLocked) await worksheet.protect('', { formatColumns: true, formatRows: true, autoFilter: true })
}

/** Spreadsheet programs do not fit rows to wrapped text on their own when they open a file. */
function heightOf(row: readonly CellModel[], sheet: SheetModel): number {
  const lines = row.map(({ value }, column) =>
    typeof value === 'string'
      ? Math.ceil(value.length / (1.15 * (sheet.columns[column]?.width ?? value.length + 1)))
      : 1,
  )
  return 16.5 * Math.max(1, ...lines)
}

function writeTitles(worksheet: Worksheet, sheet: SheetModel): void {
  const row = worksheet.getRow(1)
  row.height = 33
  for (const [index, { title }] of sheet.columns.entries()) {
    const cell = row.getCell(index + 1)
    cell.value = title
    cell.style = styles.title
  }
  if (!sheet.isLocked) return
  worksheet.pageSetup.printTitlesRow = '1:1'
}

/** The library's types leave out the collection through which one rule covers an area. */
type WithValidations = { readonly dataValidations: { readonly add: (area: string, rule: object) => void } }

function addList({
  worksheet,
  list: { top, left, bottom, right, values, prompt },
}: {
  worksheet: Worksheet
  list: ListModel
}): void {
  const first = worksheet.getColumn(left).letter + String(top)
  const last = worksheet.getColumn(right).letter + String(bottom)
  const { dataValidations } = worksheet as unknown as WithValidations
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
