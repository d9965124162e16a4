import ExcelJS, { type Cell, type Worksheet } from 'exceljs'
import type { ProvinceField } from '../../../shared/domain/session/province-fields.ts'
import type { SheetValue } from '../xlsx/write-xlsx.ts'
import type { ListHead } from './find-head.ts'
import { insertRows, unshareFormulas } from './insert-rows.ts'
import type { ListRow } from './list-values.ts'
import { listArea } from './list-area.ts'
import { idHead, rowId } from '../../../shared/domain/session/row-id.ts'
import { copyFormula } from './shift-formula.ts'

type FillListInput = {
  workbook: ExcelJS.Workbook
  sheet: Worksheet
  head: ListHead
  columns: ReadonlyMap<number, ProvinceField>
  rows: readonly ListRow[]
  sessionId: number
}

/**
 * Puts the rows under the head of a province's sheet. Widths, heads, merged areas and what stands below stay; the rows
 * take the looks and the formulas of the sheet's own first row, and a cell that has a formula keeps it. A hidden column
 * carries each row's id. Stale results are worked out anew when the file is opened.
 */
export function fillList({ workbook, sheet, head, columns, rows, sessionId }: FillListInput): void {
  for (const each of workbook.worksheets) unshareFormulas(each)
  const area = listArea({ sheet, head, columns: [...columns.keys()] })
  const lacking = rows.length - area.rows
  const listFrom = head.firstRow
  if (area.hasFoot) insertRows({ workbook, sheet, listFrom, at: listFrom + area.rows, count: lacking })
  const pattern = patternOf({ sheet, head, hasRow: area.rows > 0 })
  const idColumn = head.idColumn ?? Math.max(sheet.columnCount, ...columns.keys()) + 1
  writeId(sheet.getCell(head.bottom, idColumn), idHead)
  for (const [index, row] of rows.entries()) {
    const number = head.firstRow + index
    pattern.forEach(({ style, formula }, column) => {
      const cell = sheet.getCell(number, column)
      // Cells of a read file share their style objects: each gets its own before its format is set.
      cell.style = { ...style }
      if (formula !== null) cell.value = { formula: copyFormula(formula, index) }
    })
    for (const [column, field] of columns) {
      const cell = sheet.getCell(number, column)
      if (cell.type !== ExcelJS.ValueType.Formula) writeValue({ cell, field, value: row.values[field] })
    }
    writeId(sheet.getCell(number, idColumn), rowId({ sessionId, agendaItemId: row.agendaItemId }))
  }
  Object.assign(sheet.getColumn(idColumn), { hidden: true, width: 4 })
  workbook.calcProperties = { ...workbook.calcProperties, fullCalcOnLoad: true }
  setUpPrint(sheet, head)
}

type CellPattern = { readonly style: Partial<ExcelJS.Style>; readonly formula: string | null }

type PatternOfInput = {
  sheet: Worksheet
  head: ListHead
  hasRow: boolean
}

/** What each row looks like by column: the first prepared row, else the head's frames with plain type. */
function patternOf({ sheet, head, hasRow }: PatternOfInput): ReadonlyMap<number, CellPattern> {
  const source = sheet.getRow(hasRow ? head.firstRow : head.bottom)
  const pattern = new Map<number, CellPattern>()
  source.eachCell({ includeEmpty: true }, (cell, column) => {
    const { font, border } = cell.style
    const plain: Partial<ExcelJS.Style> = {
      ...(border !== undefined && { border }),
      font: { ...font, bold: false },
      alignment: { vertical: 'middle', wrapText: true },
    }
    const formula = hasRow && cell.type === ExcelJS.ValueType.Formula ? cell.formula : null
    pattern.set(column, { style: hasRow ? cell.style : plain, formula })
  })
  return pattern
}

const formats = { points: '0.00', whole: '0', date: 'dd/mm/yyyy', text: '@' } as const
const pointFields: readonly ProvinceField[] = ['mean', 'partA', 'partB', 'partC']

/**
 * Codes and names are text also by their format: a name such as `=1+1` stays a name when someone edits its cell. The
 * sheet's own formats of numbers and days are kept, but points show two decimals: with fewer, 69,96 would read as 70.
 */
function writeValue({ cell, field, value }: { cell: Cell; field: ProvinceField; value: SheetValue }): void {
  const own = cell.numFmt ?? 'General'
  if (value === null) cell.value = null
  else if (typeof value === 'string') {
    const alignment = { ...cell.alignment, wrapText: true }
    Object.assign(cell, { value, numFmt: formats.text, alignment })
  } else if (typeof value === 'number') {
    const isKept = pointFields.includes(field) ? /0[.,]0{2,}/.test(own) : own !== 'General' && own !== formats.text
    Object.assign(cell, { value, numFmt: isKept ? own : pointFields.includes(field) ? formats.points : formats.whole })
  } else {
    const isKept = own !== 'General' && /[dmy]/i.test(own)
    Object.assign(cell, { value: new Date(`${value.date}T00:00:00Z`), numFmt: isKept ? own : formats.date })
  }
}

function writeId(cell: Cell, id: string): void {
  Object.assign(cell, { value: id, style: { numFmt: formats.text } })
}

/** A4 landscape with the head repeated, unless the province set a paper up; its head stays in sight while scrolling. */
function setUpPrint(sheet: Worksheet, head: ListHead): void {
  const { pageSetup } = sheet
  pageSetup.printTitlesRow ??= `${head.top}:${head.bottom}`
  if (pageSetup.paperSize === undefined) {
    Object.assign(pageSetup, { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 })
  }
  // The library's types leave out that a read sheet may have none.
  const views: readonly Partial<ExcelJS.WorksheetView>[] | null = sheet.views
  if (views?.some(({ state }) => state === 'frozen') !== true) {
    sheet.views = [{ state: 'frozen', xSplit: 0, ySplit: head.bottom }]
  }
}
