import type { ListNote } from '../../../shared/api/province-list.ts'
import { writeArea, type CellArea } from '../xlsx/address.ts'
import { spanOf, type ListGrowth } from '../xlsx/formula-references.ts'
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
  /** What stands beside the list. */
  readonly beside: readonly CellArea[]
  /** Cells with comments, and areas that are filtered. */
  readonly comments: readonly string[]
  readonly filters: readonly string[]
}

/**
 * What a list loses or may mislead in once rows are in it, to be told before the file is saved: merged cells that are
 * parted, moved or made longer, what stands beside the list and is parted, formulas that name rows in a way that does not
 * follow them, comments on rows of products that go, and filters. Places are those of the file as it came.
 */
export function listNotes(change: ListChange): readonly ListNote[] {
  const { blocks, references, merges, growths, counts, columns, beside, comments, filters } = change
  const ours = blocks.flatMap(({ slots, filled }, index) => [...slots.slice(0, counts[index] ?? 0), ...filled])
  const old = new Set(blocks.flatMap(({ filled }) => filled))
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
    note(
      'side-parted',
      beside.filter((area) => moving.some(({ at }) => area.top < at && area.bottom >= at)).map(writeArea),
    ),
    note('rows-single', rowByRow(change)),
    note('rows-quoted', loose('quoted')),
    note('rows-counted', loose('counted')),
    note(
      'comments-kept',
      comments.filter((cell) => old.has(spanOf(cell).first)),
    ),
    note(
      'filtered',
      filters.filter((area) => isOver(area, blocks)),
    ),
  ].filter(({ count }) => count > 0)
}

/**
 * Formulas elsewhere that show the list row by row, such as a sheet to be printed: none shows the rows that are put in. One
 * that takes a single row for its own sake is none.
 */
function rowByRow({ blocks, references, growths }: ListChange): readonly string[] {
  return blocks.flatMap(({ slots }, index) => {
    if ((growths[index]?.count ?? 0) === 0) return []
    const ready = new Set(slots)
    const bySeries = new Map<string, { places: Set<string>; rows: Set<number> }>()
    for (const { kind, place, row, spans } of references) {
      if (kind !== 'formula' || ready.has(row ?? 0)) continue
      for (const { column, first, isRange } of spans) {
        if (isRange || !ready.has(first)) continue
        const key = `${place.includes('!') ? place.slice(0, place.lastIndexOf('!')) : place} ${column}`
        const series = bySeries.get(key) ?? { places: new Set(), rows: new Set() }
        bySeries.set(key, series)
        series.places.add(place)
        series.rows.add(first)
      }
    }
    const found = [...bySeries.values()].filter(({ rows }) => rows.size > 1 || ready.size === 1)
    return [...new Set(found.flatMap(({ places }) => [...places]))]
  })
}

const isOver = (area: string, blocks: readonly ListBlock[]): boolean => {
  const { first, last } = spanOf(area)
  return blocks.some(({ top, at }) => first < at && last >= top)
}

const note = (kind: ListNote['kind'], places: readonly string[]): ListNote => ({
  kind,
  places: places.slice(0, placesShown),
  count: places.length,
})

const placesShown = 6
