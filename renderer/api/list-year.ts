import { sharedValue } from './shared-value.ts'

/** The year that a list of the register shows, or every year. */
export type ListYear = number | 'all'

/** The year that the last list showed, of whichever kind: what the next one shows too. Null until one said any, and in another file. */
export const keptYear = sharedValue<ListYear | null>(null)

/** What the address of a list says of its year: nothing where it says none that there is. */
export function readListYear(year: unknown): { readonly year?: ListYear } {
  if (year === 'all') return { year }
  return typeof year === 'number' && Number.isInteger(year) && year >= 1900 && year <= 2200 ? { year } : {}
}

/** True for what a year shows. */
export function isOfYear(shown: ListYear, year: number): boolean {
  return shown === 'all' || shown === year
}
