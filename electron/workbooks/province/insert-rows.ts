import ExcelJS, { type Cell, type Workbook, type Worksheet } from 'exceljs'
import { shiftFormula, type RowInsertion } from './shift-formula.ts'

type InsertRowsInput = {
  workbook: Workbook
  sheet: Worksheet
  /** First row of the list that they lengthen. */
  listFrom: number
  at: number
  count: number
}

/**
 * Puts empty rows at the end of a list as a careful person would: what stood from `at` on moves down with its heights, merged
 * areas and looks, and every formula of the workbook follows. The library's own insertion leaves merges and formulas.
 */
export function insertRows({ workbook, sheet, listFrom, at, count }: InsertRowsInput): void {
  if (count <= 0) return
  const insertion: RowInsertion = { at, listFrom, count, sheet: sheet.name }
  const merges = sheet.model.merges.map(readArea)
  for (const area of merges) if (area.bottom >= at) sheet.unMergeCells(area.top, area.left, area.bottom, area.right)
  for (let row = sheet.rowCount; row >= at; row -= 1) moveRow({ sheet, row, by: count })
  for (const area of merges) {
    if (area.bottom < at) continue
    const top = area.top >= at ? area.top + count : area.top
    sheet.mergeCells(top, area.left, area.bottom + count, area.right)
  }
  for (const each of workbook.worksheets) followFormulas(each, insertion)
  const { printArea } = sheet.pageSetup
  if (printArea !== undefined && printArea !== '') {
    sheet.pageSetup.printArea = shiftFormula({ formula: printArea, home: sheet.name, insertion })
  }
}

/** Writes out formulas that cells share, so that each can be changed alone. */
export function unshareFormulas(sheet: Worksheet): void {
  return eachFormula(sheet, (cell) => {
    cell.value = { formula: cell.formula, ...resultOf(cell) }
  })
}

function moveRow({ sheet, row, by }: { sheet: Worksheet; row: number; by: number }): void {
  const [from, to] = [sheet.getRow(row), sheet.getRow(row + by)]
  // The library's types leave out that a height may be unset.
  Object.assign(to, { height: from.height, hidden: from.hidden })
  const width = Math.max(from.cellCount, to.cellCount)
  for (let column = 1; column <= width; column += 1) {
    const [source, target] = [from.getCell(column), to.getCell(column)]
    target.value = source.value
    target.style = { ...source.style }
    source.value = null
  }
}

const followFormulas = (sheet: Worksheet, insertion: RowInsertion): void =>
  eachFormula(sheet, (cell) => {
    cell.value = { formula: shiftFormula({ formula: cell.formula, home: sheet.name, insertion }), ...resultOf(cell) }
  })

function eachFormula(sheet: Worksheet, visit: (cell: Cell) => void): void {
  const cells: Cell[] = []
  sheet.eachRow((row) => row.eachCell((cell) => cell.type === ExcelJS.ValueType.Formula && cells.push(cell)))
  for (const cell of cells) if (!cell.isMerged || cell.master.address === cell.address) visit(cell)
}

const resultOf = ({ result }: Cell) => (result === undefined ? {} : { result })

type Area = { readonly top: number; readonly left: number; readonly bottom: number; readonly right: number }

/** `A1:C2` */
function readArea(range: string): Area {
  const [first = '', last = first] = range.split(':')
  const [top, left] = readAddress(first)
  const [bottom, right] = readAddress(last)
  return { top, left, bottom, right }
}

function readAddress(address: string): readonly [number, number] {
  const [, letters = '', digits = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? []
  return [Number(digits), [...letters].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 0) - 64, 0)]
}
