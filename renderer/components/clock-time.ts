import { formatDate } from '../../shared/domain/calendar/format-date.ts'
import { vietnamTime } from '../../shared/domain/calendar/vietnam-day.ts'

/** Vietnam's wall clock, as documents and reports have it, whatever the machine's zone: `14:05:12`. */
export function clockTime(time: Date | string): string {
  return vietnamTime(time).slice(11, 19)
}

/** ISO time → `21/10/2024 14:05` on Vietnam's clock. */
export function dateAndTime(iso: string): string {
  return dateAndClock(iso).slice(0, -3)
}

/** ISO time → `21/10/2024 14:05:12` on Vietnam's clock. */
export function dateAndClock(iso: string): string {
  return `${formatDate(vietnamTime(iso).slice(0, 10))} ${clockTime(iso)}`
}
