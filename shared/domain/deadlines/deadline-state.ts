import { addDays, parseIsoDate } from '../calendar/iso-date.ts'
import { countWorkingDays, type WorkCalendar, type WorkingDays } from '../calendar/working-days.ts'

/**
 * `kept`: done in time; `missed`: past and something lacks still, or it was done late; `near`: few working days are left;
 * `passed`: past, and the file holds nothing that says whether it was kept.
 */
export const deadlineStates = ['missed', 'near', 'open', 'kept', 'passed'] as const
export type DeadlineState = (typeof deadlineStates)[number]

/** Working days left from which a deadline is near: an office's own measure, no law's. */
const nearDays = 15
/** Days for a working day, where nothing says which are worked. */
const daysForWorkingDay = 1.4

export type DeadlineStanding = {
  readonly state: DeadlineState
  /** The last day to do it: the day before the one that it is to be done before. ISO date. */
  readonly lastDay: string
  /** Days from today to the last day, today not counted; negative when it is past. */
  readonly days: number
  readonly workingDays: WorkingDays<{ readonly days: number }>
}

export function standingOf({ before, day, calendar, lacking, doneOn, nearFrom = nearDays }: ToStand): DeadlineStanding {
  const lastDay = addDays(before, -1)
  const days = daysBetween(day, lastDay)
  const workingDays = countWorkingDays({ from: day, to: lastDay, calendar })
  const isNear = workingDays.kind === 'counted' ? workingDays.days <= nearFrom : days <= nearFrom * daysForWorkingDay
  const state = (): DeadlineState => {
    if (lacking === 0 && doneOn !== null) return doneOn <= lastDay ? 'kept' : 'missed'
    if (days < 0) return lacking > 0 ? 'missed' : 'passed'
    return isNear ? 'near' : 'open'
  }
  return { state: state(), lastDay, days, workingDays }
}

type ToStand = {
  /** ISO dates. */
  readonly before: string
  readonly day: string
  readonly calendar: WorkCalendar
  /** How much lacks still. */
  readonly lacking: number
  /** When the last of what was to be done was; null where nothing was. */
  readonly doneOn: string | null
  /** Working days left from which it is near, where another measure serves than that of a year's rounds. */
  readonly nearFrom?: number
}

function daysBetween(from: string, to: string): number {
  return (utcOf(to) - utcOf(from)) / (24 * 60 * 60 * 1000)
}

function utcOf(date: string): number {
  const { year, month, day } = parseIsoDate(date)
  return Date.UTC(year, month - 1, day)
}
