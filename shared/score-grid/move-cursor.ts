import { assertNever } from '../domain/assert-never.ts'
import type { BallotKey } from '../domain/ballot/ballot-key.ts'
import type { GridPlace, ScoreGrid } from './score-grid.ts'

export type GridMove =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'row-start'
  | 'row-end'
  | 'top'
  | 'bottom'
  | 'next'
  | 'previous'

/**
 * The cursor after a move, always on a cell of the layout. One ballot: up and down, to the confirming line and no
 * further. A grid: as in a spreadsheet; `next` and `previous` (Tab) run on over the end of a row.
 */
export function moveCursor({ layout, ballots, cursor }: ScoreGrid, to: GridMove): GridPlace {
  const rows = ballots[cursor.ballot]?.criteria.length ?? 0
  const lastRow = layout.kind === 'ballot' ? rows : Math.max(0, rows - 1)
  const columns = layout.kind === 'ballot' ? [cursor.ballot] : layout.columns
  const column = columns.indexOf(cursor.ballot)
  const at = (row: number, place: number): GridPlace => ({
    ballot: columns[Math.min(columns.length - 1, Math.max(0, place))] ?? cursor.ballot,
    row: Math.min(lastRow, Math.max(0, row)),
  })
  switch (to) {
    case 'up':
      return at(cursor.row - 1, column)
    case 'down':
      return at(cursor.row + 1, column)
    case 'left':
      return at(cursor.row, column - 1)
    case 'right':
      return at(cursor.row, column + 1)
    case 'row-start':
      return at(cursor.row, 0)
    case 'row-end':
      return at(cursor.row, columns.length - 1)
    case 'top':
      return at(0, column)
    case 'bottom':
      return at(lastRow, column)
    case 'next':
      if (column < columns.length - 1) return at(cursor.row, column + 1)
      return cursor.row < lastRow ? at(cursor.row + 1, 0) : cursor
    case 'previous':
      if (column > 0) return at(cursor.row, column - 1)
      return cursor.row > 0 ? at(cursor.row - 1, columns.length - 1) : cursor
    default:
      return assertNever(to)
  }
}

/** A selected block of a grid: consecutive columns and rows. */
export type GridBlock = { readonly columns: readonly BallotKey[]; readonly firstRow: number; readonly lastRow: number }

/** The block between anchor and cursor; of one ballot, the cursor's cell. */
export function selectedBlock({ layout, cursor, anchor }: Pick<ScoreGrid, 'layout' | 'cursor' | 'anchor'>): GridBlock {
  const other = anchor ?? cursor
  const all = layout.kind === 'ballot' ? [cursor.ballot] : layout.columns
  const ends = [all.indexOf(cursor.ballot), all.indexOf(other.ballot)].toSorted((a, b) => a - b)
  const [first = 0, last = 0] = ends
  return {
    columns: all.slice(Math.max(0, first), last + 1),
    firstRow: Math.min(cursor.row, other.row),
    lastRow: Math.max(cursor.row, other.row),
  }
}

/** The selected cells, row by row. */
export function selectedCells(grid: ScoreGrid): readonly GridPlace[] {
  const { columns, firstRow, lastRow } = selectedBlock(grid)
  const rows = Array.from({ length: lastRow - firstRow + 1 }, (_row, step) => firstRow + step)
  return rows.flatMap((row) => columns.map((ballot) => ({ ballot, row })))
}
