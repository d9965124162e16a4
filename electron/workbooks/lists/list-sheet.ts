import type { CellArea } from '../xlsx/address.ts'
import { mergedAreas } from '../xlsx/merged-areas.ts'
import type { Cell } from '../xlsx/plain-sheet.ts'
import type { ReadSheet } from '../xlsx/read-xlsx.ts'

/** A cell that shows something; `area` where it belongs to a merged area, each of whose cells shows its first one's text. */
export type ListCell = {
  /** 1-based. */
  readonly column: number
  readonly text: string
  readonly cell: Cell
  readonly area: CellArea | null
}

/** A sheet on which a list may stand, seen as a person sees it. */
export type ListSheet = {
  readonly part: ReadSheet
  readonly lastRow: number
  /** What shows in a row, by 1-based column. */
  readonly cellsIn: (row: number) => ReadonlyMap<number, ListCell>
}

export function listSheet(part: ReadSheet): ListSheet {
  const { rows, merges } = part.cells
  const { byRow, lastColumn } = mergedAreas({ rows, merges })
  const byNumber = new Map(rows.map(({ number, cells }) => [number, cells]))
  const known = new Map<number, ReadonlyMap<number, ListCell>>()
  const read = (row: number): ReadonlyMap<number, ListCell> => {
    const cells = new Map<number, ListCell>()
    for (const [column, cell] of byNumber.get(row) ?? []) {
      cells.set(column, { column, text: textOf(cell), cell, area: null })
    }
    // Rows without a cell of their own are not among those whose areas are known.
    const over = byNumber.has(row) ? byRow.get(row) : merges.filter(({ top, bottom }) => top <= row && row <= bottom)
    for (const area of over ?? []) {
      const cell = byNumber.get(area.top)?.get(area.left)
      for (let column = area.left; column <= Math.min(area.right, lastColumn); column += 1) {
        if (cell === undefined) cells.delete(column)
        else cells.set(column, { column, text: textOf(cell), cell, area })
      }
    }
    return isInOrder(cells) ? cells : new Map([...cells].toSorted(([a], [b]) => a - b))
  }
  return {
    part,
    lastRow: rows.at(-1)?.number ?? 0,
    cellsIn: (row) => {
      const before = known.get(row)
      if (before !== undefined) return before
      const cells = read(row)
      if (known.size >= mostKnown) known.clear()
      known.set(row, cells)
      return cells
    },
  }
}

/** A row is asked for several times in a row; all of them would be the sheet in memory twice. */
const mostKnown = 100

function isInOrder(cells: ReadonlyMap<number, unknown>): boolean {
  let before = 0
  for (const column of cells.keys()) {
    if (column < before) return false
    before = column
  }
  return true
}

/** What the cell says; a date as ISO day, an old encoding in Unicode. */
function textOf(cell: Cell): string {
  if (cell.kind === 'date') return cell.iso
  if (cell.kind === 'number') return cell.code ?? String(cell.value)
  if (cell.kind === 'boolean') return cell.value ? 'TRUE' : 'FALSE'
  return cell.kind === 'text' ? (cell.old?.unicode ?? cell.text) : cell.kind === 'error' ? cell.code : ''
}
