/** Arithmetic on ISO dates (`2026-02-09`) of the Gregorian calendar: no clock, no time zone, no float. */

type CivilDate = { readonly year: number; readonly month: number; readonly day: number }

/** @throws RangeError for a date that does not exist. */
export const parseIsoDate = (date: string): CivilDate => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)
  const civil = { year: Number(match?.[1]), month: Number(match?.[2]), day: Number(match?.[3]) }
  if (match === null || !exists(civil)) throw new RangeError(`Not an ISO date: ${date}`)
  return civil
}

export const isIsoDate = (text: string): boolean => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  return match !== null && exists({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) })
}

export const addDays = ({ date, days }: { date: string; days: number }): string =>
  toIsoDate(fromDayNumber(toDayNumber(parseIsoDate(date)) + days))

/** The same day that many calendar months later; the month's last day where it has no such day (31/01 → 28/02). */
export const addMonths = ({ date, months }: { date: string; months: number }): string => {
  const { year, month, day } = parseIsoDate(date)
  const index = year * 12 + (month - 1) + months
  const target = { year: Math.floor(index / 12), month: modulo(index, 12) + 1 }
  return toIsoDate({ ...target, day: Math.min(day, daysInMonth(target)) })
}

/** Days from the first date to the second; negative when the second is earlier. */
export const daysBetween = ({ from, to }: { from: string; to: string }): number =>
  toDayNumber(parseIsoDate(to)) - toDayNumber(parseIsoDate(from))

const exists = ({ year, month, day }: CivilDate): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth({ year, month })

const daysInMonth = ({ year, month }: { year: number; month: number }): number => {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Days since 1 March of year 0: with the year begun in March, the leap day comes last and months need no table. */
const toDayNumber = ({ year, month, day }: CivilDate): number => {
  const marchYear = month > 2 ? year : year - 1
  const marchMonth = modulo(month - 3, 12)
  return daysBeforeYear(marchYear) + daysBeforeMonth(marchMonth) + day - 1
}

const fromDayNumber = (dayNumber: number): CivilDate => {
  // 146 097 days make 400 years; the estimate is right or one year too high.
  const estimate = Math.floor(((dayNumber + 1) * 400) / 146_097)
  const marchYear = daysBeforeYear(estimate) <= dayNumber ? estimate : estimate - 1
  const dayOfYear = dayNumber - daysBeforeYear(marchYear)
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = modulo(marchMonth + 2, 12) + 1
  return {
    year: month > 2 ? marchYear : marchYear + 1,
    month,
    day: dayOfYear - daysBeforeMonth(marchMonth) + 1,
  }
}

const daysBeforeYear = (marchYear: number): number =>
  marchYear * 365 + Math.floor(marchYear / 4) - Math.floor(marchYear / 100) + Math.floor(marchYear / 400)

const daysBeforeMonth = (marchMonth: number): number => Math.floor((153 * marchMonth + 2) / 5)

const modulo = (value: number, base: number): number => ((value % base) + base) % base

const toIsoDate = ({ year, month, day }: CivilDate): string =>
  `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`

const twoDigits = (value: number): string => String(value).padStart(2, '0')
