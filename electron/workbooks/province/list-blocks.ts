import type { SheetSource } from '../xlsx/sheet-source.ts'
import { isOn } from '../xlsx/xml.ts'
import { goesOn, kindOf, lastCounted, rankOf, wordsIn, type ListPlace } from './row-kinds.ts'

/** A run of rows that a list keeps ready for products, all of the list or one of its groups. */
export type ListBlock = {
  /** The words of the group's row above it, and that row; empty and null where the list has no groups. */
  readonly title: string
  /** Of the rows that head several groups, this one among them: `HUYỆN A` above `I Nhóm thực phẩm`; from the outside in. */
  readonly outer: readonly string[]
  readonly titleRow: number | null
  /** Rows that products may take, from the top; none of them is hidden. */
  readonly slots: readonly number[]
  /** Rows that hold products already, with the rows that go on with them, hidden ones as well. */
  readonly filled: readonly number[]
  /** Its first row; `at` where it keeps none ready. */
  readonly top: number
  /** Rows that lack are put in here, and what stands here moves down. */
  readonly at: number
}

/**
 * Where products go below the head, in order. Rows wait to be filled where they are framed, numbered or have formulas, or
 * where something counts them; a row with words that numbers a group heads the rows below it. A sum that ends before the
 * rows kept ready do ends its block, so that what is put in is counted.
 */
export function listBlocks(place: ListPlace): readonly ListBlock[] {
  const { head, source, sheet } = place
  const blocks: ListBlock[] = []
  const lastKnown = Math.max(sheet.lastRow, [...source.rows.keys()].at(-1) ?? 0, head.bottom)
  const last = Math.max(lastKnown, Math.min(lastCounted(place), lastKnown + emptyRowsUsed))
  let title: { readonly row: number; readonly text: string } | null = null
  let rows: number[] = []
  let hasGroups = false
  let outer: readonly { readonly rank: string; readonly text: string }[] = []
  const outerTitles = (): readonly string[] => outer.map(({ text }) => text)
  const end = (): void => {
    if (rows.length > 0) blocks.push(blockOf(place, rows, { ...title, outer: outerTitles() }))
    rows = []
    title = null
  }
  for (let row = head.firstRow; row <= last; row += 1) {
    const found = kindOf(place, row)
    // Below rows of no group it says something of the whole list.
    const kind = found === 'group' && !hasGroups && rows.length > 0 ? 'words' : found
    if (kind === 'product' || kind === 'waiting') rows.push(row)
    else if (kind === 'group') {
      end()
      // A group that keeps no row ready, where the next row heads another or ends it.
      const below = kindOf(place, row + 1)
      const rank = rankOf(place, row)
      const isEmptyGroup =
        below === 'words' || below === 'empty' || (below === 'group' && rank === rankOf(place, row + 1))
      const known = outer.findIndex((tier) => tier.rank === rank)
      if (known >= 0) outer = outer.slice(0, known)
      title = { row, text: wordsIn(place, row) }
      const empty = { slots: [], filled: [], top: row + 1, at: row + 1 }
      if (isEmptyGroup) blocks.push({ title: title.text, outer: outerTitles(), titleRow: row, ...empty })
      else if (below === 'group') outer = [...outer, { rank, text: title.text }]
      if (isEmptyGroup) title = null
      hasGroups = true
    } else if (kind === 'words' && (blocks.length > 0 || rows.length > 0)) {
      end()
      if (!hasGroups || !['group', 'words'].includes(kindOf(place, row + 1))) break
    } else if (kind === 'empty') {
      end()
      if (kindOf(place, row + 1) !== 'group') break
    }
  }
  end()
  return blocks.length > 0
    ? blocks
    : [{ title: '', outer: [], titleRow: null, slots: [], filled: [], top: head.firstRow, at: head.firstRow }]
}

function blockOf(
  place: ListPlace,
  rows: readonly number[],
  title: { readonly row?: number; readonly text?: string; readonly outer: readonly string[] },
): ListBlock {
  const [first = 0] = rows
  const bottom = rows.at(-1) ?? first
  // What counts the block from its top, but not to its end.
  const ends = place.references
    .filter(({ row }) => row === null || row < first || row > bottom)
    .flatMap(({ kind, spans }) =>
      spans.filter(({ first: top, last, isRange }) => (kind === 'look' ? top < last : isRange)),
    )
    .filter((span) => span.first >= place.head.top && span.first <= first && span.last >= first && span.last < bottom)
    .map((span) => span.last)
  const last = ends.reduce((least, row) => Math.min(least, row), bottom)
  return {
    title: title.text ?? '',
    outer: title.outer,
    titleRow: title.row ?? null,
    slots: rows.filter((row) => row <= last && !isHiddenRow(place.source, row)),
    filled: filledRows(place, rows),
    top: first,
    at: last + 1,
  }
}

/** Products, and rows right below one that say more of it without a number or a name of their own. */
function filledRows(place: ListPlace, rows: readonly number[]): readonly number[] {
  const filled: number[] = []
  for (const row of rows) {
    const isMore = filled.at(-1) === row - 1 && goesOn(place, row)
    if (isMore || kindOf(place, row) === 'product') filled.push(row)
  }
  return filled
}

function isHiddenRow({ rows }: SheetSource, row: number): boolean {
  const { hidden, ht } = rows.get(row)?.tag.attributes ?? {}
  return isOn(hidden) || Number(ht ?? 1) === 0
}

/** Past what stands in a sheet, where something counts them; a count may go to the sheet's end. */
const emptyRowsUsed = 2000
