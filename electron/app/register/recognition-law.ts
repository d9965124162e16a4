import { remembering } from '../../../shared/domain/remembering.ts'
import { ruleSetOn } from '../../../shared/domain/rules/choose-rule-set.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import type { RecognitionLaw } from '../../workbooks/register/read-recognition.ts'

/** What the rule sets say of recognitions of any year; a day before the first of them is judged by the first. */
export function recognitionLaw(ruleSets: readonly RuleSet[], today: string): RecognitionLaw {
  const lawOn = remembering((date) => ruleSetOn(ruleSets, date))
  return {
    today,
    monthsOn: (date) => lawOn(date)?.certificateMonths ?? 0,
    starOf: (score, date) => lawOn(date ?? today)?.bands.find(({ from }) => score >= from)?.star ?? 0,
  }
}
