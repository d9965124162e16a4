import { crossingsOf, strokesWithin } from './crossings.ts'
import { coresOf, goneUnder } from './figure-core.ts'
import { fittedOf } from './fitted-ink.ts'
import { lieOf, type Slash } from './ink-lie.ts'
import { addShare, emptyShare, type InkShare } from './ink-share.ts'
import { takeLoops } from './loop-ink.ts'
import { crowdingOf, enclosedOf, outlineOf, type Outline } from './outline.ts'
import { restOfPatches } from './patch-rest.ts'
import type { Patches } from './patches.ts'
import type { OptionPlace } from './places.ts'
import { stripScale, type Strip } from './strip.ts'
import { whoseInk } from './whose-ink.ts'

/** The pen's ink at one option. */
export type OptionInk = {
  /** Square millimetres. */
  readonly amount: number
  /** Millimetres from its left end to its right one, and from its top to its foot. */
  readonly width: number
  readonly height: number
  /** How dark it is, 0 to 255. */
  readonly depth: number
  /** It is a line beneath the figure and nothing else. */
  readonly isFlat: boolean
  /** A line through the figure and nothing else. */
  readonly isThrough: boolean
  /** A straight line across the figure and nothing else: which way it leans. Null for anything else. */
  readonly slash: Slash | null
  /** A line goes around the figure with paper between them. */
  readonly isLoop: boolean
  /** 0 to 1: how much of it was gone over more than once, as when a mark is crossed out. */
  readonly crowding: number
  /** Millimetres from the figure up or down within which its middle has ink on both of two opposite sides; Infinity for none. */
  readonly enclosed: number
  /** How many strokes circles around the figure's middle meet, from the innermost. */
  readonly crossings: readonly number[]
  /** On how many rings between the figure and the line around it a stroke is met; 0 where no line goes around it. */
  readonly within: number
  /** 0 to 1: how much of the room right at the figure it covers. */
  readonly cover: number
  /** Millimetres within which nearly all ink of a tick or a cross lies off two straight strokes; 0 where it is neither. */
  readonly aside: number
  /** Millimetres that ink goes on beyond the round of a figure that is filled; 0 where it is not. */
  readonly tail: number
  /** Ink that could as well be another option's, in square millimetres. */
  readonly unsure: number
  /** Something that no pen leaves at one option alone lies here: a stamp, a hole, a line across the page. */
  readonly isForeign: boolean
}

type InkInput = {
  readonly strip: Strip
  readonly places: readonly OptionPlace[]
  readonly kinds: Uint8Array
  /** Darkness of what was scanned. */
  readonly dark: Uint8Array
  /** Where ink was found; some of it may have been wiped from `kinds` since. */
  readonly inked: Int32Array
  readonly patches: Patches
}

/** Of each place, in order. */
export function measureInk({ patches: { labels, patches }, ...input }: InkInput): readonly OptionInk[] {
  const { strip, places, kinds } = input
  const outlines = places.map((place) => outlineOf({ place, kinds, strip }))
  const shares = places.map(() => ({ ...emptyShare(), unsure: 0, flat: 0 }))
  const { owned, parts } = takeLoops({ ...input, outlines, labels, patches: patches.length, shares })
  const rests = restOfPatches({ ...input, owned, labels, patches, shares })
  const cores = coresOf({ strip, places, kinds, owned, labels })
  const isForeign = places.map((place) => rests.some(({ reach }) => isLarge(reach) && isBeside(place, reach)))
  for (const [patch, rest] of rests.entries()) {
    if (rest.area === 0) continue
    const taker = whoseInk({ patch, rest, places, cores, loops: parts[patch] ?? new Map() })
    const share = taker === null ? undefined : shares[taker.place]
    if (taker === null || share === undefined) continue
    addShare(share, rest)
    if (taker.isFlat) share.flat += rest.area
    if (taker.rival === null) continue
    share.unsure += rest.area
    const rival = shares[taker.rival]
    if (rival !== undefined) rival.unsure += rest.area
  }
  const lies = shares.map((ink, index) => (ink.area < leastGoneUnder ? null : lieOf({ places, index, ink })))
  for (const [index, share] of shares.entries()) {
    const lie = lies[index] ?? null
    if (lie?.isUnsure !== true) continue
    share.unsure += share.area
    const rival = lie.rival === null ? undefined : shares[lie.rival]
    if (rival !== undefined) rival.unsure += share.area
  }
  const penWidth = usualPenWidth(outlines)
  return shares.map(({ area, dark, unsure, left, right, top, bottom, flat }, index) => {
    const outline = outlines[index] as Outline
    const core = cores[index]
    const place = places[index] as OptionPlace
    const isOver = area >= leastGoneUnder && !outline.isLoop && core !== undefined
    const amount = area + (isOver ? goneUnder(core) : 0)
    const ink = {
      amount: amount / stripScale ** 2,
      width: Math.max(0, right - left) / stripScale,
      height: Math.max(0, bottom - top) / stripScale,
      depth: area === 0 ? 0 : dark / area,
      isFlat: flat > 0.7 * amount,
      isThrough: lies[index]?.isThrough === true && !outline.isLoop,
      slash: outline.isLoop ? null : (lies[index]?.slash ?? null),
      isLoop: outline.isLoop,
      crowding: crowdingOf(outline, penWidth),
      enclosed: enclosedOf(outline) / stripScale,
      crossings: area < leastGoneUnder ? noCrossings : crossingsOf({ place, kinds, strip }),
      within: strokesWithin({ place, kinds, strip, outline, penWidth }),
      cover: core === undefined ? 0 : core.inked / Math.max(1, core.inked + core.blank),
      unsure: unsure / stripScale ** 2,
      isForeign: isForeign[index] ?? false,
    }
    return { ...ink, ...fittedOf(ink, { kinds, strip, place, share: { left, right, top, bottom } }) }
  })
}

const noCrossings: readonly number[] = []

/** Pixels: less is no mark. */
const leastGoneUnder = 0.9 * stripScale ** 2

/** Without the loops in it, it is larger than any mark. */
const isLarge = ({ left, right, top, bottom }: InkShare): boolean => bottom - top > tallest || right - left > widest

const tallest = 11.5 * stripScale
const widest = 13.5 * stripScale

const isBeside = ({ x, y }: OptionPlace, { left, right, top, bottom }: InkShare): boolean =>
  x > left - 24 && x < right + 24 && y > top - 12 && y < bottom + 12

/** The middle of all places that have ink around them. */
function usualPenWidth(outlines: readonly Outline[]): number {
  const widths = outlines.flatMap(({ penWidth }) => (penWidth > 0 ? [penWidth] : [])).toSorted((a, b) => a - b)
  return widths[widths.length >> 1] ?? 0.6 * stripScale
}
