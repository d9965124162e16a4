import type { RuleSet } from '../rules/rule-set.ts'
import type { CriteriaPart, CriteriaSet, CriteriaSection, Criterion, CriterionOption } from './criteria-set.ts'
import { highestOf, listCriteria } from './form.ts'

/** What is wrong, with the piece of the form that says it. */
export type FormFault = {
  readonly at: CriteriaPart | CriteriaSection | Criterion
  /** Where, as a sentence begins: `6.4`, `Phần C`. */
  readonly place: string
  readonly text: string
  /** Points that do not add up to the maximum that is printed: what an office may accept as printed. */
  readonly isOfSums: boolean
}

/**
 * Faults of a form that its schema cannot see; empty for a sound form. Shipped exceptions are named in the data (`status`,
 * `issues`), not here.
 */
export function findFormFaults(form: CriteriaSet): readonly FormFault[] {
  return [
    ...checkCodes(form),
    ...form.parts.flatMap(checkPart),
    ...listCriteria(form).flatMap(({ criterion }) => checkCriterion(criterion)),
  ]
}

/** The same, one Vietnamese sentence each, starting with the place ("6.4:", "Phần C:"). */
export function checkCriteriaSet(form: CriteriaSet): readonly string[] {
  return findFormFaults(form).map(({ place, text }) => `${place}: ${text}`)
}

/** Faults of the form against the points that its rule set gives to the parts; empty where they agree. */
export function checkPartMaxima(form: CriteriaSet, ruleSet: Pick<RuleSet, 'partMaxima'>): readonly string[] {
  const codes = form.parts.map(({ code }) => code).join(', ')
  return [
    ...(codes === 'A, B, C' ? [] : [`Các phần: phải là A, B, C, đang là ${codes}`]),
    ...form.parts
      .filter(({ code, max }) => max !== ruleSet.partMaxima[code])
      .map(({ code, max }) => `Phần ${code}: điểm tối đa ${max}, theo quyết định là ${ruleSet.partMaxima[code]}`),
  ]
}

/** True when a product may be scored with the form: not marked incomplete, and its points add up or were accepted as printed. */
export function isUsableForScoring(form: CriteriaSet): boolean {
  if (form.status === 'incomplete') return false
  const isAsPrinted = isScoredAsPrinted(form)
  return findFormFaults(form).every(({ isOfSums }) => isOfSums && isAsPrinted)
}

/** True for a form whose missing points an office accepted. */
export function isScoredAsPrinted({ status }: Pick<CriteriaSet, 'status'>): boolean {
  return status === 'as-printed' || status === 'corrected-as-printed'
}

/** True for a form that lacks points and nothing else: an office may score with what is printed. */
export function canBeTakenAsPrinted(form: CriteriaSet): boolean {
  return form.status === 'incomplete' && findFormFaults(form).every(({ isOfSums }) => isOfSums)
}

function checkCodes(form: CriteriaSet): readonly FormFault[] {
  const criteria = listCriteria(form).map(({ criterion }) => criterion)
  const codes = criteria.map(({ code }) => code)
  return criteria
    .filter(({ code }, index) => codes.indexOf(code) !== index)
    .map((at) => ({ at, place: at.code, text: 'mã tiêu chí bị trùng', isOfSums: false }))
}

function checkPart(part: CriteriaPart): readonly FormFault[] {
  const sum = sumOfMaxima(part.sections)
  const text = `điểm tối đa ${part.max} nhưng các mục cộng lại được ${sum} điểm`
  return [
    ...(sum === part.max ? [] : [{ at: part, place: `Phần ${part.code}`, text, isOfSums: true }]),
    ...part.sections.flatMap(checkSection),
  ]
}

function checkSection(section: CriteriaSection): readonly FormFault[] {
  const sum = sumOfMaxima(section.criteria)
  const text = `điểm tối đa ${section.max} nhưng các tiêu chí cộng lại được ${sum} điểm`
  return sum === section.max ? [] : [{ at: section, place: `Mục ${section.code}`, text, isOfSums: true }]
}

const checkCriterion = (criterion: Criterion): readonly FormFault[] => {
  const fault = (isOfSums: boolean) => (text: string) => ({ at: criterion, place: criterion.code, text, isOfSums })
  const lists = optionLists(criterion)
  return [
    ...criterion.options
      .filter(({ points }) => points > criterion.max)
      .map(({ points }) => `có mức ${points} điểm, vượt điểm tối đa ${criterion.max}`)
      .map(fault(false)),
    ...lists.flatMap((options) => [
      ...lowOptions(criterion, options).map(fault(true)),
      ...disorder(options).map(fault(false)),
    ]),
    ...[...checkCaseCodes(criterion), ...checkStarMarks(criterion)].map(fault(false)),
  ]
}

/** The options that one product can choose from: all of them, or those of its case with those of every case. */
const optionLists = ({ cases, options }: Criterion): readonly (readonly CriterionOption[])[] =>
  cases === undefined
    ? [options]
    : cases.map(({ code }) => options.filter((option) => option.case === undefined || option.case === code))

function lowOptions(criterion: Criterion, options: readonly CriterionOption[]): readonly string[] {
  const highest = highestOf(options)
  return highest < criterion.max ? [`điểm tối đa ${criterion.max} nhưng mức cao nhất chỉ ${highest} điểm`] : []
}

function disorder(options: readonly CriterionOption[]): readonly string[] {
  const isOrdered = options.every(({ points }, index) => points >= (options[index - 1]?.points ?? 0))
  return isOrdered ? [] : ['các mức không xếp theo điểm tăng dần']
}

function checkCaseCodes({ cases, options }: Criterion): readonly string[] {
  const known = new Set((cases ?? []).map(({ code }) => code))
  return options
    .filter((option) => option.case !== undefined && !known.has(option.case))
    .map((option) => `có mức của trường hợp ${option.case} không được khai báo`)
}

/** A higher star asks for a later option; a mark inside one case would bar the products of the other. */
function checkStarMarks({ options }: Criterion): readonly string[] {
  const marked = options.filter(({ minStar }) => minStar !== undefined)
  const isMonotone = marked.every(({ minStar }, index) => (minStar ?? 0) > (marked[index - 1]?.minStar ?? 0))
  return [
    ...(isMonotone ? [] : ['dấu sao không tăng dần theo các mức']),
    ...(marked.some((option) => option.case !== undefined) ? ['dấu sao gắn với mức của riêng một trường hợp'] : []),
  ]
}

const sumOfMaxima = (parts: readonly { readonly max: number }[]): number => parts.reduce((sum, { max }) => sum + max, 0)
