import type { StarOrNone } from '../scoring/types.ts'
import { finalStar } from './outcome.ts'
import type { ItemRecord } from './session-record.ts'

/** Every product whose result the chair opened, in the order of the agenda; no score and no member. */
export type ScreenSummary = {
  /** The highest star first, then what has none, then rejected dossiers; groups without a product are left out. */
  readonly groups: readonly {
    readonly star: StarOrNone | 'rejected'
    readonly products: readonly Pick<ItemRecord, 'code' | 'productName' | 'producerName'>[]
  }[]
  readonly referred: number
  /** Products whose result was not opened. */
  readonly unopened: number
}

type Judged = Pick<ItemRecord, 'id' | 'code' | 'productName' | 'producerName' | 'result' | 'conclusion'>

/** What the room's screen sums up; of a product that is not among `openedIds` it tells nothing. */
export function summariseScreen(items: readonly Judged[], openedIds: ReadonlySet<number>): ScreenSummary {
  const opened = items.filter(({ id }) => openedIds.has(id))
  const byGroup = Map.groupBy(opened, (item) => (item.result.isRejected ? 'rejected' : finalStar(item)))
  return {
    groups: order.flatMap((star) => {
      const products = (byGroup.get(star) ?? []).map(({ code, productName, producerName }) => ({
        code,
        productName,
        producerName,
      }))
      return products.length === 0 ? [] : [{ star, products }]
    }),
    referred: opened.filter(({ result }) => result.isReferred).length,
    unopened: items.length - opened.length,
  }
}

const order = [5, 4, 3, 2, 1, 0, 'rejected'] as const
