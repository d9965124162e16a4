import { isPlainCross } from './other-kind.ts'
import { isFillWithin } from './standing-fill.ts'
import { filling, isHidden, type ComparedMark, type Mark, type Usual } from './usual-mark.ts'

/** A line through the figure that ends within the line around it, which a thick pen may have drawn close. */
export function isStruckLoop(mark: Mark, usual: Usual): boolean {
  const { amount, width, crowding, enclosed, isLoop, within } = mark
  // Whatever the hand's others have: on a page whose marks are all struck none of them says what is usual.
  if (within > 1 && !isFree(mark)) return true
  // Of a line around the figure something would lie off the strokes of a cross.
  if (enclosed > struck || isFillWithin(mark, usual) || isPlainCross(mark)) return false
  const isLike = usual.isLoop && amount > 0.9 * usual.amount && (width > narrow || width > 0.78 * usual.width)
  return isLoop || isLike || (crowding < 0.1 && isHidden(mark))
}

/** Whether there is nothing right around the figure: what is met within is where the line's own ends lie beside each other. */
const isFree = ({ crossings, enclosed }: Mark): boolean =>
  enclosed > 1.7 && crossings.length > 0 && crossings.slice(0, 4).every((count) => count === 0)

/** Another mark than this hand's loops, or one that a thick pen drew close around the figure; no loop that was struck out. */
export function isNotLoop({ more, wider, mark }: ComparedMark, usual: Usual): boolean {
  if (isFillWithin(mark, usual) || (isPlainCross(mark) && more < 1.27)) return true
  const { width, crowding, cover } = mark
  // What hides a figure where all others have a line around them says "not this".
  if (cover > filling && width > 5.2) return false
  if (width < narrow && wider < 0.78) return true
  return crowding < once ? more < 1.27 : more < 0.9 && wider < 0.95
}

/** Share of the rays from a figure that meet more than one stroke where nothing was gone over. */
export const once = 0.13
/** Millimetres: within them no line around a figure is near on two opposite sides. */
const struck = 1
/** Millimetres that no crossing-out is as narrow as. */
export const narrow = 5.6
