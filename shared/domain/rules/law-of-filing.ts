import type { ApplicationKind } from '../session/session-record.ts'
import { proposeRuleSet } from './choose-rule-set.ts'
import type { RuleSet, TransitionTerm } from './rule-set.ts'

/**
 * The rule set that a dossier is judged by. `in-force`: the one of the day of the meeting. `transition`: it was lodged before
 * that one came into force and is finished under the one of before. `over`: the same, but the time for it has ended, of which
 * the decision says no more.
 */
export type FiledLaw = {
  readonly ruleSet: RuleSet
  readonly why: 'in-force' | 'transition' | 'over'
  /** Null where the day of the meeting alone decides. */
  readonly term: TransitionTerm | null
}

type FiledDossier = {
  readonly ruleSets: readonly RuleSet[]
  /** ISO day. */
  readonly filedOn: string
  readonly application: ApplicationKind
  /** Of the meeting, ISO day. */
  readonly heldOn: string
}

/** Null where no rule set is in force on the day of the meeting. Source: QĐ 26/2026/QĐ-TTg, Điều 12 khoản 2. */
export function lawOfFiling({ ruleSets, filedOn, application, heldOn }: FiledDossier): FiledLaw | null {
  const present = proposeRuleSet(ruleSets, heldOn)
  if (present === undefined) return null
  const { transition } = present
  if (transition === undefined || filedOn >= transition.lodgedBefore)
    return { ruleSet: present, why: 'in-force', term: null }
  const former = ruleSets.find(({ id }) => id === transition.ruleSet)
  const term = transition.terms.find(({ applications }) => applications.includes(application))
  if (former === undefined || term === undefined) return { ruleSet: present, why: 'in-force', term: null }
  return heldOn <= term.lastDay ? { ruleSet: former, why: 'transition', term } : { ruleSet: present, why: 'over', term }
}
