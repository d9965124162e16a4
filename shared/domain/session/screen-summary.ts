import type { StarOrNone } from '../scoring/types.ts'
import { isFinished } from './ballots-due.ts'
import { finalStar } from './outcome.ts'
import type { ItemRecord, MemberRecord } from './session-record.ts'

/** Every product whose result the chair opened, in the order of the agenda; no score and no member. */
export type ScreenSummary = {
  /** The highest star first, then what has none, what lacks ballots, rejected dossiers; groups without a product are left out. */
  readonly groups: readonly {
    readonly star: StarOrNone | 'unfinished' | 'rejected'
    readonly products: readonly Pick<ItemRecord, 'code' | 'productName' | 'producerName'>[]
  }[]
  /** Of those that lack no ballot. */
  readonly referred: number
  /** Products whose result was not opened. */
  readonly unopened: number
}

type Judged = Pick<
  ItemRecord,
  'id' | 'code' | 'productName' | 'producerName' | 'result' | 'conclusion' | 'ballots' | 'exclusions'
>
type Council = { readonly items: readonly Judged[]; readonly members: readonly MemberRecord[] }

/** What the room's screen sums up; of a product that is not among `openedIds` it tells nothing. */
export function summariseScreen({ items, members }: Council, openedIds: ReadonlySet<number>): ScreenSummary {
  const opened = items.filter(({ id }) => openedIds.has(id))
  const finished = opened.filter((item) => isFinished(item, members))
  const byGroup = Map.groupBy(opened, (item) => {
    if (item.result.isRejected) return 'rejected'
    return finished.includes(item) ? finalStar(item) : 'unfinished'
  })
  return {
    groups: order.flatMap((star) => {
      const products = (byGroup.get(star) ?? []).map(({ code, productName, producerName }) => ({
        code,
        productName,
        producerName,
      }))
      return products.length === 0 ? [] : [{ star, products }]
    }),
    referred: finished.filter(({ result }) => result.isReferred).length,
    unopened: items.length - opened.length,
  }
}

const order = [5, 4, 3, 2, 1, 0, 'unfinished', 'rejected'] as const
