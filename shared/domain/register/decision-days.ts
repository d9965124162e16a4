import type { DecisionDay } from './decision-day.ts'
import { numberKey } from './number-key.ts'
import type { RegisteredProduct } from './registered-product.ts'

/** A day that a product of the register has a decision of; `validUntil`: an ISO day. */
type KnownDay = DecisionDay & { readonly productId: number; readonly validUntil: string | null }

type DaysOfNumber = {
  /** Each day once, with the first product that has it. */
  readonly firsts: readonly KnownDay[]
  readonly ofProduct: ReadonlyMap<number, readonly KnownDay[]>
}

/** The days that the register's decisions have, by `numberKey`. */
export function daysOfDecisions(known: readonly RegisteredProduct[]): ReadonlyMap<string, DaysOfNumber> {
  const days = known.flatMap(({ id: productId, recognitions, certified = [] }) =>
    [...recognitions, ...certified].flatMap(({ decisionNumber: number, decisionDate: day, validUntil }) =>
      number === null || day === null ? [] : [{ number, day, productId, validUntil }],
    ),
  )
  return new Map(
    [...Map.groupBy(days, ({ number }) => numberKey(number))].map(([number, same]) => [
      number,
      {
        firsts: [...Map.groupBy(same, ({ day }) => day).values()].flatMap((ofDay) => ofDay.slice(0, 1)),
        ofProduct: Map.groupBy(same, ({ productId }) => productId),
      },
    ]),
  )
}
