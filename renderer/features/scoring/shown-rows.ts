import type { BoardRow } from '../../../shared/api/ballots.ts'
import { foundBy } from '../../../shared/domain/vietnamese/match-rank.ts'

/** Which products the board shows: all, those that lack ballots, those whose totals lie too far apart. */
export const boardGroups = ['open', 'discuss'] as const
export type BoardGroup = (typeof boardGroups)[number]

export type ShownBoard = {
  readonly query: string
  readonly only: BoardGroup | undefined
  /** Widest first, rejected products last; else as on the agenda. */
  readonly isBySpread: boolean
}

export function isOfGroup(row: BoardRow, group: BoardGroup): boolean {
  return group === 'open' ? !row.isRejected && row.confirmed < row.needed : row.needsDiscussion
}

/** The rows that stand on the board, in their order. */
export function shownRows(rows: readonly BoardRow[], { query, only, isBySpread }: ShownBoard): readonly BoardRow[] {
  const ofGroup = only === undefined ? rows : rows.filter((row) => isOfGroup(row, only))
  const found = foundBy(ofGroup, query, (row) => `${row.code} ${row.productName} ${row.producerName}`)
  return isBySpread ? found.toSorted((one, other) => (spreadOf(other) ?? -1) - (spreadOf(one) ?? -1)) : found
}

/** Points between the totals of those that count; null where there are fewer than two, and of a rejected product. */
export function spreadOf({ isRejected, confirmed, spread }: BoardRow): number | null {
  return isRejected || confirmed < 2 ? null : spread
}

/** Points of the ballots that count: a rejected product has none. */
export function totalsOf({ isRejected, cells }: BoardRow): readonly number[] {
  return isRejected ? [] : cells.flatMap(({ total }) => total ?? [])
}

/** How strongly each total is tinted, of 0 to 1: by where it stands among all that the board has. */
export function strengthAmong(totals: readonly number[]): (total: number) => number {
  const [lowest, highest] = [Math.min(...totals), Math.max(...totals)]
  return (total) => (highest === lowest ? 0.5 : (total - lowest) / (highest - lowest))
}
