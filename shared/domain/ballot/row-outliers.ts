/**
 * Points of one criterion that differ by `limit` or more from the median of the row; blanks are left out of both.
 * One flag a cell. With an even number of points the median lies halfway; compared doubled, so in integers.
 */
export function rowOutliers(points: readonly (number | null)[], limit: number): readonly boolean[] {
  const sorted = points.filter((value) => value !== null).toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  const doubledMedian = (sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)
  return points.map((value) => value !== null && Math.abs(2 * value - doubledMedian) >= 2 * limit)
}
