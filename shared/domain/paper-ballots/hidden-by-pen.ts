import type { OptionInk } from './option-ink.ts'

/**
 * Whether the figure at a place, by its index, lies beneath strokes of the page's pen: one over the other is darker than the
 * pen's others, where a stain is paler; and a punched hole is as dark as print.
 */
export function hiddenByPen(inks: readonly OptionInk[]): (place: number) => boolean {
  const depths = inks.flatMap(({ amount, depth }) => (amount > leastMark ? [depth] : [])).toSorted((a, b) => a - b)
  const usual = depths[depths.length >> 1] ?? 0
  return (place) => {
    const ink = inks[place]
    if (ink === undefined || ink.isLoop || ink.isFlat || ink.cover < hidden) return false
    const isSized = ink.amount < most && ink.width > 5.8 && ink.width < widest && ink.height < highest
    return isSized && ink.depth > usual && ink.depth < Math.min(darkest, 1.3 * usual)
  }
}

/** Square millimetres: less is no mark, and more no pen's. */
const leastMark = 0.9
const most = 48
/** Of the room right at a figure. */
const hidden = 0.85
/** Millimetres. */
const widest = 11
const highest = 7.8
/** Darkness that only print and a hole have. */
const darkest = 215
