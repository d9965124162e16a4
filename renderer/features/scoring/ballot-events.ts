import type { AuditEvent } from '../../../shared/api/audit.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import { findCriterion } from '../../../shared/domain/criteria/form.ts'
import { pointsOf } from '../../../shared/domain/ballot/options.ts'

/** One line of a ballot's history: who did what when, in terms of the paper. */
export type BallotEvent = {
  readonly seq: number
  /** ISO time. */
  readonly at: string
  readonly actor: string
  readonly what:
    | {
        readonly kind: 'points'
        readonly criterion: string
        readonly title: string
        readonly from: number | null
        readonly to: number | null
      }
    | { readonly kind: 'opinion'; readonly text: string }
    | { readonly kind: 'confirmed'; readonly version: number; readonly total: number }
    | { readonly kind: 'reopened'; readonly version: number; readonly reason: string }
    | { readonly kind: 'verified' }
    | { readonly kind: 'settled'; readonly version: number; readonly reason: string; readonly differences: number }
}

/**
 * The history of a ballot from its audit events, in their order. Option numbers become the points of the form; the
 * second person's keys are left out, for they change no ballot.
 */
export const ballotEvents = ({
  events,
  form,
}: {
  events: readonly AuditEvent[]
  form: CriteriaSet
}): readonly BallotEvent[] =>
  events.flatMap((event) => {
    const what = whatOf({ event, form })
    const { seq, at, actor } = event
    return what === null ? [] : [{ seq, at, actor, what }]
  })

const whatOf = ({
  event: { command, detail },
  form,
}: {
  event: AuditEvent
  form: CriteriaSet
}): BallotEvent['what'] | null => {
  switch (command) {
    case 'ballots.choose': {
      const code = textOf(detail['criterion'])
      const criterion = findCriterion({ set: form, code })?.criterion
      const points = (option: unknown): number | null =>
        typeof option === 'number' && criterion !== undefined ? pointsOf(criterion, option) : null
      const [from, to] = [points(detail['from']), points(detail['to'])]
      return { kind: 'points', criterion: code, title: criterion?.title ?? '', from, to }
    }
    case 'ballots.setOpinion':
      return { kind: 'opinion', text: textOf(detail['to']) }
    case 'ballots.confirm':
      return { kind: 'confirmed', version: numberOf(detail['version']), total: numberOf(detail['total']) }
    case 'ballots.reopen':
      return { kind: 'reopened', version: numberOf(detail['to']), reason: textOf(detail['reason']) }
    case 'verifications.finish':
      return { kind: 'verified' }
    case 'verifications.settle': {
      const differences = Array.isArray(detail['differences']) ? detail['differences'].length : 0
      return { kind: 'settled', version: numberOf(detail['version']), reason: textOf(detail['reason']), differences }
    }
    default:
      return null
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const numberOf = (value: unknown): number => (typeof value === 'number' ? value : 0)
