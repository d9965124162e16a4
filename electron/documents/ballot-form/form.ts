import { choiceAt, type ChoiceText } from '../../../shared/domain/ballot/choice-text.ts'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type {
  CaseCode,
  CriteriaPart,
  CriteriaSection,
  CriteriaSet,
  Criterion,
} from '../../../shared/domain/criteria/criteria-set.ts'

/** The printed criteria of a set, part by part, with what is circled on it. */
export type BallotPart = {
  readonly code: CriteriaPart['code']
  /** `PHẦN A: SẢN PHẨM VÀ SỨC MẠNH CỦA CỘNG ĐỒNG` */
  readonly heading: string
  readonly max: number
  readonly sections: readonly BallotSection[]
}

export type BallotSection = {
  /** `1. Tổ chức sản xuất`; empty where the section is one criterion that says the same. */
  readonly heading: string
  readonly max: number
  readonly criteria: readonly BallotCriterion[]
}

export type BallotCriterion = {
  /** `1.1. Nguồn nguyên liệu` */
  readonly heading: string
  /** The group that it opens in the form; empty where it opens none. */
  readonly above: string
  readonly max: number
  /** Conditions and notes that stand under the heading. */
  readonly notes: readonly string[]
  readonly options: readonly BallotOption[]
  /** "No level reached" beside the heading; null where the form prints a level of 0 points. */
  readonly none: BallotPoints | null
}

/** A number to circle. */
export type BallotPoints = {
  /** Which choice it stands for, unique on the form: criterion and option, `12/3`. */
  readonly place: string
  readonly points: number
  readonly isCircled: boolean
  /** Stands in the second of the two places beside each other. */
  readonly isSecond: boolean
}

export type BallotOption = BallotPoints & {
  /** The case that begins with this option; empty for none. */
  readonly above: string
  readonly label: string
  /** `***`: the least that a product of 3 stars must reach, as the official forms mark it; empty for none. */
  readonly stars: string
}

/** @param choices null for a blank form. */
export function ballotParts({
  form,
  choices,
}: {
  form: CriteriaSet
  choices: ChoiceText | null
}): readonly BallotPart[] {
  const indexes = new Map(listCriteria(form).map(({ criterion, index }) => [criterion, index]))
  const indexOf = (criterion: Criterion) => indexes.get(criterion) ?? -1
  const before = figuresBefore(form)
  return form.parts.map((part) => ({
    code: part.code,
    heading: `PHẦN ${part.code}: ${part.title.toUpperCase()}`,
    max: part.max,
    sections: part.sections.map((section) => ({
      heading: isOneCriterion(section) ? '' : `${section.code}. ${section.title}`,
      max: section.max,
      criteria: section.criteria.map((criterion, index) => ({
        ...ballotCriterion({
          criterion,
          index: indexOf(criterion),
          before: before[indexOf(criterion)] ?? 0,
          option: choices === null ? null : choiceAt(choices, indexOf(criterion)),
        }),
        above: groupOpened(criterion, section.criteria[index - 1]),
      })),
    })),
  }))
}

const isOneCriterion = ({ code, criteria }: CriteriaSection): boolean =>
  criteria.length === 1 && criteria[0]?.code === code

const ballotCriterion = ({
  criterion,
  index: row,
  before,
  option: chosen,
}: {
  criterion: Criterion
  index: number
  /** Figures that stand on the form before its own. */
  before: number
  option: number | null
}): Omit<BallotCriterion, 'above'> => ({
  heading: `${criterion.code}. ${criterion.title}${criterion.minStarOnTitle === undefined ? '' : ` ${starsOf(criterion.minStarOnTitle)}`}`,
  max: criterion.max,
  notes: [
    ...[criterion.appliesOnlyIf, criterion.note, criterion.knockout].filter((text) => text !== undefined),
    ...(criterion.requirement === undefined ? [] : [`Yêu cầu: ${criterion.requirement}`]),
  ],
  options: criterion.options.map(({ label, points, minStar, case: code }, index, { length }) => ({
    above: code === criterion.options[index - 1]?.case ? '' : caseLabel(criterion, code),
    label,
    points,
    stars: minStar === undefined ? '' : starsOf(minStar),
    place: `${row}/${index + 1}`,
    isCircled: chosen === index + 1,
    isSecond: (before + figuresOf(criterion) - length + index) % 2 === 1,
  })),
  none: offersZero(criterion)
    ? null
    : { place: `${row}/0`, points: 0, isCircled: chosen === 0, isSecond: before % 2 === 1 },
})

const offersZero = ({ options }: Criterion): boolean => options.some(({ points }) => points === 0)

/** A level that the form does not print stands beside the heading. */
const figuresOf = (criterion: Criterion): number => criterion.options.length + (offersZero(criterion) ? 0 : 1)

/** Of each criterion how many figures stand before its own: they take the two places in turn down the whole form. */
function figuresBefore(form: CriteriaSet): readonly number[] {
  let sum = 0
  return listCriteria(form).map(({ criterion }) => {
    const before = sum
    sum += figuresOf(criterion)
    return before
  })
}

const groupOpened = (criterion: Criterion, before: Criterion | undefined): string =>
  criterion.parent === undefined || criterion.parent === before?.parent
    ? ''
    : `${criterion.parent}. ${criterion.parentTitle ?? ''}`

const caseLabel = (criterion: Criterion, code: CaseCode | undefined): string =>
  criterion.cases?.find((candidate) => candidate.code === code)?.label ?? ''

const starsOf = (star: number): string => '*'.repeat(star)

/** Every number of a form in the order of the page. */
export function listPoints(parts: readonly BallotPart[]): readonly BallotPoints[] {
  return parts.flatMap(({ sections }) =>
    sections.flatMap(({ criteria }) =>
      criteria.flatMap(({ none, options }): readonly BallotPoints[] => (none === null ? options : [none, ...options])),
    ),
  )
}
