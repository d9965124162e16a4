import type { Corners, Point } from './page-plan.ts'

/** A 3 × 3 matrix row by row, the last number 1: takes a point of one plane to one of another. */
export type Homography = readonly [number, number, number, number, number, number, number, number, number]

/** What takes each of four points to its counterpart; null where three of them lie on one line. */
export function homographyOf(from: Corners, to: Corners): Homography | null {
  const rows = from.flatMap(({ x, y }, index) => {
    const { x: u, y: v } = to[index] as Point
    return [
      [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
      [0, 0, 0, x, y, 1, -v * x, -v * y, v],
    ]
  })
  const solved = solve(rows)
  return solved === null ? null : ([...solved, 1] as unknown as Homography)
}

export function mapPoint([a, b, c, d, e, f, g, h, i]: Homography, { x, y }: Point): Point {
  const depth = g * x + h * y + i
  return { x: (a * x + b * y + c) / depth, y: (d * x + e * y + f) / depth }
}

/** Gauss and Jordan, each column by its largest number; null for equations without one answer. */
function solve(rows: number[][]): number[] | null {
  const size = rows.length
  for (let column = 0; column < size; column += 1) {
    let best = column
    for (let row = column + 1; row < size; row += 1) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row
    }
    const pivot = rows[best] as number[]
    const divisor = pivot[column] ?? 0
    if (Math.abs(divisor) < 1e-12) return null
    rows[best] = rows[column] as number[]
    rows[column] = pivot.map((value) => value / divisor)
    for (let row = 0; row < size; row += 1) {
      const factor = rows[row]?.[column] ?? 0
      if (row === column || factor === 0) continue
      rows[row] = (rows[row] as number[]).map((value, index) => value - factor * (rows[column]?.[index] ?? 0))
    }
  }
  return rows.map((row) => row[size] ?? 0)
}
