import type { Regulation } from './types.ts'

type SpreadStateInput = {
  /** Largest minus smallest counted total, in points. */
  spread: number
  spreadWaiver: string | null
  regulation: Pick<Regulation, 'spreadLimit'>
}

/**
 * Whether members' totals lie further apart than the council's regulations let pass: `open` asks for a discussion,
 * `waived` has the chair's recorded reason to let it stand.
 */
export function spreadState({ spread, spreadWaiver, regulation }: SpreadStateInput): 'within' | 'open' | 'waived' {
  if (spread <= regulation.spreadLimit) return 'within'
  return spreadWaiver === null ? 'open' : 'waived'
}
