import { ink } from './ink.ts'
import { crowdingOf, flatness, onRay, outlineOf, type Outline } from './outline.ts'
import type { Patches } from './patches.ts'
import type { OptionPlace } from './places.ts'
import { stripScale, type Strip } from './strip.ts'

/** The pen's ink at one option. */
export type OptionInk = {
  /** Square millimetres. */
  readonly amount: number
  /** Millimetres from its left end to its right one. */
  readonly width: number
  /** It is a line beneath the figure and nothing else. */
  readonly isFlat: boolean
  /** A line goes around the figure with paper between them. */
  readonly isLoop: boolean
  /** 0 to 1: how much of it was gone over more than once, as when a mark is crossed out. */
  readonly crowding: number
  /** Ink that could as well be another option's, in square millimetres. */
  readonly unsure: number
  /** Something that no pen leaves at one option alone lies here: a stamp, a hole, a line across the page. */
  readonly isForeign: boolean
}

type InkInput = {
  readonly strip: Strip
  readonly places: readonly OptionPlace[]
  readonly kinds: Uint8Array
  readonly patches: Patches
}

/** Of each place, in order. */
export function measureInk({ strip, places, kinds, patches: { labels, patches } }: InkInput): readonly OptionInk[] {
  const outlines = places.map((place) => outlineOf({ place, kinds, strip }))
  const penWidth = usualPenWidth(outlines)
  const shares = places.map(() => ({ amount: 0, unsure: 0, left: Infinity, right: 0, flat: 0 }))
  const parts = patches.map(() => new Map<number, number>())
  const rest = patches.map(() => ({ area: 0, x: 0, y: 0, left: Infinity, right: 0, top: Infinity, bottom: 0 }))
  // A line around a figure owns all within it; what it grazes at a neighbour is no mark there.
  const owned = new Uint8Array(kinds.length)
  for (const [index, place] of places.entries()) {
    const outline = outlines[index]
    const share = shares[index]
    if (outline === undefined || share === undefined || !outline.isLoop) continue
    const reach = Math.max(...outline.radii) + lineRoom
    const top = Math.max(0, Math.ceil(place.y - reach))
    const bottom = Math.min(strip.height - 1, place.y + reach)
    const left = Math.max(0, Math.ceil(place.x - reach * flatness))
    const right = Math.min(strip.width - 1, place.x + reach * flatness)
    for (let y = top; y <= bottom; y += 1) {
      for (let x = left; x <= right; x += 1) {
        const at = y * strip.width + x
        if (kinds[at] !== ink || owned[at] === 1) continue
        const { ray, distance } = onRay(x + 0.5 - place.x, y + 0.5 - place.y)
        if (distance > (outline.radii[ray] ?? 0) + lineRoom) continue
        owned[at] = 1
        share.amount += 1
        share.left = Math.min(share.left, x)
        share.right = Math.max(share.right, x)
        const part = parts[(labels[at] ?? 0) - 1]
        part?.set(index, (part.get(index) ?? 0) + 1)
      }
    }
  }
  for (let at = 0; at < kinds.length; at += 1) {
    if (kinds[at] !== ink || owned[at] === 1) continue
    const label = (labels[at] ?? 0) - 1
    const left = rest[label]
    const patch = patches[label]
    if (left === undefined || patch === undefined) continue
    const x = at % strip.width
    const y = (at - x) / strip.width
    left.left = Math.min(left.left, x)
    left.right = Math.max(left.right, x)
    left.top = Math.min(left.top, y)
    left.bottom = Math.max(left.bottom, y)
    // Marks at two places that touch: each has what is nearer to it.
    if (patch.bottom - patch.top > twoMarks) {
      const share = shares[nearestPlace(places, x, y)]
      if (share === undefined) continue
      share.amount += 1
      share.left = Math.min(share.left, x)
      share.right = Math.max(share.right, x)
      continue
    }
    left.area += 1
    left.x += x
    left.y += y
  }
  const cores = coresOf({ strip, places, kinds, owned, labels, count: patches.length })
  const foreign = places.map(() => false)
  for (const [index, left] of rest.entries()) {
    markForeign({ left, places, foreign })
    if (left.area === 0) continue
    const middle = { ...left, x: left.x / left.area, y: left.y / left.area }
    const near = nearestTwo(places, middle)
    if (near === null) continue
    const [main, second] = [...(cores[index] ?? [])].toSorted((a, b) => b[1] - a[1])
    const isThrough = main !== undefined && !near.isFlat && main[1] > leastCore && (second?.[1] ?? 0) < 0.25 * main[1]
    const [loop, loopArea] = [...(parts[index] ?? [])].toSorted((a, b) => b[1] - a[1])[0] ?? [-1, 0]
    // The end of a line that goes on beyond its own figure.
    const isTail = !isThrough && loopArea > 1.2 * left.area && near.least > 1.2 * stripScale
    // The figure that it crosses is not the one that it stands around: nobody can tell.
    const isSplit = isThrough && main[0] !== near.index && near.share < 0.45
    const taker = shares[isThrough ? main[0] : isTail ? loop : near.index]
    if (taker === undefined) continue
    taker.amount += left.area
    if (near.isFlat) taker.flat += left.area
    taker.left = Math.min(taker.left, left.left)
    taker.right = Math.max(taker.right, left.right)
    if (!isSplit && (isThrough || isTail || near.share < unsureShare)) continue
    taker.unsure += left.area
    const other = shares[isSplit ? near.index : near.second]
    if (other !== undefined) other.unsure += left.area
  }
  for (const [index, place] of places.entries()) {
    const share = shares[index]
    if (share === undefined || share.amount < leastGoneUnder || outlines[index]?.isLoop === true) continue
    share.amount += goneUnder({ place, kinds, strip })
  }
  const square = stripScale ** 2
  return shares.map(({ amount, unsure, left, right, flat }, index) => ({
    isFlat: flat > 0.7 * amount,
    amount: amount / square,
    unsure: unsure / square,
    width: Math.max(0, right - left) / stripScale,
    isLoop: outlines[index]?.isLoop ?? false,
    crowding: crowdingOf(outlines[index] as Outline, penWidth),
    isForeign: foreign[index] ?? false,
  }))
}

