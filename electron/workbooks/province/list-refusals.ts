import { Refusal } from '../../../shared/api/refusal.ts'
import type { ProvinceField } from '../../../shared/domain/session/province-fields.ts'
import type { ListGrowth } from '../xlsx/formula-references.ts'
import type { RowReference } from '../xlsx/row-references.ts'
import { writeArea, type CellArea } from '../xlsx/address.ts'
import type { ListBlock } from './list-blocks.ts'
import type { ListSheet } from '../lists/list-sheet.ts'

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
  const ready = new Set(blocks.flatMap(({ slots }) => slots))
  for (const rows of growing) {
    const adding = references.find(
      ({ kind, row, spans }) =>
        kind === 'formula' &&
        !rows.has(row ?? 0) &&
        (isAdding(spans, rows) || (row !== null && !ready.has(row) && isAllOf(spans, rows))),
    )
    if (adding !== undefined) throw new Refusal('list-adds-cells', { place: adding.place })
  }
}

/** Several rows of a block in one column, each by itself. */
function isAdding(spans: RowReference['spans'], rows: ReadonlySet<number>): boolean {
  const single = spans.filter(({ first, isRange }) => !isRange && rows.has(first))
  return single.some(({ column, first }) => single.some((other) => other.column === column && other.first !== first))
}

/** The one row that a block keeps ready, as `G6` or `SUMIF(E6,"…",G6)`: more rows would count as little. */
const isAllOf = (spans: RowReference['spans'], rows: ReadonlySet<number>): boolean =>
  rows.size === 1 && spans.some(({ first, isRange }) => !isRange && rows.has(first))

/**
 * Words in rows below the head that something counts: nothing says where products go, and above them they would not count.
 * @throws Refusal `list-rows` with the row and the place of what counts it
 */
export function refuseCountedWords(
  { blocks, references }: Blocks & { readonly references: readonly RowReference[] },
  growths: readonly ListGrowth[],
): void {
  const [only] = blocks
  const [growth] = growths
  if (only === undefined || growth === undefined || growth.count === 0) return
  if (blocks.length > 1 || only.titleRow !== null || only.slots.length > 0 || only.filled.length > 0) return
  const counting = references.find(
    ({ kind, spans }) =>
      kind !== 'look' && spans.some(({ first, last, isRange }) => isRange && first === only.at && last >= first),
  )
  if (counting !== undefined) throw new Refusal('list-rows', { row: only.at, place: counting.place })
}

/**
 * `'Biểu 01:Biểu 03'!G9` means the same row on every sheet, which it is no longer once one of them has more rows.
 * @throws Refusal `list-across-sheets` with the place of the formula
 */
export function refuseAcrossSheets(references: readonly RowReference[], growths: readonly ListGrowth[]): void {
  const growing = growths.filter(({ count }) => count > 0)
  const found = references.find(({ across }) =>
    across.some(({ last, isRange }) => growing.some(({ at }) => last >= at || (isRange && last === at - 1))),
  )
  if (found !== undefined) throw new Refusal('list-across-sheets', { place: found.place })
}

/**
 * A formula over many cells as one can have no row put in among them. One over the whole list grows with what it counts; one
 * elsewhere that shows the list row by row does not.
 * @throws Refusal `list-array` with its cells
 */
export function refuseArrays(references: readonly RowReference[], growths: readonly ListGrowth[]): void {
  for (const { at, listFrom } of growths.filter(({ count }) => count > 0)) {
    const found = references.find(({ array, row, spans }) => {
      if (array === null) return false
      const shows = spans.some(
        ({ first, last, isRange }) =>
          isRange && first >= listFrom && last === at - 1 && last - first === array.bottom - array.top,
      )
      const isHere = row !== null
      const isParted = isHere && array.top < at && array.bottom >= at
      const grows = isHere && array.top >= listFrom && array.bottom === at - 1
      return isParted || grows !== shows
    })
    if (found !== undefined) throw new Refusal('list-array', { place: found.place })
  }
}
