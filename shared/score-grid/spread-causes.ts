import { choiceAt, type ChoiceText } from '../domain/ballot/choice-text.ts'
import type { CriteriaSet } from '../domain/criteria/criteria-set.ts'
import { listCriteria } from '../domain/criteria/form.ts'
import { pointsOf } from '../domain/ballot/options.ts'
import type { BallotTotals } from '../domain/scoring/types.ts'

type CountedBallot = { readonly memberId: number; readonly choices: ChoiceText; readonly totals: BallotTotals }

/** Where the spread of a product comes from: the ballot with the most points against the one with the fewest. */
export type SpreadCauses = {
  readonly highest: { readonly memberId: number; readonly total: number }
  readonly lowest: { readonly memberId: number; readonly total: number }
  /** Criteria in which the two differ, largest difference first; the differences add up to the spread. */
  readonly criteria: readonly SpreadCause[]
}

export type SpreadCause = {
  readonly code: string
  readonly title: string
  /** Points of the highest ballot and of the lowest one. */
  readonly high: number
  readonly low: number
  /** Below zero where the lower ballot gave more. */
  readonly difference: number
}

/** The causes of the spread between counted ballots; undefined with fewer than two. Of equal totals the first counts. */
export function spreadCauses(form: CriteriaSet, ballots: readonly CountedBallot[]): SpreadCauses | undefined {
  const [first, second] = ballots
  if (first === undefined || second === undefined) return undefined
  const highest = ballots.reduce((most, ballot) => (ballot.totals.total > most.totals.total ? ballot : most))
  const lowest = ballots.reduce((fewest, ballot) => (ballot.totals.total < fewest.totals.total ? ballot : fewest))
  const criteria = listCriteria(form)
    .map(({ criterion, index }): SpreadCause => {
      const high = pointsOf(criterion, choiceAt(highest.choices, index) ?? 0)
      const low = pointsOf(criterion, choiceAt(lowest.choices, index) ?? 0)
      return { code: criterion.code, title: criterion.title, high, low, difference: high - low }
    })
    .filter(({ difference }) => difference !== 0)
    .toSorted((a, b) => b.difference - a.difference)
  return {
    highest: { memberId: highest.memberId, total: highest.totals.total },
    lowest: { memberId: lowest.memberId, total: lowest.totals.total },
    criteria,
  }
}
