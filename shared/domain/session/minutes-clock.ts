import { vietnamDay, vietnamTime } from '../calendar/vietnam-day.ts'
import type { SessionFacts } from './session-record.ts'

/**
 * When the meeting began, as its minutes say it: `08:05`, or empty where they leave room to write it in. What the secretary
 * wrote counts. Without it, the time at which the session was opened in this application stands, where that falls on its day:
 * a session imported or opened on another day leaves room.
 */
export function beganAtOf({
  openedAt,
  heldOn,
  minutes,
}: Pick<SessionFacts, 'openedAt' | 'heldOn'> & { readonly minutes: Pick<SessionFacts['minutes'], 'beganAt'> }): string {
  return minutes.beganAt === '' ? clockOn(heldOn, openedAt) : minutes.beganAt
}

/** When it ended: what was written, else the time at which the session was locked, as `beganAtOf` of its opening. */
export function endedAtOf({
  closedAt,
  heldOn,
  minutes,
}: Pick<SessionFacts, 'closedAt' | 'heldOn'> & { readonly minutes: Pick<SessionFacts['minutes'], 'endedAt'> }): string {
  return minutes.endedAt === '' ? clockOn(heldOn, closedAt) : minutes.endedAt
}

const clockOn = (day: string, time: string | null): string =>
  time === null || vietnamDay(time) !== day ? '' : vietnamTime(time).slice(11, 16)
