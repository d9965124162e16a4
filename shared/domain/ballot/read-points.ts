import { doesChoiceMatter, offeredOptions, type OfferedOptionsOf } from './options.ts'

/** What a number of points says in a criterion. */
export type PointsReading =
  | { readonly kind: 'option'; readonly optionNumber: number }
  /** Several lines carry these points and differ in what they mean. */
  | { readonly kind: 'ask'; readonly points: number; readonly optionNumbers: readonly number[] }
  | { readonly kind: 'not-offered' }

/** The line that points name; the key on the board is the points, as on paper. */
export function readPoints({ criterion, criteriaCase, points }: OfferedOptionsOf & { points: number }): PointsReading {
  const optionNumbers = offeredOptions({ criterion, criteriaCase })
    .filter((option) => option.points === points)
    .map(({ optionNumber }) => optionNumber)
  const [first] = optionNumbers
  if (first === undefined) return { kind: 'not-offered' }
  return doesChoiceMatter(criterion, optionNumbers)
    ? { kind: 'ask', points, optionNumbers }
    : { kind: 'option', optionNumber: first }
}
