import type { Mean } from '../../../shared/domain/scoring/types.ts'

export type ChartItem = { readonly id: number; readonly mean: Mean }

/** A product's dot: place on the axis in percent of its width, and how many dots stand below it. */
export type ChartDot = { readonly id: number; readonly left: number; readonly level: number }

/** Points at the left end of the axis: low enough for every mean, never so low that the dots crowd at the right. */
export const axisStart = (items: readonly ChartItem[]): number => {
  const lowest = Math.min(30, ...items.filter(({ mean }) => mean.count > 0).map(({ mean }) => mean.sum / mean.count))
  return Math.max(0, Math.floor(lowest / 10) * 10 - (lowest % 10 < 2 ? 10 : 0))
}

/** Percent of the axis' width for a number of points. */
export const placeOnAxis = ({ points, start }: { points: number; start: number }): number =>
  ((points - start) / (100 - start)) * 100

/**
 * One dot a product with a mean, lowest mean first; dots closer than `width` percent are stacked. Drawing only: which
 * band a mean is in is never read off these figures.
 */
export const layDots = ({
  items,
  start,
  width,
}: {
  items: readonly ChartItem[]
  start: number
  width: number
}): readonly ChartDot[] => {
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
