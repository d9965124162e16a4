import type { CriteriaSet, Criterion } from '../criteria/criteria-set.ts'
import { pointsOf, pointTableOf } from './point-table.ts'
import type { BallotChoices, BallotTotals } from './types.ts'

/**
 * The points of one ballot, whole and by part. An unanswered criterion (null, or a choice list that ends early) adds
 * nothing and leaves the ballot incomplete: it is never a zero.
 * @throws RangeError for an option number that the criterion does not print.
 */
export const totalBallot = ({ set, choices }: { set: CriteriaSet; choices: BallotChoices }): BallotTotals => {
  const table = pointTableOf(set)
  const criteria = table.points.length
  const parts: [number, number, number] = [0, 0, 0]
  let answered = 0
  for (let index = 0; index < criteria; index += 1) {
    const choice = choices[index] ?? null
    if (choice === null) continue
    answered += 1
    parts[table.parts[index] ?? 0] += pointsOf(table, index, choice)
  }
  const [A, B, C] = parts
  return { total: A + B + C, parts: { A, B, C }, answered, isComplete: answered === criteria }
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
