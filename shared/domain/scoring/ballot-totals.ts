import type { CriteriaSet, Criterion, PartCode } from '../criteria/criteria-set.ts'
import { listCriteria } from '../criteria/form.ts'
import type { BallotChoices, BallotTotals } from './types.ts'

/**
 * The points of one ballot, whole and by part. An unanswered criterion (null, or a choice list that ends early) adds
 * nothing and leaves the ballot incomplete: it is never a zero.
 * @throws RangeError for an option number that the criterion does not print.
 */
export const totalBallot = ({ set, choices }: { set: CriteriaSet; choices: BallotChoices }): BallotTotals => {
  const parts: Record<PartCode, number> = { A: 0, B: 0, C: 0 }
  const criteria = listCriteria(set)
  let answered = 0
  for (const { criterion, index, partCode } of criteria) {
    const choice = choices[index] ?? null
    if (choice === null) continue
    answered += 1
    parts[partCode] += optionPoints({ criterion, optionNumber: choice })
  }
  return { total: parts.A + parts.B + parts.C, parts, answered, isComplete: answered === criteria.length }
}

/**
 * Points of the printed option with that number (1-based); 0, "no level reached", is 0 points in every criterion.
 * @throws RangeError for a number that the criterion does not print.
 */
export const optionPoints = ({ criterion, optionNumber }: { criterion: Criterion; optionNumber: number }): number => {
  if (optionNumber === 0) return 0
  const option = criterion.options[optionNumber - 1]
  if (option === undefined) throw new RangeError(`Criterion ${criterion.code} has no option ${optionNumber}`)
  return option.points
}
