import type { AgendaItem } from '../../../shared/api/sessions.ts'

/** Where the knock-out questions of a product stand; one yes rejects it, whatever is still open. */
export function knockoutState({ knockouts }: Pick<AgendaItem, 'knockouts'>): {
  readonly kind: 'none' | 'rejected' | 'open' | 'passed'
  readonly open: number
} {
  const open = knockouts.filter(({ answer }) => answer === 'unanswered').length
  if (knockouts.some(({ answer }) => answer === 'yes')) return { kind: 'rejected', open }
  if (open > 0) return { kind: 'open', open }
  return { kind: knockouts.length === 0 ? 'none' : 'passed', open }
}
