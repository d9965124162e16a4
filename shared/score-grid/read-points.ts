import { doesChoiceMatter, offeredOptions, type OfferedOptionsOf } from './offered-options.ts'

/** What a number of points says in a criterion. */
export type PointsReading =
  | { readonly kind: 'option'; readonly optionNumber: number }
  /** Several lines carry these points and differ in what they mean. */
  | { readonly kind: 'ask'; readonly points: number; readonly optionNumbers: readonly number[] }
  | { readonly kind: 'not-offered' }

/** The line that points name; the key on the board is the points, as on paper. */
export const readPoints = ({
  criterion,
  criteriaCase,
  points,
}: OfferedOptionsOf & { points: number }): PointsReading => {
  const optionNumbers = offeredOptions({ criterion, criteriaCase })
    .filter((option) => option.points === points)
    .map(({ optionNumber }) => optionNumber)
  const [first] = optionNumbers
  if (first === undefined) return { kind: 'not-offered' }
  if (optionNumbers.length > 1 && doesChoiceMatter({ criterion, optionNumbers })) {
    return { kind: 'ask', points, optionNumbers }
  }
  return { kind: 'option', optionNumber: first }
}

/** The points that a criterion offers, each once, ascending. */
export const offeredPoints = (of: OfferedOptionsOf): readonly number[] =>
  [...new Set(offeredOptions(of).map(({ points }) => points))].toSorted((a, b) => a - b)

/** What the digits typed so far say. */
export type DigitsReading =
  | PointsReading
  /** A longer number of points begins with these digits; `canStand` when they are points on their own too. */
  | { readonly kind: 'wait'; readonly canStand: boolean }

/** Reads digits as points, waiting for the next digit only where a longer number of points begins with them. */
export const readDigits = ({ digits, ...of }: OfferedOptionsOf & { digits: string }): DigitsReading => {
  const points = offeredPoints(of)
  const typed = Number(digits)
  if (points.some((longer) => String(longer).length > digits.length && String(longer).startsWith(digits))) {
    return { kind: 'wait', canStand: points.includes(typed) }
  }
  return readPoints({ ...of, points: typed })
}
