import { utcDay } from './vietnam-day.ts'

/** Arithmetic on ISO dates (`2026-02-09`) of the Gregorian calendar: no clock, no time zone, no float. */

type CivilDate = { readonly year: number; readonly month: number; readonly day: number }

/** @throws RangeError for a date that does not exist. */
export function parseIsoDate(date: string): CivilDate {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  const civil = { year: Number(match?.[1]), month: Number(match?.[2]), day: Number(match?.[3]) }
  if (match === null || !exists(civil)) throw new RangeError(`Not an ISO date: ${date}`)
  return civil
}

export function isIsoDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match !== null && exists({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) })
}

/** The same day that many calendar months later; the month's last day where it has no such day (31/01 → 28/02). */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = parseIsoDate(date)
  const index = year * 12 + (month - 1) + months
  const target = { year: Math.floor(index / 12), month: modulo(index, 12) + 1 }
  return toIsoDate({ ...target, day: Math.min(day, daysInMonth(target)) })
}

/** The day that many days later, or before where they are negative. */
export function addDays(date: string, days: number): string {
  const { year, month, day } = parseIsoDate(date)
  return utcDay(new Date(Date.UTC(year, month - 1, day + days)))
}

const exists = ({ year, month, day }: CivilDate): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth({ year, month })

function daysInMonth({ year, month }: { year: number; month: number }): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const modulo = (value: number, base: number): number => ((value % base) + base) % base

const toIsoDate = ({ year, month, day }: CivilDate): string =>
  `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`

const twoDigits = (value: number): string => String(value).padStart(2, '0')
