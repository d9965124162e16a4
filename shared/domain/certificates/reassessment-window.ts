import { addDays } from '../calendar/iso-date.ts'
import type { RuleSet } from '../rules/rule-set.ts'

/** First and last ISO date, both inclusive, on which the dossier for reassessment is filed. */
export type ReassessmentWindow = { readonly from: string; readonly to: string }

export type WindowPhase = 'not-yet' | 'open' | 'missed'

/**
 * When the dossier is filed: between 180 and 120 days before expiry. Null where the rule set knows no such window.
 * Source: QĐ 26/2026/QĐ-TTg, Điều 7 khoản 6.
 */
export const reassessmentWindow = ({
  expiresOn,
  ruleSet,
}: {
  expiresOn: string
  ruleSet: Pick<RuleSet, 'reassessment'>
}): ReassessmentWindow | null =>
  ruleSet.reassessment && {
    from: addDays({ date: expiresOn, days: -ruleSet.reassessment.fileFromDays }),
    to: addDays({ date: expiresOn, days: -ruleSet.reassessment.fileToDays }),
  }

/** Where an ISO date stands to the window. */
export const windowPhase = ({ window, today }: { window: ReassessmentWindow; today: string }): WindowPhase => {
  if (today < window.from) return 'not-yet'
  return today <= window.to ? 'open' : 'missed'
}
