import { pointsOf } from '../domain/ballot/options.ts'
import type { CriteriaSet, GateStar } from '../domain/criteria/criteria-set.ts'
import { findCriterion, listGates } from '../domain/criteria/form.ts'
import type { RuleSet, Star } from '../domain/rules/rule-set.ts'
import { totalBallot } from '../domain/scoring/ballot-totals.ts'
import { findBand, nextBand } from '../domain/scoring/band.ts'
import { starAfterGates } from '../domain/scoring/gates.ts'
import { reachesGate } from '../domain/scoring/reaches-gate.ts'
import type { BallotChoices, BallotTotals, StarGate, StarOrNone } from '../domain/scoring/types.ts'

/** Where one ballot stands while it is being keyed. It decides nothing: the product's star comes from all ballots. */
export type RunningResult = {
  readonly totals: BallotTotals
  /** Star that the points keyed so far reach with their gates; criteria without an answer bar nothing yet. */
  readonly star: StarOrNone
  /** The star that more points would reach, and how many lack; null in the highest band and where a missed gate bars that star. */
  readonly next: { readonly star: Star; readonly missing: number } | null
  /** Gates that an answer of this ballot has missed, in form order: the least star that each bars. */
  readonly missedGates: readonly StarGate[]
  /** The lowest star that a missed gate bars; null while none is missed. */
  readonly barredFrom: GateStar | null
}

type RunningResultInput = {
  form: CriteriaSet
  ruleSet: RuleSet
  choices: BallotChoices
}

/** Computed with the domain's own functions, from the choices keyed so far. */
export function runningResult({ form, ruleSet, choices }: RunningResultInput): RunningResult {
  const totals = totalBallot(form, choices)
  const mean = { sum: totals.total, count: 1 }
  const band = findBand(mean, ruleSet)
  const missedGates = listGates(form).filter((gate) => isMissed({ form, gate, choices }))
  const star = totals.answered === 0 ? 0 : starAfterGates(band?.star ?? 0, missedGates.map(missed))
  const above = band && nextBand(band.star, ruleSet)
  const barredFrom = missedGates.map((gate) => gate.star).toSorted((a, b) => a - b)[0] ?? null
  const isBarred = above === undefined || (barredFrom !== null && barredFrom <= above.star)
  return {
    totals,
    star,
    next: isBarred ? null : { star: above.star, missing: above.from - totals.total },
    missedGates,
    barredFrom,
  }
}

const missed = (gate: StarGate) => ({ star: gate.star, holds: false })

function isMissed({ form, gate, choices }: { form: CriteriaSet; gate: StarGate; choices: BallotChoices }): boolean {
  const optionNumber = choices[gate.criterionIndex] ?? null
  const place = findCriterion(form, gate.criterionCode)
  if (optionNumber === null || place === undefined) return false
  return !reachesGate({ gate, optionNumber, points: pointsOf(place.criterion, optionNumber) })
}
