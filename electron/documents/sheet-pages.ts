type LastPageInput = {
  /** Points, row by row. */
  readonly heights: readonly number[]
  /** Places in `heights`: the head of the table, which every page repeats, and the row after its last. */
  readonly head: number
  readonly tableEnd: number
  /** Points that a page holds. */
  readonly room: number
}

/**
 * Where the last page must begin so that the signatures at the end stand under rows of the table; null where they do
 * anyway. Readers set rows a little higher or lower than asked, so a page that nearly ends there counts as one that does.
 */
export function rowOfLastPage({ heights, head, tableEnd, room }: LastPageInput): number | null {
  const isApart = [0.88, 0.94, 1, 1.06, 1.12].some(
    (stretch) => startOfLastPage({ heights, head, room: room / stretch }) >= tableEnd - 1,
  )
  const start = tableEnd - rowsOnLastPage
  const needed = heights.slice(start).reduce((sum, height) => sum + height, heights[head] ?? 0)
  return isApart && start > head + 1 && needed < room * 0.9 ? start : null
}

const rowsOnLastPage = 2

function startOfLastPage({ heights, head, room }: Omit<LastPageInput, 'tableEnd'>): number {
  let start = 0
  let used = 0
  for (const [place, height] of heights.entries()) {
    if (used > 0 && used + height > room) {
      start = place
      used = place > head ? (heights[head] ?? 0) : 0
    }
    used += height
  }
  return start
}
