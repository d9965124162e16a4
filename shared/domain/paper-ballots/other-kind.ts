import { isTick } from './is-tick.ts'
import { filling, type Mark, type Usual } from './usual-mark.ts'

/**
 * Whether a mark is whole, plain and of another kind than this hand's: beneath it nothing of the hand's own can lie that was
 * taken back, for it would be seen.
 */
export function isOtherKind(mark: Mark, usual: Usual): boolean {
  if (usual.isFew || usual.isLoop) return false
  // Neither leaves the paper free that a line beneath has above it, nor hides the figure as one that is filled.
  if (usual.isFlat || usual.isFilled)
    return isTick(mark) || isCross(mark, 5) || (usual.isFlat && isFillWithin(mark, usual))
  // The shorter stroke of a tick is no arm of a cross; and a tick ends farther out than a figure filled.
  return usual.isTick ? isCross(mark, 7) || isFillWithin(mark, usual) : usual.strokes >= 4 && isFillWithin(mark, usual)
}

/** Four arms and no more on all circles up to one, and not as long as those of a crossing-out. */
function isCross({ crossings, isLoop, isFlat, slash, cover, width }: Mark, end: number): boolean {
  if (isLoop || isFlat || slash !== null || cover > 0.6 || width > 6.3) return false
  const fours = crossings.slice(2, end).filter((count) => count === 4)
  return fours.length === end - 2 && crossings.every((count) => count <= 4)
}

/** A figure filled, and nothing beyond it where the hand's marks go on. */
function isFillWithin({ crossings, isLoop, cover, width, height }: Mark, { reach }: Usual): boolean {
  if (isLoop || cover < filling || width > 5.2 || height > 5) return false
  return crossings.findLastIndex((count) => count > 0) < reach - 1
}
