import type { Regulation } from './types.ts'

/**
 * Whether members' totals lie further apart than the council's regulations let pass: `open` asks for a discussion,
 * `waived` has the chair's recorded reason to let it stand.
 */
export function spreadState({
  spread,
  spreadWaiver,
  regulation,
}: {
  /** Largest minus smallest counted total, in points. */
  spread: number
  spreadWaiver: string | null
  regulation: Pick<Regulation, 'spreadLimit'>
}): 'within' | 'open' | 'waived' {
  if (spread <= regulation.spreadLimit) return 'within'
  return spreadWaiver === null ? 'open' : 'waived'
}
