import { formatDecreeDate } from '../../../shared/domain/calendar/format-date.ts'
import { vietnamDay, vietnamTime } from '../../../shared/domain/calendar/vietnam-day.ts'
import type { SessionFacts } from '../../../shared/domain/session/session-record.ts'

/**
 * When the meeting began and ended, as minutes write it: `08 giờ 00, ngày 25 tháng 10 năm 2024`. The times on record
 * are those at which the session was opened and locked in this application: they are the meeting's own only where they
 * fall on its day. A session imported or locked later leaves room to write in.
 */
export function beginningOf({ openedAt, heldOn }: SessionFacts): string {
  return onTheDay(openedAt, heldOn) ?? `${hourBlank}, ${formatDecreeDate(heldOn)}`
}

export function endOf({ closedAt, heldOn }: SessionFacts): string {
  return onTheDay(closedAt, heldOn) ?? `${hourBlank}, ngày …… tháng …… năm ………`
}

const hourBlank = '…… giờ ……'

function onTheDay(time: string | null, heldOn: string): string | null {
  if (time === null) return null
  if (vietnamDay(time) !== heldOn) return null
  const local = vietnamTime(time)
  return `${local.slice(11, 13)} giờ ${local.slice(14, 16)}, ${formatDecreeDate(heldOn)}`
}
