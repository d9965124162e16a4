import type { CriterionReading, CriterionState, PagePlan } from './page-plan.ts'

/** A page of a file, from 1. */
export type PageSource = { readonly file: string; readonly page: number }

/** A page of a ballot as it was read. */
export type ReadPage = {
  readonly source: PageSource
  /** The ballot's place among those of the session. */
  readonly ballot: number
  /** Which page of it. */
  readonly plan: PagePlan
  readonly criteria: readonly CriterionReading[]
}

/** A ballot of which at least a page was read. */
export type ReadBallot = {
  readonly ballot: number
  /** Where each of its pages was read; null for one that is missing. */
  readonly pages: readonly (PageSource | null)[]
  /** In form order, whether their page was read or not. */
  readonly criteria: readonly ReadCriterion[]
  /** Every criterion has one value that nobody has to look at. */
  readonly isReady: boolean
}

export type ReadCriterion = {
  readonly index: number
  readonly code: string
  /** Which page of the ballot it stands on. */
  readonly page: number
  readonly state: CriterionState
  readonly option: number | null
  readonly points: number | null
  readonly confidence: number
  /** Its page was scanned twice, and reads otherwise the second time. */
  readonly isDisputed?: true
}

type Gathered = {
  readonly ballots: readonly ReadBallot[]
  /** Pages of which another was read before: marked the same, or otherwise. */
  readonly again: readonly { readonly source: PageSource; readonly isSame: boolean }[]
}

/**
 * Puts pages together to ballots, in the order of the session's ballots. Where a page came twice and was read in two ways,
 * what differs is doubtful.
 *
 * @param plansOf the plans of a ballot's pages, by its place among those of the session
 */
export function gatherBallots(pages: readonly ReadPage[], plansOf: (ballot: number) => readonly PagePlan[]): Gathered {
  const byBallot = Map.groupBy(pages, ({ ballot }) => ballot)
  const again: { source: PageSource; isSame: boolean }[] = []
  const ballots = [...byBallot.keys()]
    .toSorted((a, b) => a - b)
    .map((ballot): ReadBallot => {
      const plans = plansOf(ballot)
      const read = plans.map((plan) => (byBallot.get(ballot) ?? []).filter((page) => page.plan.page === plan.page))
      again.push(...read.flatMap(copiesOf))
      const criteria = plans.flatMap((plan, at) => criteriaOf(plan, read[at] ?? []))
      return {
        ballot,
        pages: read.map(([first]) => first?.source ?? null),
        criteria,
        isReady: read.every((copies) => copies.length > 0) && criteria.every(({ option }) => option !== null),
      }
    })
  return { ballots, again }
}

function criteriaOf(plan: PagePlan, copies: readonly ReadPage[]): readonly ReadCriterion[] {
  return plan.criteria.map(({ index, code, options }) => {
    const readings = copies.flatMap(({ criteria }) => criteria.filter((one) => one.index === index))
    const { state, option, confidence, isDisputed } = agreed(readings)
    const points = options.find((one) => one.option === option)?.points ?? null
    const read = { index, code, page: plan.page, state, option, points, confidence }
    return isDisputed === true ? { ...read, isDisputed } : read
  })
}

type Agreed = Omit<CriterionReading, 'index'> & { readonly isDisputed?: true }

const unread: Agreed = { state: 'doubtful', option: null, confidence: 0 }

function agreed([first, ...others]: readonly CriterionReading[]): Agreed {
  if (first === undefined) return unread
  return others.every(({ state, option }) => state === first.state && option === first.option)
    ? first
    : { ...unread, isDisputed: true }
}

function copiesOf([first, ...copies]: readonly ReadPage[]) {
  return copies.map(({ source, criteria }) => ({
    source,
    isSame: criteria.every(({ state, option }, at) => {
      const one = first?.criteria[at]
      return one?.state === state && one.option === option
    }),
  }))
}
