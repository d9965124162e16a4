import { findLevelRule, proposeRuleSet } from './choose-rule-set.ts'
import type { Level, RuleSet } from './rule-set.ts'

/** Of a council: its level, the year that it was begun for as another's next, and since when another goes on from it. */
export type YearsOfCouncil = {
  readonly level: Level
  readonly begun: { readonly year: number } | null
  readonly continued: { readonly year: number } | null
}

/**
 * Whether a council is that of a year, and its level evaluates by the rules in force on a day: a district's none after 5/7/2025
 * (QĐ 1489/QĐ-TTg).
 */
export function canAct({ level, begun, continued }: YearsOfCouncil, { ruleSets, day, year }: ActingOn): boolean {
  const ruleSet = proposeRuleSet(ruleSets, day)
  const isOfYear = (begun === null || begun.year <= year) && (continued === null || year < continued.year)
  return isOfYear && ruleSet !== undefined && findLevelRule({ ruleSet, level })?.scores === true
}

/** Those that can act on a day first, then the others; each part in its order. */
export function actingFirst<Council extends YearsOfCouncil>(
  councils: readonly Council[],
  on: ActingOn,
): { readonly acting: readonly Council[]; readonly others: readonly Council[] } {
  const { acting = [], others = [] } = Object.groupBy(councils, (one) => (canAct(one, on) ? 'acting' : 'others'))
  return { acting, others }
}

export type ActingOn = {
  readonly ruleSets: readonly RuleSet[]
  /** ISO date. */
  readonly day: string
  /** Of the session or round, which may be heard in the year after. */
  readonly year: number
}
