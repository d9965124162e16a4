import type { Level } from '../rules/rule-set.ts'
import type { DeadlineLetter } from './plan-deadlines.ts'

/**
 * A letter's days, laid into another year, ISO dates; 29 February becomes the 28th where the year has none. What it says of a
 * level that the rules of that year do not know stays behind.
 */
export function daysInYear(
  { year: former, deadlines }: Pick<DeadlineLetter, 'year' | 'deadlines'>,
  { year, levels }: { readonly year: number; readonly levels: readonly Level[] },
): DeadlineLetter['deadlines'] {
  return deadlines
    .filter(({ level }) => levels.includes(level))
    .map((deadline) => ({ ...deadline, before: laterDay(deadline.before, year - former) }))
}

function laterDay(date: string, years: number): string {
  const year = Number(date.slice(0, 4)) + years
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const day = date.endsWith('-02-29') && !isLeap ? '-02-28' : date.slice(4)
  return `${String(year).padStart(4, '0')}${day}`
}
