import type { RegisterField } from '../../../shared/domain/register/register-list.ts'
import type { ListCell, ListSheet } from '../lists/list-sheet.ts'
import { columnLetter } from '../../../shared/domain/column-letter.ts'
import { showCell } from '../xlsx/plain-sheet.ts'

/** A row of a list by what its columns say. */
export type RowCells = {
  readonly row: number
  /** Cells that show something; what stands in an area that is merged across counts in its first mapped column alone. */
  readonly byField: ReadonlyMap<RegisterField, FieldCell>
  /** Every text of the row, one a merged area, from the left. */
  readonly texts: readonly string[]
  /** One text covers this many columns at the least, where one alone stands in the row. */
  readonly widest: number
  readonly raw: Readonly<Record<string, string>>
}

export type FieldCell = ListCell & { readonly column: number }

export function rowCells(sheet: ListSheet, row: number, fields: ReadonlyMap<number, RegisterField | null>): RowCells {
  const shown = [...sheet.cellsIn(row)].filter(([, { cell }]) => cell.kind !== 'blank')
  const byField = new Map<RegisterField, FieldCell>()
  const seen = new Set<unknown>()
  const texts: string[] = []
  let widest = 0
  const raw: Record<string, string> = {}
  for (const [column, cell] of shown) {
    const isFirst = cell.area === null || !seen.has(cell.area)
    if (cell.area !== null) seen.add(cell.area)
    if (!isFirst) continue
    texts.push(cell.text)
    widest = Math.max(widest, cell.area === null ? 1 : cell.area.right - cell.area.left + 1)
    raw[columnLetter(column)] = showCell(cell.cell)
    const field = fieldIn(fields, column, cell)
    if (field !== null && !byField.has(field)) byField.set(field, { ...cell, column })
  }
  return { row, byField, texts, widest, raw }
}

function fieldIn(
  fields: ReadonlyMap<number, RegisterField | null>,
  column: number,
  { area }: ListCell,
): RegisterField | null {
  for (let at = column; at <= (area?.right ?? column); at += 1) {
    const field = fields.get(at) ?? null
    if (field !== null) return field
  }
  return null
}
