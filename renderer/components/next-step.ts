import type { SessionDetail } from '../../shared/api/sessions.ts'
import { assertNever } from '../../shared/domain/assert-never.ts'
import type { Missing } from '../../shared/domain/session/session-record.ts'

/** What a session waits for, with the figures that the sentence names. */
export type NextStep =
  | { readonly kind: 'add-members' }
  | { readonly kind: 'add-products' }
  | { readonly kind: 'choose-cases'; readonly open: number }
  | { readonly kind: 'answer-knockouts'; readonly open: number; readonly products: number }
  | { readonly kind: 'take-attendance'; readonly present: number; readonly required: number }
  | { readonly kind: 'open'; readonly products: number; readonly present: number }
  | { readonly kind: 'score'; readonly done: number; readonly products: number }
  | { readonly kind: 'close'; readonly products: number }
  | { readonly kind: 'read-results'; readonly products: number }

type Facts = Pick<SessionDetail, 'state' | 'members' | 'quorum'> & {
  readonly agenda: readonly Pick<SessionDetail['agenda'][number], 'id' | 'needsCase' | 'criteriaCase' | 'knockouts'>[]
}

/** The first thing that keeps a session from moving on, in the order in which a secretary works. */
export function nextStep({ session, missing }: { session: Facts; missing: readonly Missing[] }): NextStep {
  const products = session.agenda.length
  switch (session.state) {
    case 'planned':
      return preparation(session, products)
    case 'open':
      return missing.length === 0
        ? { kind: 'close', products }
        : { kind: 'score', done: products - unfinishedItems(missing), products }
    case 'closed':
      return { kind: 'read-results', products }
    default:
      return assertNever(session.state)
  }
}

function preparation(session: Facts, products: number): NextStep {
  if (session.members.length === 0) return { kind: 'add-members' }
  if (products === 0) return { kind: 'add-products' }
  const withoutCase = session.agenda.filter(({ needsCase, criteriaCase }) => needsCase && criteriaCase === null)
  if (withoutCase.length > 0) return { kind: 'choose-cases', open: withoutCase.length }
  const unanswered = session.agenda.filter(({ knockouts }) => knockouts.some(({ answer }) => answer === 'unanswered'))
  if (unanswered.length > 0) return { kind: 'answer-knockouts', open: unanswered.length, products }
  const { present, required, isMet } = session.quorum
  if (!isMet) return { kind: 'take-attendance', present, required }
  return { kind: 'open', products, present }
}

const unfinishedItems = (missing: readonly Missing[]): number =>
  new Set(missing.flatMap((gap) => ('itemId' in gap ? [gap.itemId] : []))).size
