// Marks without any size by which the layout finds rows and ends of tables again, and keeps what belongs together.

/** Names what stands in a table for the layout to find again: see `ruledTable`. */
export function rowMark(tableName: string): string {
  return `row:${tableName}`
}

/** A mark without any size that tells on which page the last row of a table ended. */
export function endMark(tableName: string): TableMark {
  return { ...noSize(), style: `end:${tableName}` }
}

type TableMark = ReturnType<typeof noSize> & { style: string }

const noSize = () => ({ canvas: [{ type: 'line' as const, x1: 0, y1: 0, x2: 0, y2: 0, lineWidth: 0 }] })

/** Stands after the signatures under a table: its last rows are held back to the page of them. */
export function signedMark(tableName: string): TableMark {
  return { ...noSize(), style: `signed:${tableName}` }
}

/** The marks in a node's style. */
export function marksOf(style: unknown): readonly string[] {
  return (Array.isArray(style) ? style : [style]).filter(
    (name): name is string => typeof name === 'string' && /^(row|end|signed):/.test(name),
  )
}

/**
 * Tables whose last row stands alone on a page, or whose signatures stand on a page without a row of it.
 * The library notes for a row the page on which the one before it ended, since it moves a row that does not fit only
 * once it is complete: so the page of a row is what the next row notes, and the last one's what the end mark notes.
 */
export function findLonely(pages: ReadonlyMap<string, readonly number[]>): readonly string[] {
  return [...pages].flatMap(([mark, noted]) => {
    if (!mark.startsWith('row:') || noted.length < 2) return []
    const name = mark.slice('row:'.length)
    const end = pages.get(`end:${name}`)?.[0]
    const isSignedApart = (pages.get(`signed:${name}`)?.[0] ?? end) !== end
    return (noted.length < 3 || noted.at(-1) === end) && !isSignedApart ? [] : [name]
  })
}
