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
  const lastColumn = columns.length - 1
  const { row } = cursor
  const next = column < lastColumn ? [row, column + 1] : row < lastRow ? [row + 1, 0] : [row, column]
  const previous = column > 0 ? [row, column - 1] : row > 0 ? [row - 1, lastColumn] : [row, column]
  const [toRow = row, toColumn = column] = {
    up: [row - 1, column],
    down: [row + 1, column],
    left: [row, column - 1],
    right: [row, column + 1],
    'row-start': [row, 0],
    'row-end': [row, lastColumn],
    top: [0, column],
    bottom: [lastRow, column],
    next,
    previous,
  }[to]
  return {
    ballot: columns[Math.min(lastColumn, Math.max(0, toColumn))] ?? cursor.ballot,
    row: Math.min(lastRow, Math.max(0, toRow)),
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
