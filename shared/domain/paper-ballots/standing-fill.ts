import { isCross } from './is-cross.ts'
import { filling, type ComparedMark, type Mark, type Usual } from './usual-mark.ts'

/** Whether a line was drawn through a figure that is filled: wherever it leads, an end of it goes on beyond the uneven edge. */
export function isStruckFill(mark: Mark): boolean {
  // The arms of a cross go on as well.
  return isSolid(mark) && mark.tail > longestTail && !isCross(mark)
}

/** Whether lines through a figure that is filled go on far beyond it, and beyond how wide the other one is filled. */
export function isCrossedFill(mark: Mark, other: Mark): boolean {
  return isStruckFill(mark) && mark.tail > 1 && mark.width > 1.3 * other.width && mark.height < 7.8
}

/** Ink all around right at the figure, and no strokes that leave it. */
function isSolid({ cover, crossings, isLoop, isFlat }: Mark): boolean {
  return !isLoop && !isFlat && cover > filling && (crossings[0] ?? 0) <= 1
}

/** A figure filled, beneath which no mark of this hand's can lie that was taken back: an end of it would be seen. */
export function isFillWithin(mark: Mark, usual: Usual): boolean {
  const { crossings, isLoop, cover, width, height, tail } = mark
  if (isLoop || cover < filling || width > widestFill || height > 5.2 || tail > longestTail) return false
  if (!usual.isLoop && width < 5.2 && crossings.findLastIndex((count) => count > 0) < usual.reach - 1) return true
  if (!isSolid(mark) || (crossings[1] ?? 0) > 1 || crossings.at(-1) !== 0) return false
  if (usual.isLoop) return usual.width > width + seen && usual.height > height + seen
  // From end to end a tick is as long as the box around it.
  return usual.isTick && Math.hypot(usual.width, usual.height) > Math.max(width, height) + 1
}

/** Millimetres that a line goes on beyond what it lies under, on both sides together. */
const seen = 0.8

/** Millimetres: of 408 figures filled, thick and thin, none comes to more than 0.26. */
const longestTail = 0.32

/** Of what fills a figure the edge is uneven; a line through it goes on beyond, and what hides it is wider. */
export function isWholeFill({ more, wider, mark }: ComparedMark, usual: Usual): boolean {
  const { width, height, cover, tail } = mark
  if (tail > longestTail) return false
  // One with less ink than the others was drawn over by nothing: it may stand a little beside its figure.
  if (cover < (more < 0.85 ? 0.5 : 0.55) || width > widestFill || height > 1.3 * usual.height) return false
  return more < 1.5 && wider < (usual.width > 5 ? 1.12 : 1.35)
}

/** Millimetres. */
const widestFill = 5.6
