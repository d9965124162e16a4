import { offeredPoints, readPoints, type OfferedOptionsOf, type PointsReading } from '../domain/ballot/options.ts'

/** What the digits typed so far say. */
export type DigitsReading =
  | PointsReading
  /** A longer number of points begins with these digits; `canStand` when they are points on their own too. */
  | { readonly kind: 'wait'; readonly canStand: boolean }

/** Reads digits as points, waiting for the next digit only where a longer number of points begins with them. */
export function readDigits({ digits, ...of }: OfferedOptionsOf & { digits: string }): DigitsReading {
  const points = offeredPoints(of)
  const typed = Number(digits)
  if (points.some((longer) => String(longer).length > digits.length && String(longer).startsWith(digits))) {
    return { kind: 'wait', canStand: points.includes(typed) }
  }
  return readPoints({ ...of, points: typed })
}
