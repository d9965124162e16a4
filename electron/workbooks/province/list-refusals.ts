import { Refusal } from '../../../shared/api/refusal.ts'
import type { ProvinceField } from '../../../shared/domain/session/province-fields.ts'
import type { ListGrowth } from '../xlsx/formula-references.ts'
import type { RowReference } from '../xlsx/row-references.ts'
import { writeAddress } from '../xlsx/address.ts'
import type { ListBlock } from './list-blocks.ts'
import type { ListSheet } from './list-sheet.ts'

type Blocks = { readonly blocks: readonly ListBlock[] }

/**
 * A merged area shows its first cell alone: what is put into its others would not be seen.
 * @throws Refusal `list-merged` with the area
 */
export function refuseMerged(
  { blocks, sheet }: Blocks & { readonly sheet: ListSheet },
  columns: ReadonlyMap<number, ProvinceField>,
): void {
  const rows = new Set(blocks.flatMap(({ slots, filled }) => [...slots, ...filled]))
  for (const { top, left, bottom, right } of sheet.part.cells.merges) {
    const hides = [...columns.keys()].some((column) => column > left && column <= right)
    const isTall = top < bottom && [...columns.keys()].some((column) => column >= left && column <= right)
    if (!(hides || isTall) || !hasRow(rows, top, bottom)) continue
    throw new Refusal('list-merged', { area: `${writeAddress(top, left)}:${writeAddress(bottom, right)}` })
  }
}

function hasRow(rows: ReadonlySet<number>, top: number, bottom: number): boolean {
  if (bottom - top > rows.size) return [...rows].some((row) => top <= row && row <= bottom)
  for (let row = top; row <= bottom; row += 1) if (rows.has(row)) return true
  return false
}

/**
 * `G7+G8` counts no row that is put in after them, and no program would make it.
 * @throws Refusal `list-adds-cells` with the place of the formula
 */
export function refuseSingleCells(
  { blocks, references }: Blocks & { readonly references: readonly RowReference[] },
  growths: readonly ListGrowth[],
): void {
  const growing = blocks.filter((_, index) => (growths[index]?.count ?? 0) > 0).map(({ slots }) => new Set(slots))
  for (const rows of growing) {
    const adding = references.find(
      ({ kind, row, spans }) => kind === 'formula' && !rows.has(row ?? 0) && isAdding(spans, rows),
    )
    if (adding !== undefined) throw new Refusal('list-adds-cells', { place: adding.place })
  }
}

/** Several rows of a block in one column, each by itself. */
function isAdding(spans: RowReference['spans'], rows: ReadonlySet<number>): boolean {
  const single = spans.filter(({ first, isRange }) => !isRange && rows.has(first))
  return single.some(({ column, first }) => single.some((other) => other.column === column && other.first !== first))
}
