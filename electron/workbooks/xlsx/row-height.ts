/**
 * Points that a row of cells needs for its wrapped texts.
 * @param cells each value with its column's width in characters
 */
export function fittedHeight(cells: readonly (readonly [value: unknown, width: number])[]): number {
  const lines = cells.map(([value, width]) => (typeof value === 'string' && width > 0 ? linesOf(value, width) : 1))
  return 16.5 * Math.max(1, ...lines)
}

const linesOf = (text: string, width: number): number =>
  text.split('\n').reduce((lines, part) => lines + wrappedLines(part, width), 0)

/** Counts as a reader wraps: whole words, about `width` characters of this type in a line. */
function wrappedLines(text: string, width: number): number {
  let lines = 1
  let used = 0
  for (const word of text.split(' ')) {
    const needed = used === 0 ? word.length : used + 1 + word.length
    if (needed <= width * 1.05) used = needed
    else {
      lines += used === 0 ? 0 : 1
      used = word.length
    }
  }
  return lines
}