/** Pixels from the first ink of a line to its far side. */
const lineRoom = 0.9 * stripScale
const tallest = 11.5 * stripScale
/** One mark is hardly as high. */
const twoMarks = 6.2 * stripScale
const widest = 13.5 * stripScale
/** Of the way to the nearest place to that to the second: beyond it nobody can tell whose it is. */
const unsureShare = 0.68

function nearestPlace(places: readonly OptionPlace[], x: number, y: number): number {
  let [nearest, least] = [-1, 4.5 * stripScale]
  for (const [at, place] of places.entries()) {
    const away = Math.hypot((place.x - x) / 1.6, place.y - y)
    if (away >= least) continue
    nearest = at
    least = away
  }
  return nearest
}

/** The middle of all places that have ink around them. */
function usualPenWidth(outlines: readonly Outline[]): number {
  const widths = outlines.flatMap(({ penWidth }) => (penWidth > 0 ? [penWidth] : [])).toSorted((a, b) => a - b)
  return widths[widths.length >> 1] ?? 0.6 * stripScale
}

type ForeignInput = { left: Extent; places: readonly OptionPlace[]; foreign: boolean[] }

/** Everywhere about ink that, without the loops in it, is larger than any mark. */
function markForeign({ left, places, foreign }: ForeignInput): void {
  if (left.bottom - left.top <= tallest && left.right - left.left <= widest) return
  for (const [at, { x, y }] of places.entries()) {
    const isBeside = x > left.left - 24 && x < left.right + 24 && y > left.top - 12 && y < left.bottom + 12
    if (isBeside) foreign[at] = true
  }
}

type Extent = { x: number; y: number; left: number; right: number; top: number; bottom: number }

function nearestTwo(places: readonly OptionPlace[], { x, y, left, right, top, bottom }: Extent) {
  // A flat line stands under its figure; one through the figure is as far from it as from the one above.
  const isFlat = bottom - top < 1.4 * stripScale && right - left > 1.8 * (bottom - top)
  const low = isFlat ? underFigure : 0
  let [index, second] = [-1, -1]
  let [least, next] = [Infinity, Infinity]
  for (const [at, place] of places.entries()) {
    // A tick stands higher than the figure, hardly aside.
    const away = Math.hypot((place.x - x) / 1.6, place.y + low - y)
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
  if (index < 0 || least > 4.5 * stripScale) return null
  return { index, second, least, share: least / next, isFlat }
}

const underFigure = 1.9 * stripScale

/** Pixels of ink that a figure most likely hides: as many of what is hidden as of what is seen around it. */
function goneUnder({ place, kinds, strip }: Pick<InkInput, 'kinds' | 'strip'> & { place: OptionPlace }): number {
  const found = [0, 0, 0]
  for (
    let y = Math.max(0, Math.ceil(place.y - core.high));
    y <= Math.min(strip.height - 1, place.y + core.high);
    y += 1
  ) {
    for (
      let x = Math.max(0, Math.ceil(place.x - core.wide));
      x <= Math.min(strip.width - 1, place.x + core.wide);
      x += 1
    ) {
      const kind = kinds[y * strip.width + x] ?? 0
      found[kind] = (found[kind] ?? 0) + 1
    }
  }
  const [blank = 0, hidden = 0, inked = 0] = found
  return (hidden * inked) / Math.max(1, blank + inked)
}

/** Pixels: less is no mark. */
const leastGoneUnder = 0.9 * stripScale ** 2

type CoresInput = Pick<InkInput, 'strip' | 'places' | 'kinds'> & {
  readonly owned: Uint8Array
  readonly labels: Int32Array
  readonly count: number
}

/** Of each patch: at which figures it has ink right beside the figure, and how many pixels. */
function coresOf({ strip, places, kinds, owned, labels, count }: CoresInput): readonly Map<number, number>[] {
  const cores = Array.from({ length: count }, () => new Map<number, number>())
  for (const [index, place] of places.entries()) {
    for (
      let y = Math.max(0, Math.ceil(place.y - core.high));
      y <= Math.min(strip.height - 1, place.y + core.high);
      y += 1
    ) {
      for (
        let x = Math.max(0, Math.ceil(place.x - core.wide));
        x <= Math.min(strip.width - 1, place.x + core.wide);
        x += 1
      ) {
        const at = y * strip.width + x
        if (kinds[at] !== ink || owned[at] === 1) continue
        const found = cores[(labels[at] ?? 0) - 1]
        found?.set(index, (found.get(index) ?? 0) + 1)
      }
    }
  }
  return cores
}

const core = { wide: 1.9 * stripScale, high: 1.6 * stripScale }
/** Pixels: a quarter of a square millimetre. */
const leastCore = 0.25 * stripScale ** 2
