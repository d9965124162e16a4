import { isHidden, type Mark, type Usual } from './usual-mark.ts'

/** Whether it is a pen's and whole: not paler than the hand's others, no remains of a line that a copier lost. */
export function isMark({ amount, width, height, depth, isFlat }: Mark, usual: Usual): boolean {
  if (amount < thinnest * (width + height)) return false
  if (usual.isFew) return !isFlat
  // Where all is black or white nothing tells a line from the edge of a stain.
  if (isFlat && !usual.isFlat && usual.depth > 235) return false
  return depth > 0.76 * usual.depth
}

/** Millimetres: what the thinnest pen's ink is to how far it goes. */
const thinnest = 0.3

/**
 * Whether a mark was not taken back: struck out, with one line or with many, it has more ink than the hand's marks have, is
 * wider or was gone over.
 */
export function isStanding(mark: Mark, usual: Usual): boolean {
  const { amount, crowding, width, height, cover, isThrough, isLoop, isFlat } = mark
  const [more, wider] = [amount / usual.amount, width / usual.width]
  if (amount > most || isThrough || isStruckLoop(mark, usual)) return false
  if (isLoop) return crowding < once && (more < 1.3 || cover < 0.1)
  if (isFlat) return height < 1.7 && (more < 1.5 || !usual.isFlat)
  if (usual.isFew) return width < narrow || (crowding < once && (cover < hiding || amount < 10))
  // Nothing as wide as a line beneath a figure has as little ink.
  if (usual.isFlat) return width < narrow && wider < 1.2 && more < 2.6
  if (usual.isLoop) return isNotLoop({ more, wider, mark })
  if (width < narrow && wider < 0.92) return true
  // A line through a tick or a cross is as much ink again, or crosses it more than once.
  return more + crowding < 1.6 && (wider < 1.3 || cover < hiding)
}

/** A line through the figure that ends within the line around it, which a thick pen may have drawn close. */
function isStruckLoop(mark: Mark, usual: Usual): boolean {
  const { amount, width, crowding, enclosed, isLoop } = mark
  if (enclosed > struck) return false
  const isLike = usual.isLoop && amount > 0.9 * usual.amount && (width > narrow || width > 0.78 * usual.width)
  return isLoop || isLike || (crowding < 0.1 && isHidden(mark))
}

type NotLoopInput = { readonly more: number; readonly wider: number; readonly mark: Mark }

/** Another mark than this hand's loops, or one that a thick pen drew close around the figure; no loop that was struck out. */
function isNotLoop({ more, wider, mark: { width, crowding } }: NotLoopInput): boolean {
  if (width < narrow && wider < 0.78) return true
  return crowding < once ? more < 1.27 : more < 0.9 && wider < 0.95
}

/** Share of the rays from a figure that meet more than one stroke where nothing was gone over. */
const once = 0.13
/** Millimetres: within them no line around a figure is near on two opposite sides. */
const struck = 1
/** Square millimetres that no mark of a pen has. */
const most = 48
/** Of the room right at a figure: less does not hide it. */
const hiding = 0.36
/** Millimetres that no crossing-out is as narrow as. */
const narrow = 5.6

/** What stands after a correction was made by the same hand in the same way. */
export function isOfHand({ amount, width, crowding, isLoop, isFlat }: Mark, usual: Usual): boolean {
  if (usual.isFew) return true
  if (amount < 0.6 * usual.amount || width > 1.4 * usual.width || isFlat !== usual.isFlat) return false
  // A thick pen leaves no paper between a figure and the line around it.
  return isLoop === usual.isLoop || (usual.isLoop && crowding < 0.12 && width > 0.7 * usual.width)
}

/** Beside a mark that stands: its figure is hidden with clearly more of the same pen's ink. */
export function isTakenBack(mark: Mark, standing: Mark, usual: Usual): boolean {
  if (!isHidden(mark) || mark.amount > most || mark.height > 7.8 || mark.amount < 1.2 * standing.amount) return false
  if (usual.isFew) return mark.amount > 1.4 * standing.amount && mark.depth > 0.84 * standing.depth
  const [more, wider] = [mark.amount / usual.amount, mark.width / usual.width]
  return mark.depth > 0.84 * usual.depth && (more > 1.45 || (wider > 1.3 && more > 1.2))
}
