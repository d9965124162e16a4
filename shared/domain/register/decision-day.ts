import { numberKey } from './number-key.ts'

/** That a decision's number stands with a day. */
export type DecisionDay = { readonly number: string; readonly day: string }

/**
 * Whether two days that a number stands with are said of one decision, which has one. Numbers begin anew every year: of other
 * years, months and days they are two decisions.
 */
export function areDaysOfOne(one: DecisionDay, other: DecisionDay): boolean {
  if (one.day === other.day) return false
  if (one.day.slice(0, 4) !== other.day.slice(0, 4) && one.day.slice(5) !== other.day.slice(5)) return false
  return numberKey(one.number) === numberKey(other.number)
}
