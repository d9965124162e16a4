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

type NextRoundInput = {
  sessions: readonly Pick<SessionSummary, 'councilId' | 'year' | 'round'>[]
  councilId: number
  year: number
}

/** One after the last round of the council in that year. */
export function nextRound({ sessions, councilId, year }: NextRoundInput): number {
  return (
    1 +
    Math.max(0, ...sessions.filter((one) => one.councilId === councilId && one.year === year).map(({ round }) => round))
  )
}

const scores = (ruleSet: RuleSet, level: Level): boolean => findLevelRule({ ruleSet, level })?.scores === true
