import type { CriteriaSet, Criterion, CriterionOption, PartCode } from './criteria-set.ts'
import type { StarGate } from '../scoring/types.ts'

/** A criterion with its place in the form. */
export type FormCriterion = {
  readonly criterion: Criterion
  /** 0-based place in form order: the place of its choice in a ballot. */
  readonly index: number
  readonly partCode: PartCode
  readonly sectionCode: string
}

/** All criteria of the set in form order: parts, sections and criteria as printed. Computed once a set. */
export function listCriteria(form: CriteriaSet): readonly FormCriterion[] {
  return indexOf(form).criteria
}

/**
 * The star gates of the set in form order, then in the order of the printed options.
 * Source: QĐ 26/2026/QĐ-TTg, Phụ lục II, the note under each form ("Dấu sao là yêu cầu tối thiểu phải đạt…").
 */
export function listGates(form: CriteriaSet): readonly StarGate[] {
  return indexOf(form).gates
}

/** The criterion with that code; undefined where the set has none. */
export function findCriterion(form: CriteriaSet, code: string): FormCriterion | undefined {
  return indexOf(form).byCode.get(code)
}

/** Points that a product can get at most: of a set that is taken as printed fewer than the 100 of the decision. */
export function mostPoints(form: CriteriaSet): number {
  return listCriteria(form).reduce((sum, { criterion }) => sum + highestOf(criterion.options), 0)
}

/** Points of the highest option. */
export function highestOf(options: readonly CriterionOption[]): number {
  return Math.max(0, ...options.map(({ points }) => points))
}

type FormIndex = {
  readonly criteria: readonly FormCriterion[]
  readonly gates: readonly StarGate[]
  readonly byCode: ReadonlyMap<string, FormCriterion>
}

const indexes = new WeakMap<CriteriaSet, FormIndex>()

function indexOf(form: CriteriaSet): FormIndex {
  const known = indexes.get(form)
  if (known !== undefined) return known
  const criteria = form.parts
    .flatMap((part) =>
      part.sections.flatMap((section) =>
        section.criteria.map((criterion) => ({ criterion, partCode: part.code, sectionCode: section.code })),
      ),
    )
    .map((place, index) => ({ ...place, index }))
  const index = {
    criteria,
    gates: criteria.flatMap(gatesOf),
    byCode: new Map(criteria.map((place) => [place.criterion.code, place])),
  }
  indexes.set(form, index)
  return index
}

const gatesOf = ({ criterion, index }: FormCriterion): readonly StarGate[] =>
  criterion.options.flatMap((option, optionIndex) =>
    option.minStar === undefined
      ? []
      : [
          {
            criterionIndex: index,
            criterionCode: criterion.code,
            star: option.minStar,
            optionNumber: optionIndex + 1,
            points: option.points,
          },
        ],
  )
