import { isCross } from './is-cross.ts'
import { isTick } from './is-tick.ts'
import { isFillWithin } from './standing-fill.ts'
import type { Mark, Usual } from './usual-mark.ts'

/**
 * Whether a mark is whole, plain and of another kind than this hand's: beneath it nothing of the hand's own can lie that was
 * taken back, for it would be seen.
 */
export function isOtherKind(mark: Mark, usual: Usual): boolean {
  if (usual.isFew || usual.isLoop) return false
  // Neither leaves the paper free that a line beneath has above it, nor hides the figure as one that is filled.
  if (usual.isFlat || usual.isFilled)
    return isTick(mark) || isPlainCross(mark) || (usual.isFlat && isFillWithin(mark, usual))
  // The shorter stroke of a tick is no arm of a cross; and a tick ends farther out than a figure filled.
  return usual.isTick
    ? isPlainCross(mark) || isFillWithin(mark, usual)
    : usual.strokes >= 4 && isFillWithin(mark, usual)
}

/** Four arms and no more where they leave the figure, and not as long as those of a crossing-out. */
export function isPlainCross(mark: Mark): boolean {
  const { crossings, cover, width } = mark
  if (!isCross(mark) || cover > 0.74 || width > 6.8) return false
  return crossings.slice(2, 5).every((count) => count === 4) && crossings.every((count) => count <= 4)
}
