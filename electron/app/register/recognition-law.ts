import { isInForce } from '../../../shared/domain/rules/choose-rule-set.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import type { RecognitionLaw } from '../../workbooks/register/read-recognition.ts'

/** What the rule sets say of recognitions of any year; a day before the first of them is judged by the first. */
export function recognitionLaw(ruleSets: readonly RuleSet[], today: string): RecognitionLaw {
  const byAge = ruleSets.toSorted((a, b) => b.inForce.from.localeCompare(a.inForce.from))
  const ruleSetOn = (date: string) => byAge.find((ruleSet) => isInForce(ruleSet, date)) ?? byAge.at(-1)
  return {
    today,
    monthsOn: (date) => ruleSetOn(date)?.certificateMonths ?? 0,
    starOf: (score) => ruleSetOn(today)?.bands.find(({ from }) => score >= from)?.star ?? 0,
  }
}
