import type { FigureCore } from './figure-core.ts'
import { beside, farthest, type PatchRest } from './patch-rest.ts'
import type { OptionPlace } from './places.ts'
import { stripScale } from './strip.ts'

/** Whose a patch is, by index of the place. */
export type Taker = {
  readonly place: number
  /** It could as well be that place's; null where it could not. */
  readonly rival: number | null
  /** A line beneath the figure. */
  readonly isFlat: boolean
}

type WhoseInput = {
  readonly patch: number
  readonly rest: PatchRest
  readonly places: readonly OptionPlace[]
  readonly cores: readonly FigureCore[]
  /** Which loops the patch is a part of, and with how many pixels. */
  readonly loops: ReadonlyMap<number, number>
}

/** Null where no place is near. */
export function whoseInk({ patch, rest, places, cores, loops }: WhoseInput): Taker | null {
  const near = nearestTwo(places, rest)
  if (near === null) return null
  const { isFlat } = near
  const [main, second] = cores
    .flatMap(({ byPatch }, index) => (byPatch.has(patch) ? [{ index, pixels: byPatch.get(patch) ?? 0 }] : []))
    .toSorted((one, other) => other.pixels - one.pixels)
  if (main !== undefined && !isFlat && main.pixels > leastCore && (second?.pixels ?? 0) < 0.25 * main.pixels) {
    // The figure that it crosses is not the one that it stands around: nobody can tell.
    const isSplit = main.index !== near.index && near.share < 0.45
    return { place: main.index, rival: isSplit ? near.index : null, isFlat }
  }
  const [loop] = [...loops].toSorted((one, other) => other[1] - one[1])
  // The end of a line that goes on beyond its own figure.
  const isTail = loop !== undefined && loop[1] > 1.2 * rest.area && near.least > 1.2 * stripScale
  if (isTail) return { place: loop[0], rival: null, isFlat }
  return { place: near.index, rival: near.share < unsureShare ? null : near.second, isFlat }
}

/** Of the way to the nearest place to that to the second: beyond it nobody can tell whose it is. */
const unsureShare = 0.68

/** Pixels: a quarter of a square millimetre. */
const leastCore = 0.25 * stripScale ** 2

function nearestTwo(places: readonly OptionPlace[], { x, y, left, right, top, bottom }: PatchRest) {
  // A flat line stands under its figure; one through the figure is as far from it as from the one above.
  const isFlat = bottom - top < 1.4 * stripScale && right - left > 1.8 * (bottom - top)
  const low = isFlat ? underFigure : 0
  let [index, second] = [-1, -1]
  let [least, next] = [Infinity, Infinity]
  for (const [at, place] of places.entries()) {
    // A tick stands higher than the figure, hardly aside.
    const away = Math.hypot((place.x - x) / beside, place.y + low - y)
    if (away < least) {
      second = index
      next = least
      index = at
      least = away
    } else if (away < next) {
      second = at
      next = away
    }
  }
  return index < 0 || least > farthest ? null : { index, second, least, share: least / next, isFlat }
}

const underFigure = 1.9 * stripScale
