import { addDays } from '../calendar/iso-date.ts'

/** Of what a checklist asks: it is so, it is not, or the product has no use for it. */
export const inspectionAnswers = ['yes', 'no', 'not-applicable'] as const
export type InspectionAnswer = (typeof inspectionAnswers)[number]

/** `unfinished`: somebody was there, and part of the checklist has no answer yet. */
export const inspectionStates = ['violation', 'unfinished', 'planned', 'clean'] as const
export type InspectionState = (typeof inspectionStates)[number]

type Found = {
  /** ISO date; null while nobody was there. */
  readonly inspectedOn: string | null
  /** In words; empty for none. */
  readonly violations: string
  readonly findings: readonly { readonly item: string; readonly answer: InspectionAnswer }[]
  /** Keys of what the checklist of its day asks. */
  readonly items: readonly string[]
}

export function inspectionState({ inspectedOn, violations, findings, items }: Found): InspectionState {
  if (inspectedOn === null) return 'planned'
  if (violations !== '' || findings.some(({ answer }) => answer === 'no')) return 'violation'
  return unansweredOf({ findings, items }).length > 0 ? 'unfinished' : 'clean'
}

/** What the checklist asks and nobody answered. */
export function unansweredOf({ findings, items }: Pick<Found, 'findings' | 'items'>): readonly string[] {
  return items.filter((key) => !findings.some(({ item }) => item === key))
}

/** The most pressing first; `soon`: due within the days below. */
export const commitmentStates = ['overdue', 'soon', 'open', 'broken', 'kept'] as const
export type CommitmentState = (typeof commitmentStates)[number]

/** Days before its last one that a commitment is looked at: an office's own measure. */
const soonWithin = 14

/** How a commitment stands on a day; the day that it is due is still in time. */
export function commitmentState({
  dueOn,
  outcome,
  day,
}: {
  readonly dueOn: string
  readonly outcome: 'kept' | 'broken' | null
  readonly day: string
}): CommitmentState {
  if (outcome !== null) return outcome
  if (dueOn < day) return 'overdue'
  return dueOn <= addDays(day, soonWithin) ? 'soon' : 'open'
}
