import { figuresOfDay } from '../../../shared/domain/register/read-day.ts'
import type { ListSheet } from '../lists/list-sheet.ts'
import { writeAddress } from '../xlsx/address.ts'

/**
 * Of a column the first cell with a day that can only be written month first (`12/25/2023`): whoever wrote it wrote the
 * column's other days so too, or not. Each column is looked through once, when it is first asked for.
 *
 * @returns the cell's address, null for a column without one
 */
export function readMonthFirstColumns(sheet: ListSheet, firstRow: number): (column: number) => string | null {
  const known = new Map<number, string | null>()
  return (column) => {
    const before = known.get(column)
    if (before !== undefined) return before
    const found = findMonthFirst(sheet, firstRow, column)
    known.set(column, found)
    return found
  }
}

function findMonthFirst(sheet: ListSheet, firstRow: number, column: number): string | null {
  for (let row = firstRow; row <= sheet.lastRow; row += 1) {
    const found = sheet.cellsIn(row).get(column)
    const [first, second] = (found?.cell.kind === 'text' ? figuresOfDay(found.text) : null) ?? [0, 0]
    if (first >= 1 && first <= 12 && second > 12 && second <= 31) return writeAddress(row, column)
  }
  return null
}

/** Whether a day could be another with month and day turned. */
export function isAmbiguousDay(iso: string): boolean {
  const [month, day] = [iso.slice(5, 7), iso.slice(8)]
  return day !== month && Number(day) <= 12
}

export function turnedDay(iso: string): string {
  const [year, month, day] = iso.split('-')
  return `${year}-${day}-${month}`
}
