import { ruleSetOn } from '../../../shared/domain/rules/choose-rule-set.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import type { RecognitionLaw } from '../../workbooks/register/read-recognition.ts'

/** What the rule sets say of recognitions of any year; a day before the first of them is judged by the first. */
export function recognitionLaw(ruleSets: readonly RuleSet[], today: string): RecognitionLaw {
  return {
    today,
    monthsOn: (date) => ruleSetOn(ruleSets, date)?.certificateMonths ?? 0,
    starOf: (score, date) => ruleSetOn(ruleSets, date ?? today)?.bands.find(({ from }) => score >= from)?.star ?? 0,
  }
}
