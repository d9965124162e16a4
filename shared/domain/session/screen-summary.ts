import type { StarOrNone } from '../scoring/types.ts'
import { isFinished } from './ballots-due.ts'
import { finalStar } from './outcome.ts'
import type { ItemRecord, MemberRecord } from './session-record.ts'

type StarGroup = {
  readonly star: StarOrNone | 'unfinished' | 'rejected'
  readonly products: readonly Pick<ItemRecord, 'code' | 'productName' | 'producerName'>[]
}

/** Every product whose result the chair opened, in the order of the agenda; no score and no member. */
export type ScreenSummary = {
  /** The highest star first, then what has none, what lacks ballots, rejected dossiers; groups without a product are left out. */
  readonly groups: readonly StarGroup[]
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

/** Products on one page: as many as are read from the back of a room, a long name in two lines. */
const pageSize = 8

/** A group as one page has it: how many products are in all of it, and those that stand on this page. */
export type GroupOnPage = StarGroup & { readonly count: number }

/** How many pages the summary of so many opened products has: an overview goes before several pages of products. */
export function countSummaryPages(opened: number): number {
  return opened <= pageSize ? 1 : 1 + Math.ceil(opened / pageSize)
}

/** What stands on a page, counted from 1 as `countSummaryPages` counts them; on the overview no product is named. */
export function summaryPage(groups: ScreenSummary['groups'], page: number): readonly GroupOnPage[] {
  const opened = groups.reduce((sum, { products }) => sum + products.length, 0)
  const counted = groups.map((group) => ({ ...group, count: group.products.length }))
  if (opened <= pageSize) return counted
  if (page <= 1) return counted.map((group) => ({ ...group, products: [] }))
  const from = (page - 2) * pageSize
  let before = 0
  return counted.flatMap((group) => {
    const products = group.products.slice(Math.max(0, from - before), Math.max(0, from + pageSize - before))
    before += group.count
    return products.length === 0 ? [] : [{ ...group, products }]
  })
}
