import type { RuleSet } from '../rules/rule-set.ts'
import type { CriteriaPart, CriteriaSet, CriteriaSection, Criterion, CriterionOption } from './criteria-set.ts'
import { listCriteria } from './form.ts'

/**
 * Faults of a form that its schema cannot see, one Vietnamese sentence each, starting with the place ("6.4:",
 * "Phần C:"); empty for a sound form. Shipped exceptions are named in the data (`status`, `issues`), not here.
 */
export function checkCriteriaSet(form: CriteriaSet): readonly string[] {
  return [
    ...checkCodes(form),
    ...form.parts.flatMap(checkPart),
    ...listCriteria(form).flatMap(({ criterion }) => checkCriterion(criterion)),
  ]
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

/** True when a product may be scored with the form: not marked incomplete, and its points add up. */
export function isUsableForScoring(form: CriteriaSet): boolean {
  return form.status !== 'incomplete' && checkCriteriaSet(form).length === 0
}

function checkCodes(form: CriteriaSet): readonly string[] {
  const codes = listCriteria(form).map(({ criterion }) => criterion.code)
  return codes.filter((code, index) => codes.indexOf(code) !== index).map((code) => `${code}: mã tiêu chí bị trùng`)
}

function checkPart(part: CriteriaPart): readonly string[] {
  const sum = sumOfMaxima(part.sections)
  return [
    ...(sum === part.max ? [] : [`Phần ${part.code}: điểm tối đa ${part.max} nhưng các mục cộng lại được ${sum} điểm`]),
    ...part.sections.flatMap(checkSection),
  ]
}

function checkSection(section: CriteriaSection): readonly string[] {
  const sum = sumOfMaxima(section.criteria)
  return sum === section.max
    ? []
    : [`Mục ${section.code}: điểm tối đa ${section.max} nhưng các tiêu chí cộng lại được ${sum} điểm`]
}

const checkCriterion = (criterion: Criterion): readonly string[] =>
  [
    ...criterion.options
      .filter(({ points }) => points > criterion.max)
      .map(({ points }) => `có mức ${points} điểm, vượt điểm tối đa ${criterion.max}`),
    ...optionLists(criterion).flatMap((options) => checkOptionList(criterion, options)),
    ...checkCaseCodes(criterion),
    ...checkStarMarks(criterion),
  ].map((fault) => `${criterion.code}: ${fault}`)

/** The options that one product can choose from: all of them, or those of its case with those of every case. */
const optionLists = ({ cases, options }: Criterion): readonly (readonly CriterionOption[])[] =>
  cases === undefined
    ? [options]
    : cases.map(({ code }) => options.filter((option) => option.case === undefined || option.case === code))

function checkOptionList(criterion: Criterion, options: readonly CriterionOption[]): readonly string[] {
  const highest = Math.max(0, ...options.map(({ points }) => points))
  const isOrdered = options.every(({ points }, index) => points >= (options[index - 1]?.points ?? 0))
  return [
    ...(highest < criterion.max ? [`điểm tối đa ${criterion.max} nhưng mức cao nhất chỉ ${highest} điểm`] : []),
    ...(isOrdered ? [] : ['các mức không xếp theo điểm tăng dần']),
  ]
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
