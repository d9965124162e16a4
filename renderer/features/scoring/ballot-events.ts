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
export function ballotEvents(events: readonly AuditEvent[], form: CriteriaSet): readonly BallotEvent[] {
  return events.flatMap((event) => {
    const what = whatOf(event, form)
    const { seq, at, actor } = event
    return what === null ? [] : [{ seq, at, actor, what }]
  })
}

function whatOf(event: AuditEvent, form: CriteriaSet): BallotEvent['what'] | null {
  switch (event.command) {
    case 'ballots.choose': {
      const { criterion: code, from, to } = event.detail
      const criterion = findCriterion(form, code)?.criterion
      const points = (option: number | null): number | null =>
        option === null || criterion === undefined ? null : pointsOf(criterion, option)
      return { kind: 'points', criterion: code, title: criterion?.title ?? '', from: points(from), to: points(to) }
    }
    case 'ballots.setOpinion':
      return { kind: 'opinion', text: event.detail.to }
    case 'ballots.confirm':
      return { kind: 'confirmed', version: event.detail.version, total: event.detail.total }
    case 'ballots.reopen':
      return { kind: 'reopened', version: event.detail.to, reason: event.detail.reason }
    case 'verifications.finish':
      return { kind: 'verified' }
    case 'verifications.settle': {
      const { version, reason, differences } = event.detail
      return { kind: 'settled', version, reason, differences: differences.length }
    }
    default:
      return null
  }
}
