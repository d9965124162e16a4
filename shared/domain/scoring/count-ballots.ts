import { toText, type ChoiceText } from '../ballot/choice-text.ts'
import type { CriteriaSet, PartCode } from '../criteria/criteria-set.ts'
import { totalBallot } from './ballot-totals.ts'
import type { BallotChoices, BallotTotals, Mean } from './types.ts'

/** A ballot to be counted; whoever has its totals already hands them over. */
export type CountedBallot = { readonly choices: ChoiceText | BallotChoices; readonly totals?: BallotTotals }

/** Sums over one product's ballots. */
export type BallotCount = {
  readonly mean: Mean
  readonly partMeans: Readonly<Record<PartCode, Mean>>
  /** Largest minus smallest total; 0 below two ballots. */
  readonly spread: number
  /** The ballots that were counted. */
  readonly complete: readonly ChoiceText[]
}

/**
 * Sums complete ballots; an incomplete one is left out whole, for a blank is never a zero.
 * @throws RangeError for an option number that its criterion does not print.
 */
export function countBallots({ form, ballots }: { form: CriteriaSet; ballots: readonly CountedBallot[] }): BallotCount {
  const parts = { A: 0, B: 0, C: 0 }
  const complete: ChoiceText[] = []
  let smallest = Infinity
  let largest = -Infinity
  for (const { choices, totals = totalBallot(form, choices) } of ballots) {
    if (!totals.isComplete) continue
    complete.push(toText(choices))
    parts.A += totals.parts.A
    parts.B += totals.parts.B
    parts.C += totals.parts.C
    smallest = Math.min(smallest, totals.total)
    largest = Math.max(largest, totals.total)
  }
  const count = complete.length
  return {
    mean: { sum: parts.A + parts.B + parts.C, count },
    partMeans: { A: { sum: parts.A, count }, B: { sum: parts.B, count }, C: { sum: parts.C, count } },
    spread: count === 0 ? 0 : largest - smallest,
    complete,
  }
}
