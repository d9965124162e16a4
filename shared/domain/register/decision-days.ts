import { remembering } from '../remembering.ts'
import { fold } from '../vietnamese/fold.ts'
import type { RegisteredProduct } from './registered-product.ts'

/** That a decision's number stands with a day. */
export type DecisionDay = { readonly number: string; readonly day: string }

/**
 * Whether two days that a number stands with are said of one decision, which has one. Numbers begin anew every year: of other
 * years, months and days they are two decisions.
 */
export function areDaysOfOne(one: DecisionDay, other: DecisionDay): boolean {
  if (one.day === other.day) return false
  if (one.day.slice(0, 4) !== other.day.slice(0, 4) && one.day.slice(5) !== other.day.slice(5)) return false
  return decisionKey(one.number) === decisionKey(other.number)
}

/** A decision's number as it is compared. Hundreds of rows cite one decision, and each is held against the others. */
export const decisionKey = remembering(fold)

/** A day that a product of the register has a decision of; `validUntil`: an ISO day. */
type KnownDay = DecisionDay & { readonly productId: number; readonly validUntil: string | null }

type DaysOfNumber = {
  /** Each day once, with the first product that has it. */
  readonly firsts: readonly KnownDay[]
  readonly ofProduct: ReadonlyMap<number, readonly KnownDay[]>
}

/** The days that the register's decisions have, by `decisionKey`. */
export function daysOfDecisions(known: readonly RegisteredProduct[]): ReadonlyMap<string, DaysOfNumber> {
  const days = known.flatMap(({ id: productId, recognitions, certified = [] }) =>
    [...recognitions, ...certified].flatMap(({ decisionNumber: number, decisionDate: day, validUntil }) =>
      number === null || day === null ? [] : [{ number, day, productId, validUntil }],
    ),
  )
  return new Map(
    [...Map.groupBy(days, ({ number }) => decisionKey(number))].map(([number, same]) => [
      number,
      {
        firsts: [...Map.groupBy(same, ({ day }) => day).values()].flatMap((ofDay) => ofDay.slice(0, 1)),
        ofProduct: Map.groupBy(same, ({ productId }) => productId),
      },
    ]),
  )
}
