import type { ReactNode } from 'react'
import type { CopiedCell } from './copied-cells.ts'

/** Of a column of a table what its copy needs. */
export type CopiedColumn<Row> = {
  readonly head: ReactNode
  readonly cell: (row: Row) => ReactNode
  /** What goes with the copied table where the cell shows more than a text or a figure; several are parted by semicolons. */
  readonly text?: (row: Row) => CopiedCell | readonly CopiedCell[]
}

export type CopiedRows = { readonly heads: readonly string[]; readonly rows: readonly (readonly CopiedCell[])[] }

/** What a workbook takes in one cell. */
const longest = 2000

/**
 * The columns of a table as cells: those whose column says its text, and those that show nothing but text or a figure in
 * every row. What a column only opens, chooses or does is left out.
 */
export function copiedRows<Row>(columns: readonly CopiedColumn<Row>[], rows: readonly Row[]): CopiedRows {
  const taken = columns.flatMap(({ head, text, cell }) => {
    if (typeof head !== 'string') return []
    if (text !== undefined) return [{ head, cells: rows.map((row) => cellOf(text(row))) }]
    const plain = rows.map(cell).map(plainOf)
    const cells = plain.filter((one) => one !== undefined)
    return cells.length === plain.length ? [{ head, cells }] : []
  })
  return {
    heads: taken.map(({ head }) => head),
    rows: rows.map((_, at) => taken.map(({ cells }) => cells[at] ?? null)),
  }
}

/** Undefined for what is more than a text or a figure. */
function plainOf(shown: unknown): CopiedCell | undefined {
  if (typeof shown === 'string' || typeof shown === 'number') return cellOf(shown)
  return shown === null || shown === undefined || typeof shown === 'boolean' ? null : undefined
}

function cellOf(said: CopiedCell | readonly CopiedCell[]): CopiedCell {
  if (typeof said === 'number' || said === null) return said
  const parts = typeof said === 'string' ? [said] : said.filter((part) => part !== null && part !== '')
  const line = parts.join('; ').replaceAll(/\s*\r?\n\s*/g, '; ')
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line
}
