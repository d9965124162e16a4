import type { Level, LevelRule, RuleSet } from './rule-set.ts'

/**
 * The rule set that a round held on that ISO date is proposed: of those with forms and in force that day, the newest.
 * Two overlap after 22/5/2026, when the older one serves only dossiers lodged before (QĐ 26/2026/QĐ-TTg, Điều 12), so
 * the user may choose the other. Undefined where none is in force.
 */
export function proposeRuleSet(ruleSets: readonly RuleSet[], date: string): RuleSet | undefined {
  return ruleSets
    .filter((ruleSet) => ruleSet.isForSessions && isInForce(ruleSet, date))
    .reduce<RuleSet | undefined>(
      (newest, ruleSet) => (newest === undefined || ruleSet.inForce.from > newest.inForce.from ? ruleSet : newest),
      undefined,
    )
}

/**
 * The rule set that judges what was decided or is asked on that ISO date: of those in force that day the newest; a day
 * before all of them is judged by the first. Undefined where there are none.
 */
export function ruleSetOn<Dated extends Pick<RuleSet, 'inForce'>>(
  ruleSets: readonly Dated[],
  date: string,
): Dated | undefined {
  let [newest, first]: [Dated | undefined, Dated | undefined] = [undefined, undefined]
  for (const ruleSet of ruleSets) {
    const { from } = ruleSet.inForce
    if (first === undefined || from <= first.inForce.from) first = ruleSet
    if (isInForce(ruleSet, date) && (newest === undefined || from > newest.inForce.from)) newest = ruleSet
  }
  return newest ?? first
}

/**
 * Numbers of the decisions by which something was recognised on that ISO date, or in that year where only the year is known:
 * those of the rule set in force then that had been issued. Empty before the first of them, and for a year of two rule sets.
 */
export function decisionsOn(
  ruleSets: readonly Pick<RuleSet, 'inForce' | 'decisions'>[],
  { date, year }: { readonly date: string | null; readonly year: number | null },
): readonly string[] {
  const last = date ?? (year === null ? null : `${year}-12-31`)
  if (last === null) return []
  const ruleSet = ruleSetOn(ruleSets, last)
  if (ruleSet === undefined || !isInForce(ruleSet, last)) return []
  if (date === null && !isInForce(ruleSet, `${year}-01-01`)) return []
  return ruleSet.decisions.filter((decision) => decision.date <= last).map(({ number }) => number)
}

/** True on every day from the first to the last in force, both inclusive; ISO date. */
export function isInForce(ruleSet: Pick<RuleSet, 'inForce'>, date: string): boolean {
  return ruleSet.inForce.from <= date && (ruleSet.inForce.to === null || date <= ruleSet.inForce.to)
}

type Dated = Pick<RuleSet, 'inForce' | 'levels'>

/**
 * The levels whose councils evaluate on some day of that year, by the rule sets in force on it: none of a district after 5/7/2025
 * (QĐ 1489/QĐ-TTg).
 */
export function levelsEvaluatingIn(ruleSets: readonly Dated[], year: number): readonly Level[] {
  return [...new Set(levelRulesIn(ruleSets, year).flatMap(({ level, scores }) => (scores ? [level] : [])))]
}

/** The levels that those rule sets know, whether their councils evaluate or they check dossiers alone. */
export function levelsKnownIn(ruleSets: readonly Dated[], year: number): readonly Level[] {
  return [...new Set(levelRulesIn(ruleSets, year).map(({ level }) => level))]
}

function levelRulesIn(ruleSets: readonly Dated[], year: number): readonly LevelRule[] {
  return ruleSets
    .filter(({ inForce: { from, to } }) => from <= `${year}-12-31` && (to === null || to >= `${year}-01-01`))
    .flatMap(({ levels }) => levels)
}

/** What the rule set says of that level; undefined where it does not know the level. */
export function findLevelRule({ ruleSet, level }: { ruleSet: RuleSet; level: Level }): LevelRule | undefined {
  return ruleSet.levels.find((rule) => rule.level === level)
}
