import { addDays, addMonths } from '../calendar/iso-date.ts'
import { isWeekend } from '../calendar/working-days.ts'

/** What is most likely a slip in the day by which something is to be sent: it has come already, or is far away. */
export type DueDayDoubt = 'due-past' | 'due-far'

/** Null for a day that may be meant; `from`: the day of the letter. ISO dates. */
export function doubtOfDueDay(dueOn: string, from: string): DueDayDoubt | null {
  if (dueOn <= from) return 'due-past'
  return dueOn > addMonths(from, mostMonths) ? 'due-far' : null
}

/** No decision says how long a producer has: so many days, and no Saturday or Sunday. */
export function proposedDueDay(from: string): string {
  let day = addDays(from, proposedDays)
  while (isWeekend(day)) day = addDays(day, 1)
  return day
}

export const proposedDays = 10

const mostMonths = 3
