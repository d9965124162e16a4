import type { RuleSet } from '../rules/rule-set.ts'
import type { DoubtKind } from '../session/doubt-kinds.ts'
import type { FilingDays } from './dossier-rules.ts'

/**
 * Of the days that are said of a registration. `filed-far-off`: a day to come, or one before the year before the one that it is
 * registered for. `filing-day-missing`: it was whole before a decision came into force and nobody said when it was filed, so that
 * the day of being whole chooses the law (QĐ 26/2026/QĐ-TTg, Điều 12 khoản 2). ISO days.
 */
export function doubtsOfFiling(
  { filedOn, completeOn, year }: FilingDays & { readonly year: number },
  { today, ruleSets }: { readonly today: string; readonly ruleSets: readonly Pick<RuleSet, 'transition'>[] },
): readonly DoubtKind[] {
  const days = [filedOn, completeOn].filter((day) => day !== null)
  const isFarOff = days.some((day) => day > today || day < `${year - 1}-01-01` || day > `${year}-12-31`)
  const isOfBefore = ruleSets.some(
    ({ transition }) => transition !== undefined && completeOn !== null && completeOn < transition.lodgedBefore,
  )
  return [
    ...(isFarOff ? (['filed-far-off'] as const) : []),
    ...(filedOn === null && isOfBefore ? (['filing-day-missing'] as const) : []),
  ]
}
