import type { CriteriaSet, PartCode } from '../criteria/criteria-set.ts'
import { totalBallot } from './ballot-totals.ts'
import type { GateCount } from './gates.ts'
import { pointsAt, pointTableOf } from './point-table.ts'
import type { BallotChoices, BallotTotals, Mean } from './types.ts'

/** A ballot to be counted; whoever has its totals already hands them over. */
export type CountedBallot = { readonly choices: BallotChoices; readonly totals?: BallotTotals }

/** Sums over one product's ballots: everything that its result needs from them. */
export type BallotCount = {
  readonly mean: Mean
  readonly partMeans: Readonly<Record<PartCode, Mean>>
  /** Largest minus smallest total; 0 below two ballots. */
  readonly spread: number
  /** One entry a gate, in form order. */
  readonly gates: readonly GateCount[]
}

/**
 * Sums complete ballots; an incomplete one is left out whole, for a blank is never a zero.
 * @throws RangeError for an option number that its criterion does not print.
 */
export function countBallots({ form, ballots }: { form: CriteriaSet; ballots: readonly CountedBallot[] }): BallotCount {
  const table = pointTableOf(form)
  const { gates } = table
  const parts = { A: 0, B: 0, C: 0 }
  const reachedBy = gates.map(() => 0)
  const gatePoints = gates.map(() => 0)
  let count = 0
  let smallest = Infinity
  let largest = -Infinity
  for (const { choices, totals = totalBallot(form, choices) } of ballots) {
    if (!totals.isComplete) continue
    count += 1
    parts.A += totals.parts.A
    parts.B += totals.parts.B
    parts.C += totals.parts.C
    smallest = Math.min(smallest, totals.total)
    largest = Math.max(largest, totals.total)
    for (let place = 0; place < gates.length; place += 1) {
      const one = gates[place]
      if (one === undefined) continue
      const { criterionIndex } = one.gate
      const optionNumber = choices[criterionIndex] ?? 0
      gatePoints[place] = (gatePoints[place] ?? 0) + pointsAt(table, criterionIndex, optionNumber)
      reachedBy[place] = (reachedBy[place] ?? 0) + (one.reaches[optionNumber] ?? 0)
    }
  }
  return {
    mean: { sum: parts.A + parts.B + parts.C, count },
    partMeans: { A: { sum: parts.A, count }, B: { sum: parts.B, count }, C: { sum: parts.C, count } },
    spread: count === 0 ? 0 : largest - smallest,
    gates: gates.map(({ gate }, place) => ({
      gate,
      reachedBy: reachedBy[place] ?? 0,
      points: { sum: gatePoints[place] ?? 0, count },
    })),
  }
}
