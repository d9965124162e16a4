import { Refusal } from '../../shared/api/refusal.ts'
import { formatDate } from '../../shared/domain/calendar/format-date.ts'

/** What has happened has happened by today; null is no day. ISO dates. @throws Refusal `day-to-come` */
export function requirePast(day: string | null, today: string): void {
  if (day !== null && day > today) {
    throw new Refusal('day-to-come', { day: formatDate(day), today: formatDate(today) })
  }
}
