import { addDays, parseIsoDate } from './iso-date.ts'

/** The days off of one year, as the government's decision of that year gives them: `resources/holidays`. */
export type HolidayYear = {
  readonly year: number
  /** False where no decision is out yet: then what Bộ luật Lao động 2019, Điều 112 fixes, the rest as the notes say. */
  readonly announced: boolean
  readonly sources: readonly HolidaySource[]
  /** ISO dates in order; those on a Saturday or Sunday, and the days given in lieu of them, as well. */
  readonly daysOff: readonly { readonly date: string; readonly name: string }[]
  /** Saturdays and Sundays that are worked in exchange for a day off. ISO dates. */
  readonly workedDays: readonly { readonly date: string; readonly insteadOf: string }[]
  /** In Vietnamese, shown to the user. */
  readonly notes: readonly string[]
}

export type HolidaySource = {
  readonly number: string
  /** ISO date; null where it is not known. */
  readonly date: string | null
  readonly issuer: string
  readonly subject: string
}

/** What working days are counted over: years by number. */
export type WorkCalendar = ReadonlyMap<number, WorkYear>

type WorkYear = {
  readonly announced: boolean
  readonly off: ReadonlySet<string>
  readonly worked: ReadonlySet<string>
}

/** A count, or why there is none: a year without a calendar is never taken for one without holidays. */
export type WorkingDays<Counted> =
  | (Counted & {
      readonly kind: 'counted'
      /** Years that it passes whose days off are not announced yet: it may move. */
      readonly unannounced: readonly number[]
    })
  | { readonly kind: 'no-calendar'; readonly year: number }

export function workCalendar(years: readonly HolidayYear[]): WorkCalendar {
  return new Map(
    years.map(({ year, announced, daysOff, workedDays }) => [
      year,
      {
        announced,
        off: new Set(daysOff.map(({ date }) => date)),
        worked: new Set(workedDays.map(({ date }) => date)),
      },
    ]),
  )
}

/**
 * The last of that many working days after a day, which does not count itself: a term in days begins with the day after
 * (Bộ luật Dân sự 2015, Điều 147 khoản 2). Weekends are Saturday and Sunday. A day as ISO; days from 1. @public
 *
 * @throws RangeError for less than a day.
 */
export function addWorkingDays(input: {
  readonly from: string
  readonly days: number
  readonly calendar: WorkCalendar
}): WorkingDays<{ readonly date: string }> {
  if (!Number.isInteger(input.days) || input.days < 1) throw new RangeError(`Not working days: ${input.days}`)
  const walk = startWalk(input.calendar)
  let date = input.from
  for (let left = input.days; left > 0;) {
    date = addDays(date, 1)
    const isWorked = walk.isWorked(date)
    if (isWorked === null) return { kind: 'no-calendar', year: yearOf(date) }
    if (isWorked) left -= 1
  }
  return { kind: 'counted', date, unannounced: walk.unannounced() }
}

/**
 * Working days after the one day up to and with the other: the 15 of `addWorkingDays` count as 15. Negative where the
 * other is before. ISO dates.
 */
export function countWorkingDays(input: {
  readonly from: string
  readonly to: string
  readonly calendar: WorkCalendar
}): WorkingDays<{ readonly days: number }> {
  const { from, to, calendar } = input
  const [first, last, sign] = from <= to ? [from, to, 1] : [to, from, -1]
  const walk = startWalk(calendar)
  let days = 0
  for (let date = first; date < last;) {
    date = addDays(date, 1)
    const isWorked = walk.isWorked(date)
    if (isWorked === null) return { kind: 'no-calendar', year: yearOf(date) }
    if (isWorked) days += sign
  }
  return { kind: 'counted', days, unannounced: walk.unannounced() }
}

/** Faults of a year's days off, one Vietnamese sentence each; empty for a sound one. */
export function checkHolidayYear({ year, daysOff, workedDays, announced, notes }: HolidayYear): readonly string[] {
  const off = daysOff.map(({ date }) => date)
  const all = [...off, ...workedDays.map(({ date }) => date)]
  return [
    ...all.filter((date) => yearOf(date) !== year).map((date) => `${date}: không thuộc năm ${year}`),
    ...(off.every((date, index) => index === 0 || (off[index - 1] ?? '') < date)
      ? []
      : ['Ngày nghỉ: phải xếp theo thứ tự và không lặp lại']),
    ...workedDays
      .filter(({ date }) => !isWeekend(date))
      .map(({ date }) => `${date}: ngày làm bù phải là thứ Bảy hoặc Chủ nhật`),
    ...workedDays
      .filter(({ insteadOf }) => !off.includes(insteadOf))
      .map(({ date, insteadOf }) => `${date}: làm bù cho ${insteadOf}, nhưng ngày đó không nghỉ`),
    ...(announced || notes.length > 0 ? [] : ['Năm chưa công bố lịch nghỉ: phải ghi cách tính']),
  ]
}

/** Looks days up and keeps which years had no decision yet. */
function startWalk(calendar: WorkCalendar) {
  const unannounced = new Set<number>()
  return {
    /** Null where that year has no calendar. */
    isWorked: (date: string): boolean | null => {
      const year = calendar.get(yearOf(date))
      if (year === undefined) return null
      if (!year.announced) unannounced.add(yearOf(date))
      return isWeekend(date) ? year.worked.has(date) : !year.off.has(date)
    },
    unannounced: (): readonly number[] => [...unannounced],
  }
}

/** Saturday or Sunday. */
export function isWeekend(date: string): boolean {
  const { year, month, day } = parseIsoDate(date)
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
  return weekday === 0 || weekday === 6
}

const yearOf = (date: string): number => Number(date.slice(0, 4))
