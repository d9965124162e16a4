/**
 * How many of some words in one line are shown whole, in pixels: all of them, or as many as leave room for what stands for the
 * rest. The first is always one of them.
 *
 * @param ends where each word ends, from the start of the line
 */
export function howManyFit({ ends, room, rest }: { ends: readonly number[]; room: number; rest: number }): number {
  if ((ends.at(-1) ?? 0) <= room) return ends.length
  return Math.max(1, ends.filter((end) => end + rest <= room).length)
}
