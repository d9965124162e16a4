import type { CaseCode, Criterion, CriterionOption, GateStar } from '../criteria/criteria-set.ts'
import { reachesGate } from '../scoring/reaches-gate.ts'

/** One line that a member can tick: a printed option, or the application's own "no level reached". */
export type OfferedOption = {
  /** The printed option's number (1-based), 0 = no level reached. */
  readonly optionNumber: number
  readonly points: number
  /** As printed; null for "no level reached", which the screen words. */
  readonly label: string | null
  readonly minStar: GateStar | null
  /** Key that picks this line in the list: `a`, `b`, …, in the order shown. */
  readonly letter: string
  /** Another line offers the same points, so the digit alone does not name this one. */
  readonly sharesPoints: boolean
}

export type OfferedOptionsOf = {
  readonly criterion: Criterion
  /** The case that the product falls under; null where the form has none or it was not settled. */
  readonly criteriaCase: CaseCode | null
}

/** A choice that its form does not print: no program of ours keeps one, so the file was changed outside of it. */
export class OptionNotPrinted extends RangeError {
  constructor(criterion: string | undefined, optionNumber: number) {
    super(`Criterion ${criterion} has no option ${optionNumber}`)
    this.name = 'OptionNotPrinted'
  }
}

/**
 * Points of the printed option with that number (1-based); 0, "no level reached", is 0 points in every criterion.
 * @throws OptionNotPrinted for a number that the criterion does not print.
 */
export function pointsOf(criterion: Criterion, optionNumber: number): number {
  if (optionNumber === 0) return 0
  const option = criterion.options[optionNumber - 1]
  if (option === undefined) throw new OptionNotPrinted(criterion.code, optionNumber)
  return option.points
}

/**
 * The lines of a criterion in printed order, those of the other case left out. Where the form prints no line of 0
 * points, "no level reached" stands first: QĐ 26/2026/QĐ-TTg prints none in about 400 criteria, yet none may be reached.
 */
export function offeredOptions({ criterion, criteriaCase }: OfferedOptionsOf): readonly OfferedOption[] {
  const lines = criterion.options.flatMap((option, index) =>
    isOfCase(option, criteriaCase)
      ? [
          {
            optionNumber: index + 1,
            points: option.points,
            label: option.label as string | null,
            minStar: option.minStar ?? null,
          },
        ]
      : [],
  )
  const all = lines.some(({ points }) => points === 0) ? lines : [noLevelReached, ...lines]
  return all.map((line, index) => ({
    ...line,
    letter: letterAt(index),
    sharesPoints: all.some((other) => other !== line && other.points === line.points),
  }))
}

/** The points that a criterion offers, each once, ascending. */
export function offeredPoints(of: OfferedOptionsOf): readonly number[] {
  return [...new Set(offeredOptions(of).map(({ points }) => points))].toSorted((a, b) => a - b)
}

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

/** What a number of points says in a criterion. */
export type PointsReading =
  | { readonly kind: 'option'; readonly optionNumber: number }
  /** Several lines carry these points and differ in what they mean. */
  | { readonly kind: 'ask'; readonly points: number; readonly optionNumbers: readonly number[] }
  | { readonly kind: 'not-offered' }

/** Whether a product of that case may be given the option; a product whose case is not settled, either. */
export function isOfCase(option: Pick<CriterionOption, 'case'>, criteriaCase: CaseCode | null): boolean {
  return option.case === undefined || criteriaCase === null || option.case === criteriaCase
}

/**
 * True when lines of equal points differ in their star mark, in a gate that they reach or in their case: then the
 * points alone do not say what the member decided. Otherwise the first printed line stands for them.
 */
function doesChoiceMatter(criterion: Criterion, optionNumbers: readonly number[]): boolean {
  return new Set(optionNumbers.map((optionNumber) => meaningOf(criterion, optionNumber))).size > 1
}

const noLevelReached = { optionNumber: 0, points: 0, label: null, minStar: null } as const

const letterAt = (index: number): string => String.fromCharCode('a'.charCodeAt(0) + index)

function meaningOf(criterion: Criterion, optionNumber: number): string {
  const option = criterion.options[optionNumber - 1]
  if (option === undefined) return ''
  const reached = criterion.options.flatMap(({ minStar: star, points }, index) => {
    if (star === undefined) return []
    const gate = { criterionIndex: 0, criterionCode: criterion.code, star, optionNumber: index + 1, points }
    return reachesGate({ gate, optionNumber, points: option.points }) ? [`${index}`] : []
  })
  return [option.case ?? '', option.minStar ?? '', ...reached].join('/')
}
