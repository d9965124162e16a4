import ExcelJS, { type Worksheet } from 'exceljs'
import type { ListHead } from './find-head.ts'
import { textOf } from './open-workbook.ts'

/** The rows that the sheet keeps ready for the list, and whether anything stands below them. */
export type ListArea = { readonly rows: number; readonly hasFoot: boolean }

type ListAreaInput = {
  sheet: Worksheet
  head: ListHead
  columns: readonly number[]
}

/**
 * Rows below the head that wait to be filled: framed, numbered or with formulas. The first row with words (a total, a
 * signature), with a sum over rows, or with nothing ends them.
 */
export function listArea({ sheet, head, columns }: ListAreaInput): ListArea {
  let row = head.firstRow
  while (row <= sheet.rowCount && isWaiting({ sheet, row, columns })) row += 1
  let hasFoot = false
  for (let below = row; below <= sheet.rowCount && !hasFoot; below += 1) hasFoot = sheet.getRow(below).hasValues
  return { rows: row - head.firstRow, hasFoot }
}

function isWaiting({ sheet, row, columns }: { sheet: Worksheet; row: number; columns: readonly number[] }): boolean {
  let isPrepared = columns.some((column) => sheet.getCell(row, column).border?.top !== undefined)
  let hasWords = false
  sheet.getRow(row).eachCell((cell) => {
    if (cell.type === ExcelJS.ValueType.Formula) {
      // A sum over the rows above is the foot's.
      if (spansRows(cell.formula)) hasWords = true
      else isPrepared = true
    } else if (/\p{L}/u.test(textOf(cell))) hasWords = true
    else if (/^\d+$/.test(textOf(cell))) isPrepared = true
  })
  return isPrepared && !hasWords
}

const spansRows = (formula: string): boolean =>
  [...formula.matchAll(/\$?[A-Z]+\$?(\d+):\$?[A-Z]+\$?(\d+)/gi)].some(([, from, to]) => from !== to)
