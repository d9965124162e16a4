import { isCross } from './is-cross.ts'
import { isTick } from './is-tick.ts'
import { isOtherKind, isPlainCross } from './other-kind.ts'
import { hasCrossStrokes, hasTickStrokes } from './mark-strokes.ts'
import { isCrossedFill, isStruckFill, isWholeFill } from './standing-fill.ts'
import { isNotLoop, isStruckLoop, narrow, once } from './standing-loop.ts'
import { filling, isHidden, strokesOf, type Mark, type Usual } from './usual-mark.ts'

/** Whether it is a pen's and whole: not paler than the hand's others, no remains of a line that a copier lost. */
export function isMark(mark: Mark, usual: Usual): boolean {
  const { amount, width, height, depth, isFlat } = mark
  const isOther = isOtherKind(mark, usual)
  if (amount < thinnest * (width + height) || (!isOther && isStray(mark, usual))) return false
  if (usual.isFew) return !isFlat || (width > shortestLine && depth > palestLine && depth < black)
  // Where all is black or white nothing tells a line from the edge of a stain.
  if (isFlat && !usual.isFlat && usual.depth > black) return false
  // A line has more pale edges than what is filled.
  return depth > (isOther && usual.isFilled ? 0.65 : 0.76) * usual.depth
}

/** Whether it is so much smaller than the hand's others that the pen may only have touched the paper. */
function isStray({ amount, width, height, isLoop, isFlat }: Mark, usual: Usual): boolean {
  const long = Math.max(width, height)
  if (isLoop) return false
  if (isFlat && !usual.isFlat) return width < shortestLine
  if (usual.isFew || usual.isLoop) return long < shortest
  return amount < 0.5 * usual.amount || width < 0.5 * usual.width || long < 0.6 * Math.max(usual.width, usual.height)
}

/** Millimetres. */
const shortest = 2.8
/** Millimetres: a line beneath a figure, that is no dash. */
const shortestLine = 3.4

/** Darkness: a stain's edge is paler, and what is darker tells no line from that edge where all is black or white. */
const palestLine = 88
const black = 235

/** Millimetres: what the thinnest pen's ink is to how far it goes. */
const thinnest = 0.3

/**
 * Whether a mark was not taken back: struck out, with one line or with many, it has more ink than the hand's marks have, is
 * wider or was gone over.
 */
export function isStanding(mark: Mark, usual: Usual): boolean {
  const { amount, crowding, width, height, cover, isThrough, slash, isLoop, isFlat } = mark
  const [more, wider] = [amount / usual.amount, width / usual.width]
  if (
    amount > most ||
    (isThrough && !isLowTick(mark, usual)) ||
    (slash !== null && slash !== usual.slash) ||
    usual.isHiding ||
    isBesideFigure(mark, usual) ||
    isStruckLoop(mark, usual) ||
    isStruckFill(mark)
  )
    return false
  if (isOtherKind(mark, usual)) return true
  if (hasTickStrokes(mark) && (usual.isTick || usual.isFew || (usual.isLoop && more < 0.75))) {
    if (!isTick(mark)) return false
    if (usual.isTick) return more / tickInk(mark, usual) < densest && mark.aside < bent * usual.aside
  }
  if (isLoop) return crowding < once && (more < 1.3 || cover < (mark.within < 2 ? 0.3 : 0.1))
  if (isFlat) return height < 1.7 && (more < 1.5 || !usual.isFlat)
  if (usual.isFew) return isPlain(mark) || isPlainCross(mark)
  // A line beneath that was struck out is no line beneath.
  if (usual.isFlat) return height < 1.7 && more < 1.5
  if (usual.isBeside && cover > 0.1) return false
  if (usual.isLoop) return isNotLoop({ more, wider, mark }, usual)
  if (usual.isFilled) return isWholeFill({ more, wider, mark }, usual)
  if (usual.strokes >= 4 && hasCrossStrokes(mark) && (!isCross(mark) || mark.aside > bentCross * usual.aside))
    return false
  if (usual.strokes === 3 && isOfThree(mark)) return false
  // A line along a stroke hides in it, but for its ink; one through a dot sticks out on both sides.
  if (more / ((width + height) / (usual.width + usual.height)) > dense) return false
  if (usual.width < small && wider > 1.25) return false
  const extra = excess(mark, usual)
  if (extra >= 2 || more + extra / 5 > 1.32 || wider > 1.6 || height > 1.6 * usual.height) return false
  if (width < narrow && wider < 0.92) return true
  // A line through a tick or a cross is as much ink again, or crosses it more than once.
  return more + Math.max(0, crowding - usual.crowding / 2) < 1.6 && (wider < 1.3 || cover < hiding)
}

/**
 * Three strokes leave the figure: a tick with a line through it, and no mark of any hand, even where most on the page are like it.
 */
