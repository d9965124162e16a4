import { planDeadlines } from '../../../shared/domain/deadlines/plan-deadlines.ts'
import { findLevelRule, proposeRuleSet } from '../../../shared/domain/rules/choose-rule-set.ts'
import type { Level, RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import type { FiledLawGroup, SessionSummary } from '../../../shared/api/sessions.ts'

export type RuleSetProposal = {
  /** Under which a council of that level may score at all. */
  readonly offered: readonly RuleSet[]
  /** What the date proposes; null where nothing in force that day lets the level score. */
  readonly proposed: RuleSet | null
  /** In force that day, but its rules give the level nothing to score. */
  readonly barring: RuleSet | null
}

/** The one rule set that the days of filing name; null where they name none, or several. */
export function filedRules(groups: readonly Pick<FiledLawGroup, 'ruleSetId'>[]): string | null {
  const ids = new Set(groups.map(({ ruleSetId }) => ruleSetId))
  const [only = null] = ids.size === 1 ? ids : []
  return only
}

type ProposeRulesInput = {
  ruleSets: readonly RuleSet[]
  date: string
  level: Level
}

/** Which rule sets a session of that level can take, and which one its ISO date proposes. */
export function proposeRules({ ruleSets, date, level }: ProposeRulesInput): RuleSetProposal {
  const inForce = proposeRuleSet(ruleSets, date) ?? null
  const isProposed = inForce !== null && scores(inForce, level)
  return {
    offered: ruleSets.filter((ruleSet) => ruleSet.isForSessions && scores(ruleSet, level)),
    proposed: isProposed ? inForce : null,
    barring: isProposed ? null : inForce,
  }
}

type RoundInput = {
  ruleSets: readonly RuleSet[]
  sessions: readonly Pick<SessionSummary, 'councilId' | 'year' | 'round'>[]
  council: { readonly id: number; readonly level: Level }
  year: number
  /** ISO date of the meeting. */
  date: string
}

/**
 * The round of the year that a meeting on that day belongs to: the first that its level is still to evaluate, where the
 * decision sets their days (the last, once all are over); elsewhere one after the council's last.
 * Source: QĐ 26/2026/QĐ-TTg, Điều 5.
 */
export function proposeRound({ ruleSets, sessions, council, year, date }: RoundInput): number {
  const rounds = planDeadlines({ ruleSets, letters: [], year })
    .filter(({ level, kind }) => level === council.level && kind === 'evaluated')
    .toSorted((one, other) => one.before.localeCompare(other.before))
  const byDate = rounds.find(({ before }) => date < before) ?? rounds.at(-1)
  if (byDate !== undefined && byDate.round !== null) return byDate.round
  const held = sessions.filter((one) => one.councilId === council.id && one.year === year)
  return 1 + Math.max(0, ...held.map(({ round }) => round))
}

const scores = (ruleSet: RuleSet, level: Level): boolean => findLevelRule({ ruleSet, level })?.scores === true
