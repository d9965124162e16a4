import type { InkShare } from './ink-share.ts'
import { beside } from './patch-rest.ts'
import type { OptionPlace } from './places.ts'
import { stripScale } from './strip.ts'

/** How a line through a figure leans, from left to right. */
export type Slash = 'rising' | 'falling'

/** How a mark lies against its figure and the next one. */
export type InkLie = {
  /** A line and nothing else, struck through the figure: it says "not this". */
  readonly isThrough: boolean
  /** A straight line and nothing else, not beneath the figure, and which way it leans: a mark only where the hand's others are. */
  readonly slash: Slash | null
  /** Nobody can tell that it is its figure's: it stands beside that or between two. */
  readonly isUnsure: boolean
  /** Index of the place whose it could be as well; null where it could be no other's. */
  readonly rival: number | null
}

type LieInput = {
  readonly places: readonly OptionPlace[]
  /** Of the place that was given the ink. */
  readonly index: number
  readonly ink: InkShare
}

/** Told by the box around all ink of a place: wherever a pen strays to, the middle of its mark is nearly the figure's. */
export function lieOf({ places, index, ink }: LieInput): InkLie {
  const own = places[index] as OptionPlace
  const { left, right, top, bottom } = ink
  const [x, y] = [(left + right) / 2, (top + bottom) / 2]
  const awayFrom = (place: OptionPlace) => Math.hypot((place.x - x) / beside, place.y - y)
  let [rival, least] = [-1, Infinity]
  for (const [at, place] of places.entries()) {
    const away = awayFrom(place)
    if (at === index || away >= least) continue
    rival = at
    least = away
  }
  const isBetween = awayFrom(own) > between * least
  const isLying = bottom - top < highest && bottom - top < steepest * (right - left)
  const isBeneath = isLying && y - own.y >= beneath
  const isAside = !isBeneath && Math.hypot(outside(own.x, left, right), outside(own.y, top, bottom)) > beyond
  return {
    isThrough: isLying && Math.abs(y - own.y) < beneath,
    slash: isBeneath || !isStraight(ink) ? null : isRising(ink) ? 'rising' : 'falling',
    isUnsure: isBetween || isAside,
    rival: isBetween ? rival : null,
  }
}

/** How far its middle may be off its own figure, of what it is off the next: lines beneath come to 0.36. */
const between = 0.45
/** Pixels by which a mark may miss its figure's middle. */
const beyond = 0.5 * stripScale

/** Pixels that no such line is higher than; and what its height is to its width at most: the flattest tick has 0.48. */
const highest = 3 * stripScale
const steepest = 0.42
/** Pixels from a figure's middle to a line beneath it, at least. */
const beneath = 1.2 * stripScale

/** Whether ink is one line: broad as a pen's stroke, and several times as long. */
function isStraight({ area, sumX, sumY, sumXX, sumXY, sumYY }: InkShare): boolean {
  const [x, y] = [sumX / area, sumY / area]
  const [xx, xy, yy] = [sumXX / area - x * x, sumXY / area - x * y, sumYY / area - y * y]
  const [middle, spread] = [(xx + yy) / 2, Math.hypot((xx - yy) / 2, xy)]
  // Of a bar as broad as that; its length likewise.
  const [broad, long] = [Math.sqrt(12 * Math.max(0, middle - spread)), Math.sqrt(12 * (middle + spread))]
  return broad < slender.most ? long > 2.6 * broad : broad < slender.mostOfLong && long > 6 * broad
}

/** Rows are counted downwards. */
const isRising = ({ area, sumX, sumY, sumXY }: InkShare): boolean => sumXY * area < sumX * sumY

/** Pixels that a straight line is broad, bends and the width of pens with it; the flattest tick is broader. */
const slender = { most: 0.92 * stripScale, mostOfLong: 1.1 * stripScale }

/** How far a place is outside of a range; 0 within. */
const outside = (at: number, from: number, to: number): number => Math.max(0, from - at, at - to)
