import type { Mean } from '../../../shared/domain/scoring/types.ts'
import type { ItemRecord } from '../../../shared/domain/session/session-record.ts'

export type ChartItem = { readonly id: number; readonly mean: Mean }

/** What is drawn: a rejected product has points at most, and no place among those that have a star by theirs. */
export function chartItems(
  items: readonly (Pick<ItemRecord, 'id'> & { readonly result: Pick<ItemRecord['result'], 'mean' | 'isRejected'> })[],
): readonly ChartItem[] {
  return items.filter(({ result }) => !result.isRejected).map(({ id, result }) => ({ id, mean: result.mean }))
}

/** A product's dot: place on the axis in percent of its width, and how many dots stand below it. */
export type ChartDot = { readonly id: number; readonly left: number; readonly level: number }

/** Points at the left end of the axis: low enough for every mean, never so low that the dots crowd at the right. */
export function axisStart(items: readonly ChartItem[]): number {
  const lowest = Math.min(30, ...items.filter(({ mean }) => mean.count > 0).map(({ mean }) => mean.sum / mean.count))
  return Math.max(0, Math.floor(lowest / 10) * 10 - (lowest % 10 < 2 ? 10 : 0))
}

/** Percent of the axis' width for a number of points. */
export function placeOnAxis({ points, start }: { points: number; start: number }): number {
  return ((points - start) / (100 - start)) * 100
}

/** The dots with their radius and the pixels from one level to the next. */
export type FittedDots = { readonly dots: readonly ChartDot[]; readonly radius: number; readonly step: number }

/** Radii of a dot in pixels. */
const [largest, smallest] = [6, 3]

/** Percent of the axis that one pixel takes on a screen 1366 pixels wide. */
const percentOfPixel = 1.3 / 14

type FitDotsInput = {
  items: readonly ChartItem[]
  start: number
  height: number
}

/** The largest dots whose highest stack stays within `height` pixels; where even the smallest do not, they overlap. */
export function fitDots({ items, start, height }: FitDotsInput): FittedDots {
  const lay = (radius: number) => {
    const step = radius * 2 + 2
    const dots = layDots({ items, start, width: step * percentOfPixel })
    return { dots, radius, step, levels: Math.max(1, ...dots.map(({ level }) => level + 1)) }
  }
  for (let radius = largest; radius > smallest; radius -= 1) {
    const { levels, ...laid } = lay(radius)
    if (levels * laid.step <= height) return laid
  }
  const { levels, ...laid } = lay(smallest)
  return { ...laid, step: Math.min(laid.step, height / levels) }
}

type LayDotsInput = {
  items: readonly ChartItem[]
  start: number
  width: number
}

/**
 * One dot a product with a mean, lowest mean first; dots closer than `width` percent are stacked. Drawing only: which
 * band a mean is in is never read off these figures.
 */
export function layDots({ items, start, width }: LayDotsInput): readonly ChartDot[] {
  const levels: number[] = []
  return items
    .filter(({ mean }) => mean.count > 0)
    .map(({ id, mean }) => ({ id, left: placeOnAxis({ points: mean.sum / mean.count, start }) }))
    .toSorted((a, b) => a.left - b.left)
    .map(({ id, left }) => {
      const free = levels.findIndex((end) => left - end >= width)
      const level = free < 0 ? levels.length : free
      levels[level] = left
      return { id, left, level }
    })
}
