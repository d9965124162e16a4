import type { CaseCode, Criterion, CriterionOption, GateStar } from '../domain/criteria/criteria-set.ts'
import { reachesGate } from '../domain/scoring/gates.ts'

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

/**
 * The lines of a criterion in printed order, those of the other case left out. Where the form prints no line of 0
 * points, "no level reached" stands first: QĐ 26/2026/QĐ-TTg prints none in about 400 criteria, yet none may be reached.
 */
export const offeredOptions = ({ criterion, criteriaCase }: OfferedOptionsOf): readonly OfferedOption[] => {
  const printed = criterion.options.flatMap((option, index) =>
    isOfCase({ option, criteriaCase }) ? [{ option, optionNumber: index + 1 }] : [],
  )
  const lines = printed.map(({ option, optionNumber }) => ({
    optionNumber,
    points: option.points,
    label: option.label as string | null,
    minStar: option.minStar ?? null,
  }))
  const all = lines.some(({ points }) => points === 0) ? lines : [{ ...noLevelReached }, ...lines]
  return all.map((line, index) => ({
    ...line,
    letter: letterAt(index),
    sharesPoints: all.some((other) => other !== line && other.points === line.points),
  }))
}

export type OfferedOptionsOf = {
  readonly criterion: Criterion
  /** The case that the product falls under; null where the form has none or it was not settled. */
  readonly criteriaCase: CaseCode | null
}

/**
 * True when the lines of equal points differ in a gate that they reach or in their case: then the points alone do not
 * say what the member decided. Otherwise the first printed line stands for them, as in the session workbook.
 */
export const doesChoiceMatter = ({
  criterion,
  optionNumbers,
}: {
  criterion: Criterion
  optionNumbers: readonly number[]
}): boolean => new Set(optionNumbers.map((optionNumber) => meaningOf({ criterion, optionNumber }))).size > 1

const noLevelReached = { optionNumber: 0, points: 0, label: null, minStar: null } as const

const letterAt = (index: number): string => String.fromCharCode('a'.charCodeAt(0) + index)

const isOfCase = ({ option, criteriaCase }: { option: CriterionOption; criteriaCase: CaseCode | null }): boolean =>
  option.case === undefined || criteriaCase === null || option.case === criteriaCase

const meaningOf = ({ criterion, optionNumber }: { criterion: Criterion; optionNumber: number }): string => {
  const option = criterion.options[optionNumber - 1]
  if (option === undefined) return ''
  const reached = criterion.options.flatMap((marked, index) =>
    marked.minStar !== undefined &&
    reachesGate({
      gate: {
        criterionIndex: 0,
        criterionCode: criterion.code,
        star: marked.minStar,
        optionNumber: index + 1,
        points: marked.points,
      },
      optionNumber,
      points: option.points,
    })
      ? [`${index}`]
      : [],
  )
  return [option.case ?? '', ...reached].join('/')
}
