import { areDaysOfOne } from './decision-day.ts'
import { numberKey } from './number-key.ts'
import type { ListedRecognition } from './register-list.ts'

/** The one that is said among those of one product; one of another day only where none is of that day. */
export function sameAmong<One extends ListedRecognition>(
  known: readonly One[],
  said: ListedRecognition,
): One | undefined {
  return known.find((one) => isSameRecognition(one, said)) ?? known.find((one) => isOtherDay(one, said))
}

/**
 * One decision with two days, of which one is a slip: of the same stars, for bodies number their decisions alike, and of one year
 * or the next, for what was recognised is not recognised again before.
 */
export function isOtherDay(one: ListedRecognition, other: ListedRecognition): boolean {
  const days = [one, other].flatMap(({ decisionNumber: number, decisionDate: day }) =>
    number === null || day === null ? [] : [{ number, day }],
  )
  const [first, second] = days
  if (first === undefined || second === undefined) return false
  const years = Math.abs(Number(first.day.slice(0, 4)) - Number(second.day.slice(0, 4)))
  const isOfStar = one.star === null || other.star === null || one.star === other.star
  return years <= 1 && isOfStar && areDaysOfOne(first, second)
}

/** Of one product: by the day, by the number where a day is missing, by the year where only that is known. */
function isSameRecognition(one: ListedRecognition, other: ListedRecognition): boolean {
  if (one.decisionDate !== null && other.decisionDate !== null) return one.decisionDate === other.decisionDate
  if (one.decisionNumber !== null && other.decisionNumber !== null) {
    return numberKey(one.decisionNumber) === numberKey(other.decisionNumber)
  }
  return one.decisionYear === other.decisionYear
}
