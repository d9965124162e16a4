import { choiceAt, toText, type ChoiceText } from '../ballot/choice-text.ts'
import type { CriteriaSet } from '../criteria/criteria-set.ts'
import { pointsAt, pointTableOf } from './point-table.ts'
import type { BallotChoices, BallotTotals } from './types.ts'

/**
 * The points of one ballot, whole and by part. An unanswered criterion (null, or a choice list that ends early) adds
 * nothing and leaves the ballot incomplete: it is never a zero.
 * @throws RangeError for an option number that the criterion does not print.
 */
export function totalBallot(form: CriteriaSet, choices: ChoiceText | BallotChoices): BallotTotals {
  const text = toText(choices)
  const table = pointTableOf(form)
  const criteria = table.codes.length
  let A = 0
  let B = 0
  let C = 0
  let answered = 0
  for (let index = 0; index < criteria; index += 1) {
    const choice = choiceAt(text, index)
    if (choice === null) continue
    answered += 1
    const points = pointsAt(table, index, choice)
    const part = table.parts[index]
    if (part === 0) A += points
    else if (part === 1) B += points
    else C += points
  }
  return { total: A + B + C, parts: { A, B, C }, answered, isComplete: answered === criteria }
}
