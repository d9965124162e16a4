import type { CriteriaPart, CriteriaSection, CriteriaSet, Criterion, CriterionOption } from './criteria-set.ts'

/** One text or number of a form that another one says differently; null where only one of them has it. */
export type SetChange = {
  /** As a person finds it in the form: `Phần C, mục 6, tiêu chí 6.4, mức 3`; empty for the form itself. */
  readonly place: string
  readonly what: ChangedField
  readonly from: string | number | null
  readonly to: string | number | null
}

export const changedFields = [
  'decision',
  'effectiveFrom',
  'name',
  'sector',
  'group',
  'rejectedIf',
  'issues',
  'title',
  'max',
  'requirement',
  'note',
  'knockout',
  'appliesOnlyIf',
  'parent',
  'parentTitle',
  'minStarOnTitle',
  'case',
  'label',
  'points',
  'minStar',
  'whole',
] as const
type ChangedField = (typeof changedFields)[number]

/**
 * Every text and every point that differs, in form order. Parts, sections and criteria are known by their codes, options and
 * lines of a list by their place; a piece that only one form has is one change (`whole`) with its title. Whence the form
 * comes (`id`, `status`, `office`) is not compared.
 */
export function compareSets(from: CriteriaSet, to: CriteriaSet): readonly SetChange[] {
  const at = changesAt('')
  return [
    ...at(from, to, ['decision', 'effectiveFrom', 'name', 'sector', 'group']),
    ...lines('rejectedIf', from.rejectedIf, to.rejectedIf),
    ...paired(from.parts, to.parts, (one, other, code) => compareParts(`Phần ${code}`, one, other)),
    ...lines('issues', from.issues, to.issues),
  ]
}

type Maybe<Piece> = Piece | undefined

function compareParts(place: string, from: Maybe<CriteriaPart>, to: Maybe<CriteriaPart>): readonly SetChange[] {
  if (from === undefined || to === undefined) return [wholeOf(place, from?.title, to?.title)]
  return [
    ...changesAt(place)(from, to, ['title', 'max']),
    ...paired(from.sections, to.sections, (one, other, code) => compareSections(`${place}, mục ${code}`, one, other)),
  ]
}

function compareSections(
  place: string,
  from: Maybe<CriteriaSection>,
  to: Maybe<CriteriaSection>,
): readonly SetChange[] {
  if (from === undefined || to === undefined) return [wholeOf(place, from?.title, to?.title)]
  return [
    ...changesAt(place)(from, to, ['title', 'max']),
    ...paired(from.criteria, to.criteria, (one, other, code) =>
      compareCriteria(`${place}, tiêu chí ${code}`, one, other),
    ),
  ]
}

const criterionFields = [
  'parent',
  'parentTitle',
  'title',
  'max',
  'minStarOnTitle',
  'requirement',
  'knockout',
  'appliesOnlyIf',
  'note',
] as const

function compareCriteria(place: string, from: Maybe<Criterion>, to: Maybe<Criterion>): readonly SetChange[] {
  if (from === undefined || to === undefined) return [wholeOf(place, from?.title, to?.title)]
  const cases = paired(from.cases ?? [], to.cases ?? [], (one, other, code) => {
    const of = `${place}, trường hợp ${code}`
    return one === undefined || other === undefined
      ? [wholeOf(of, one?.label, other?.label)]
      : changesAt(of)(one, other, ['label'])
  })
  return [...changesAt(place)(from, to, criterionFields), ...cases, ...compareOptions(place, from.options, to.options)]
}

function compareOptions(
  place: string,
  from: readonly CriterionOption[],
  to: readonly CriterionOption[],
): readonly SetChange[] {
  return Array.from({ length: Math.max(from.length, to.length) }).flatMap((_, index) => {
    const [one, other] = [from[index], to[index]]
    const of = `${place}, mức ${index + 1}`
    return one === undefined || other === undefined
      ? [wholeOf(of, one && optionText(one), other && optionText(other))]
      : changesAt(of)(one, other, ['label', 'points', 'minStar', 'case'])
  })
}

const optionText = ({ label, points }: CriterionOption): string => `${label} (${points})`

const wholeOf = (place: string, from: string | undefined, to: string | undefined): SetChange => ({
  place,
  what: 'whole',
  from: from ?? null,
  to: to ?? null,
})

const changesAt =
  (place: string) =>
  <Key extends ChangedField>(
    from: Readonly<Partial<Record<Key, string | number | undefined>>>,
    to: Readonly<Partial<Record<Key, string | number | undefined>>>,
    keys: readonly Key[],
  ): readonly SetChange[] =>
    keys
      .filter((key) => from[key] !== to[key])
      .map((what) => ({ place, what, from: from[what] ?? null, to: to[what] ?? null }))

const lines = (
  what: 'rejectedIf' | 'issues',
  from: readonly string[] = [],
  to: readonly string[] = [],
): readonly SetChange[] =>
  Array.from({ length: Math.max(from.length, to.length) }).flatMap((_, index) => {
    const [one = null, other = null] = [from[index], to[index]]
    return one === other ? [] : [{ place: `dòng ${index + 1}`, what, from: one, to: other }]
  })

/** Pieces by their codes, in the order of the second, those that only the first has last. */
function paired<Piece extends { readonly code: string }>(
  from: readonly Piece[],
  to: readonly Piece[],
  compare: (one: Piece | undefined, other: Piece | undefined, code: string) => readonly SetChange[],
): readonly SetChange[] {
  const known = new Map(from.map((piece) => [piece.code, piece]))
  const kept = new Set(to.map(({ code }) => code))
  return [
    ...to.flatMap((piece) => compare(known.get(piece.code), piece, piece.code)),
    ...from.filter(({ code }) => !kept.has(code)).flatMap((piece) => compare(piece, undefined, piece.code)),
  ]
}
