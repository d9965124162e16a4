import { utcDay } from '../../../shared/domain/calendar/vietnam-day.ts'

const millisecondsADay = 86_400_000

/** ISO day of a workbook's day number, its time dropped; null for a number that is no day. */
export function dayOfSerial(serial: number, is1904: boolean): string | null {
  const time = new Date(epoch(is1904) + Math.round(serial * millisecondsADay))
  return Number.isNaN(time.getTime()) || time.getUTCFullYear() > 9999 ? null : utcDay(time)
}

/** The workbook's day number of an ISO day. */
export function serialOfDay(iso: string, is1904: boolean): number {
  return (Date.parse(`${iso}T00:00:00Z`) - epoch(is1904)) / millisecondsADay
}

/** Day 0. The older count takes 1900 for a leap year: its first two months, which no list holds, are a day off. */
function epoch(is1904: boolean): number {
  return is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
}
