import type { ListNote } from '../../../shared/api/province-list.ts'
import { writeArea, type CellArea } from '../xlsx/address.ts'
import type { ListGrowth } from '../xlsx/formula-references.ts'
import type { RowReference } from '../xlsx/row-references.ts'
import type { ListBlock } from './list-blocks.ts'
import { isParted } from './list-refusals.ts'

type ListChange = {
  readonly blocks: readonly ListBlock[]
  readonly references: readonly RowReference[]
  readonly merges: readonly CellArea[]
  /** Of each block, as the blocks stand. */
  readonly growths: readonly ListGrowth[]
  /** How many products each block gets. */
  readonly counts: readonly number[]
  readonly columns: ReadonlyMap<number, unknown>
}

/**
 * What a list loses or may mislead in once rows are in it, to be told before the file is saved: merged cells that are
 * parted, moved or made longer, and formulas that name rows in a way that does not follow them. Places are those of the
 * file as it came.
 */
export function listNotes({ blocks, references, merges, growths, counts, columns }: ListChange): readonly ListNote[] {
  const ours = blocks.flatMap(({ slots, filled }, index) => [...slots.slice(0, counts[index] ?? 0), ...filled])
  const grown = growths.filter(({ count }) => count > 0)
  const moving = grown.filter(({ moves }) => moves)
  const parted = merges.filter(
    (area) => isParted(area, columns) && ours.some((row) => area.top <= row && row <= area.bottom),
  )
  const moved = merges.filter(({ top }) => moving.some(({ at }) => top >= at))
  const longer = merges.filter(({ top, bottom }) => moving.some(({ at }) => top < at && bottom >= at))
  const loose = (kind: RowReference['loose']): readonly string[] =>
    grown.length === 0 ? [] : references.filter((reference) => reference.loose === kind).map(({ place }) => place)
  return [
    note('merges-parted', parted.map(writeArea)),
    note('merges-moved', moved.map(writeArea)),
    note('merges-longer', longer.map(writeArea)),
    note('rows-quoted', loose('quoted')),
    note('rows-counted', loose('counted')),
  ].filter(({ count }) => count > 0)
}

const note = (kind: ListNote['kind'], places: readonly string[]): ListNote => ({
  kind,
  places: places.slice(0, placesShown),
  count: places.length,
})

const placesShown = 6
