import { isReason } from '../../../shared/domain/session/is-reason.ts'

/** What becomes of a row: taken, refused with a reason, or not said yet. */
export type Decision = { readonly kind: 'open' | 'accepted' } | { readonly kind: 'refused'; readonly reason: string }

export type Decisions = ReadonlyMap<number, Decision>

/** Rows that nobody has to look at are taken unless somebody says otherwise. */
export function firstDecisions(rows: readonly { readonly row: number; readonly isClear: boolean }[]): Decisions {
  return new Map(rows.map(({ row, isClear }) => [row, { kind: isClear ? 'accepted' : 'open' }]))
}

/** How many rows still wait for a decision, or for the reason of one. */
export function undecided(decisions: Decisions): number {
  return [...decisions.values()].filter(
    (one) => one.kind === 'open' || (one.kind === 'refused' && !isReason(one.reason)),
  ).length
}

export function decided(decisions: Decisions): {
  readonly accepted: readonly number[]
  readonly refused: readonly { readonly row: number; readonly reason: string }[]
} {
  const all = [...decisions]
  return {
    accepted: all.flatMap(([row, { kind }]) => (kind === 'accepted' ? [row] : [])),
    refused: all.flatMap(([row, one]) => (one.kind === 'refused' ? [{ row, reason: one.reason.trim() }] : [])),
  }
}
