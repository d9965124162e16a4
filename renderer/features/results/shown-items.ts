import { isFinished } from '../../../shared/domain/session/ballots-due.ts'
import { finalStar } from '../../../shared/domain/session/outcome.ts'
import type { ItemRecord, MemberRecord } from '../../../shared/domain/session/session-record.ts'
import { foundBy } from '../../../shared/domain/vietnamese/match-rank.ts'
import { resultGroups, type ResultGroup, type ResultSearch, type ResultSort } from './result-search.ts'

type Council = { readonly items: readonly ItemRecord[]; readonly members: readonly MemberRecord[] }

/** How many products each group has; a product may be of several. */
export function countGroups({ items, members }: Council): Readonly<Record<ResultGroup, number>> {
  const countOf = (group: ResultGroup) => items.filter((item) => isOf({ item, members, group })).length
  return Object.fromEntries(resultGroups.map((group) => [group, countOf(group)])) as Record<ResultGroup, number>
}

/** The products that stand there, in their order: with words, with or without accents, the best found first. */
export function shownItems({ items, members }: Council, { query = '', only, sort }: ResultSearch) {
  const ofGroup = only === undefined ? items : items.filter((item) => isOf({ item, members, group: only }))
  const found = foundBy(ofGroup, query, (item) => `${item.code} ${item.productName} ${item.producerName}`)
  return sort === undefined ? found : found.toSorted(orders[sort])
}

type Asked = Pick<Council, 'members'> & { readonly item: ItemRecord; readonly group: ResultGroup }

/** What still lacks ballots is of no star and goes nowhere: it may come to be of another. */
function isOf({ item, members, group }: Asked): boolean {
  const { result } = item
  if (group === 'rejected') return result.isRejected
  if (group === 'discuss') return result.needsDiscussion
  if (group === 'unfinished') return !isFinished(item, members)
  if (!isFinished(item, members)) return false
  if (group === 'referred') return result.isReferred
  return !result.isRejected && finalStar(item) === Number(group)
}

type Order = (one: ItemRecord, other: ItemRecord) => number

const downByMean: Order = (one, other) => meanOf(other) - meanOf(one)

const orders: Readonly<Record<ResultSort, Order>> = {
  mean: downByMean,
  'mean-up': (one, other) => meanOf(one) - meanOf(other),
  set: (one, other) => one.form.setNumber - other.form.setNumber || downByMean(one, other),
  spread: (one, other) => other.result.spread - one.result.spread,
}

/** A product without a ballot stands last, or first from below. */
const meanOf = ({ result: { mean } }: ItemRecord): number => (mean.count === 0 ? -1 : mean.sum / mean.count)
