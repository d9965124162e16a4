import { isFinished } from '../../../shared/domain/session/ballots-due.ts'
import { finalStar } from '../../../shared/domain/session/outcome.ts'
import type { ItemRecord, MemberRecord } from '../../../shared/domain/session/session-record.ts'
import { standingReasons } from '../../../shared/domain/session/standing-reasons.ts'
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
  return sort === undefined ? found : found.toSorted(orderOf(sort, members))
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

function orderOf(sort: ResultSort, members: readonly MemberRecord[]): Order {
  return {
    mean: downByMean,
    'mean-up': (one: ItemRecord, other: ItemRecord) => meanOf(one) - meanOf(other),
    set: (one: ItemRecord, other: ItemRecord) => one.form.setNumber - other.form.setNumber || downByMean(one, other),
    lacks: upByLacks(members),
  }[sort]
}

/**
 * What lacks least to its next star first, by points and then by criteria; after these what lacks nothing, what still waits
 * for ballots, and what is rejected.
 */
function upByLacks(members: readonly MemberRecord[]): Order {
  const lackOf = (item: ItemRecord): readonly number[] => {
    if (item.result.isRejected) return [3, 0, 0]
    if (!isFinished(item, members)) return [2, 0, 0]
    const lacks = standingReasons(item).filter(({ kind }) => kind === 'next-band' || kind === 'gates-failed')
    const points = lacks.map((lack) => (lack.kind === 'next-band' ? lack.missing.sum / lack.missing.count : 0))
    const gates = lacks.map((lack) => ('gates' in lack ? lack.gates.length : 0))
    return [lacks.length === 0 ? 1 : 0, sum(points), sum(gates)]
  }
  return (one, other) => {
    const [left, right] = [lackOf(one), lackOf(other)]
    return left.map((part, place) => part - (right[place] ?? 0)).find((difference) => difference !== 0) ?? 0
  }
}

const sum = (parts: readonly number[]): number => parts.reduce((total, part) => total + part, 0)

/** A product without a ballot stands last, or first from below. */
const meanOf = ({ result: { mean } }: ItemRecord): number => (mean.count === 0 ? -1 : mean.sum / mean.count)
