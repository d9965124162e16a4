import { formatDecreeDate } from '../../../shared/domain/calendar/format-date.ts'
import { vietnamDay, vietnamTime } from '../../../shared/domain/calendar/vietnam-day.ts'
import type { SessionFacts } from '../../../shared/domain/session/session-record.ts'

/**
 * When the meeting began and ended, as minutes write it: `08 giờ 00, ngày 25 tháng 10 năm 2024`. What the secretary wrote
 * counts. Without it, the times at which the session was opened and locked in this application stand, where they fall on
 * its day; a session imported or locked later leaves room to write in.
 */
export function beginningOf({ openedAt, heldOn, minutes }: SessionFacts): string {
  if (minutes.beganAt !== '') return timeText(minutes.beganAt, heldOn)
  return onTheDay(openedAt, heldOn) ?? momentOf('', heldOn)
}

export function endOf({ closedAt, heldOn, minutes }: SessionFacts): string {
  if (minutes.endedAt !== '') return timeText(minutes.endedAt, minutes.endedOn === '' ? heldOn : minutes.endedOn)
  return onTheDay(closedAt, heldOn) ?? `${hourBlank}, ngày …… tháng …… năm ………`
}

/** On that ISO day at that time (`08:05`), or room to write the time in. */
export function momentOf(clock: string, day: string): string {
  return clock === '' ? `${hourBlank}, ${formatDecreeDate(day)}` : timeText(clock, day)
}

const hourBlank = '…… giờ ……'

/** @param clock `08:05` @param day ISO date */
const timeText = (clock: string, day: string): string => `${clock.replace(':', ' giờ ')}, ${formatDecreeDate(day)}`

function onTheDay(time: string | null, heldOn: string): string | null {
  if (time === null || vietnamDay(time) !== heldOn) return null
  return timeText(vietnamTime(time).slice(11, 16), heldOn)
}