const isOfThree = ({ crossings }: Mark): boolean => crossings.slice(2).filter((count) => count === 3).length > 3

/** A bracket or a stroke in the margin: on no figure, around none and beneath none. */
function isBesideFigure({ cover, width, isLoop, isFlat }: Mark, usual: Usual): boolean {
  return !isLoop && !isFlat && cover < 0.15 && width < 0.6 * usual.width
}

/**
 * The ink of a tick, of what this hand's have: the shorter of its strokes and what the figure hides stay as they are, however
 * far the longer one goes.
 */
function tickInk({ width, height }: Mark, usual: Usual): number {
  return 0.35 + 0.65 * ((width + height) / (usual.width + usual.height))
}

/** Of that: a line along a stroke is as much again. */
const densest = 1.35
/** How far off its strokes a tick's ink may lie, of what this hand's does: a line through a figure, however short, lies farther. */
const bent = 1.36
const bentCross = 1.2

/** Ink for its size, of what the hand's marks have: pens press as they do, ticks come to 1.24. */
const dense = 1.25
/** Millimetres: marks of a hand that puts dots, or small crosses. */
const small = 3.6

/**
 * A tick that lies so flat that it is as low as a line through the figure: bent, and one of its strokes goes on where the other
 * has ended.
 */
function isLowTick({ amount, width, height, slash, crossings }: Mark, usual: Usual): boolean {
  if (usual.isLoop || usual.isFlat || usual.isFew || usual.strokes !== 2 || slash !== null) return false
  const isAlike = amount < 1.15 * usual.amount && width < 1.2 * usual.width && height > 0.7 * usual.height
  return isAlike && crossings.at(-1) === 1 && crossings.filter((count) => count === 1).length > 2
}

/** A tick, or a figure filled: what could be no crossing-out. */
function isPlain(mark: Mark): boolean {
  const { amount, width, crowding, cover } = mark
  if (cover > filling && width < 5.2) return true
  return strokesOf(mark) <= 2 && crowding < once && (cover < hiding || amount < 10)
}

/**
 * How many strokes more than the hand's marks, summed over the circles: a tick comes to two, a cross to four. Where they are
 * two at most the innermost circle is left out, and one more on one circle alone: at a figure's edge print that ink joins looks
 * like that.
 */
function excess({ crossings }: Mark, { strokes, reach }: Usual): number {
  const usual = Math.min(4, Math.max(2, strokes))
  const over = crossings.map((count, at) => Math.max(0, count - (at > reach + farther ? 0 : usual)))
  return over.reduce((sum, count, at) => {
    const isAlone = at > 1 && at < 4 && count === 1 && over[at - 1] === 0 && over[at + 1] === 0
    return strokes <= 2 && (at === 0 || isAlone) ? sum : sum + count
  }, 0)
}

/** Circles that a mark may reach beyond what most of the hand's do. */
const farther = 2

/** Square millimetres that no mark of a pen has. */
const most = 48
/** Of the room right at a figure: less does not hide it. */
const hiding = 0.36

/** What stands after a correction was made by the same hand in the same way. */
export function isOfHand(mark: Mark, usual: Usual): boolean {
  const { amount, width, crowding, isLoop, isFlat } = mark
  if (usual.isFew) return true
  // The end of a line that goes on elsewhere is no cross.
  if (!isLoop && !usual.isLoop && !usual.isFilled && strokesOf(mark) < usual.strokes - 1) return false
  if (amount < 0.6 * usual.amount || width > 1.4 * usual.width || isFlat !== usual.isFlat) return false
  // A thick pen leaves no paper between a figure and the line around it.
  return isLoop === usual.isLoop || (usual.isLoop && crowding < 0.12 && width > 0.7 * usual.width)
}

/** Beside a mark that stands: its figure is hidden with clearly more of the same pen's ink. */
export function isTakenBack(mark: Mark, standing: Mark, usual: Usual): boolean {
  if (usual.isFilled && isCrossedFill(mark, standing)) return mark.depth > 0.84 * standing.depth
  if (
    !(isHidden(mark) || isCrossedThrough(mark)) ||
    mark.amount > most ||
    mark.height > 7.8 ||
    mark.amount < 1.2 * standing.amount
  )
    return false
  if (usual.isFew) return mark.amount > 1.4 * standing.amount && mark.depth > 0.84 * standing.depth
  const [more, wider] = [mark.amount / usual.amount, mark.width / usual.width]
  return mark.depth > 0.84 * usual.depth && (more > 1.45 || (wider > 1.3 && more > 1.2))
}

/** Two lines through the figure, as wide as what hides one: four strokes leave it, whatever lies around it. */
function isCrossedThrough({ width, isFlat, crossings }: Mark): boolean {
  return !isFlat && width > 5.8 && crossings.length > 5 && crossings.slice(0, 6).every((count) => count >= 4)
}
