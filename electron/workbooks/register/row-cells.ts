import type { RegisterField } from '../../../shared/domain/register/register-list.ts'
import type { ListCell, ListSheet } from '../lists/list-sheet.ts'
import { columnLetter } from '../../../shared/domain/column-letter.ts'
import type { CellArea } from '../xlsx/address.ts'
import { showCell } from '../xlsx/plain-sheet.ts'

/** A row of a list by what its columns say. */
export type RowCells = {
  readonly row: number
  /** Cells that show something; what stands in an area that is merged across counts in its first mapped column alone. */
  readonly byField: ReadonlyMap<RegisterField, ListCell>
  /** Every text of the row, one a merged area, from the left. */
  readonly texts: readonly string[]
  /** Of the first text. */
  readonly column: number
  /** One text covers this many columns at the least, where one alone stands in the row. */
  readonly widest: number
  readonly raw: Readonly<Record<string, string>>
}

export function rowCells(sheet: ListSheet, row: number, fields: ReadonlyMap<number, RegisterField | null>): RowCells {
  const byField = new Map<RegisterField, ListCell>()
  const seen = new Set<CellArea>()
  const texts: string[] = []
  let widest = 0
  let first = 0
  const raw: Record<string, string> = {}
  for (const cell of sheet.cellsIn(row).values()) {
    const { area } = cell
    if (cell.cell.kind === 'blank' || (area !== null && seen.has(area))) continue
    if (area !== null) seen.add(area)
    texts.push(cell.text)
    first ||= cell.column
    widest = Math.max(widest, area === null ? 1 : area.right - area.left + 1)
    raw[columnLetter(cell.column)] = showCell(cell.cell)
    const field = fieldIn(fields, cell)
    if (field !== null && !byField.has(field)) byField.set(field, cell)
  }
  return { row, byField, texts, column: first, widest, raw }
}

/** A row whose star a cross marks, in one of the columns that stand for a star each: as if a cell of the row said it. */
export function withMarkedStar(
  cells: RowCells,
  marked: readonly (readonly [column: number, star: number])[],
): RowCells {
  const [first] = marked
  if (first === undefined || marked.length > 1) return cells
  const [column, star] = first
  const text = `${star} sao`
  const cell: ListCell = { column, text, cell: { kind: 'text', text, isMerged: false }, area: null }
  return { ...cells, byField: new Map(cells.byField).set('star', cell) }
}

function fieldIn(fields: ReadonlyMap<number, RegisterField | null>, { column, area }: ListCell): RegisterField | null {
  for (let at = column; at <= (area?.right ?? column); at += 1) {
    const field = fields.get(at) ?? null
    if (field !== null) return field
  }
  return null
}
