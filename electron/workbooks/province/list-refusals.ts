import { Refusal } from '../../../shared/api/refusal.ts'
import type { ProvinceField } from '../../../shared/domain/session/province-fields.ts'
import type { ListGrowth } from '../xlsx/formula-references.ts'
import type { RowReference } from '../xlsx/row-references.ts'
import { writeArea, type CellArea } from '../xlsx/address.ts'
import type { ListBlock } from './list-blocks.ts'
import type { ListSheet } from './list-sheet.ts'

type Blocks = { readonly blocks: readonly ListBlock[] }

/**
 * A merged area shows its first cell alone: what is put into its others would not be seen. One over rows of the list is
 * parted (`isParted`); one that reaches out of them, or over columns that each get something, is not ours to part.
 * @throws Refusal `list-merged` with the area
 */
export function refuseMerged(
  { blocks, sheet }: Blocks & { readonly sheet: ListSheet },
  columns: ReadonlyMap<number, ProvinceField>,
): void {
  for (const area of sheet.part.cells.merges) {
    const { top, left, bottom, right } = area
    if (!blocks.some((block) => bottom >= block.top && top < block.at)) continue
    const isWithin = blocks.some((block) => top >= block.top && bottom < block.at)
    const hides = top === bottom && [...columns.keys()].some((column) => column > left && column <= right)
    if (!hides && (isWithin || !isParted(area, columns))) continue
    throw new Refusal('list-merged', { area: writeArea(area) })
  }
}

/** Over several rows of a column that each product has its own cell in. */
export function isParted({ top, bottom, left, right }: CellArea, columns: ReadonlyMap<number, unknown>): boolean {
  return top < bottom && [...columns.keys()].some((column) => column >= left && column <= right)
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
