import { workbookLimits } from '../../file-limits.ts'
import type { CellArea } from './address.ts'
import type { PlainRow } from './plain-sheet.ts'
import { TooLargeWorkbook } from './unreadable-workbook.ts'

type MergedRows = { readonly rows: readonly PlainRow[]; readonly merges: readonly CellArea[] }

/** The merged areas over each row that holds something, in their order, and how far the sheet's cells go where it has any. */
type MergedAreas = { readonly byRow: ReadonlyMap<number, readonly CellArea[]>; readonly lastColumn: number }

/**
 * An area of a single cell is none, and one of a million blank rows costs nothing.
 * @throws TooLargeWorkbook where areas lie over each other without end
 */
export function mergedAreas({ rows, merges }: MergedRows): MergedAreas {
  const found = new Map<number, CellArea[]>()
  if (merges.length === 0) return { byRow: found, lastColumn: 0 }
  const numbers = rows.map(({ number }) => number).toSorted((a, b) => a - b)
  const lastColumn = lastColumnOf(rows)
  let covered = 0
  for (const area of merges) {
    if ((area.top >= area.bottom && area.left >= area.right) || area.left > lastColumn) continue
    for (let index = firstFrom(numbers, area.top); (numbers[index] ?? Infinity) <= area.bottom; index += 1) {
      const number = numbers[index] ?? 0
      covered += 1 + Math.min(area.right, lastColumn) - area.left
      if (covered > workbookLimits.merged.most) throw new TooLargeWorkbook('merged')
      const over = found.get(number)
      if (over === undefined) found.set(number, [area])
      else over.push(area)
    }
  }
  return { byRow: found, lastColumn }
}

function lastColumnOf(rows: readonly PlainRow[]): number {
  let last = 0
  for (const { cells } of rows) for (const column of cells.keys()) last = Math.max(last, column)
  return last
}

/** The place of the first number that is not below `from`. */
function firstFrom(numbers: readonly number[], from: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] ?? 0) < from) low = middle + 1
    else high = middle
  }
  return low
}
