import { formatDecreeDate } from '../../../shared/domain/calendar/format-date.ts'
import { beganAtOf, endedAtOf } from '../../../shared/domain/session/minutes-clock.ts'
import type { SessionFacts } from '../../../shared/domain/session/session-record.ts'

/** When the meeting began and ended, as minutes write it: `08 giờ 00, ngày 25 tháng 10 năm 2024`. */
export function beginningOf(session: SessionFacts): string {
  return momentOf(beganAtOf(session), session.heldOn)
}

export function endOf(session: SessionFacts): string {
  const { heldOn, minutes } = session
  const clock = endedAtOf(session)
  if (clock === '') return `${hourBlank}, ngày …… tháng …… năm ………`
  return timeText(clock, minutes.endedAt === '' || minutes.endedOn === '' ? heldOn : minutes.endedOn)
}

/** On that ISO day at that time (`08:05`), or room to write the time in. */
export function momentOf(clock: string, day: string): string {
  return clock === '' ? `${hourBlank}, ${formatDecreeDate(day)}` : timeText(clock, day)
}

const hourBlank = '…… giờ ……'

/** @param clock `08:05` @param day ISO date */
const timeText = (clock: string, day: string): string => `${clock.replace(':', ' giờ ')}, ${formatDecreeDate(day)}`
