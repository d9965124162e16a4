import { fold } from '../vietnamese/fold.ts'

/** That a decision's number stands with a day, for a product of a district; '' where nobody says which. */
export type DecisionDay = { readonly number: string; readonly day: string; readonly district: string }

/**
 * Whether two days that a number stands with are said of one decision, which has one. Numbers begin anew every year and in every
 * office: of other years, months and days in different districts they are two decisions.
 */
export function areDaysOfOne(one: DecisionDay, other: DecisionDay): boolean {
  if (one.day === other.day || fold(one.number) !== fold(other.number)) return false
  const isSamePart = one.day.slice(0, 4) === other.day.slice(0, 4) || one.day.slice(5) === other.day.slice(5)
  const [here, there] = [fold(one.district), fold(other.district)]
  return isSamePart || here === '' || there === '' || here === there
}
