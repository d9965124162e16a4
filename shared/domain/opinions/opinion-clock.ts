import { addDays } from '../calendar/iso-date.ts'

export type OpinionClock = {
  /** The last day for the evaluation; null where nobody said when the dossier was complete. */
  readonly dueOn: string | null
  /** That day has gone by: without a decision, or before it. */
  readonly isLate: boolean
}

/**
 * The days that evaluating again may take, of the calendar, from the day of the complete dossier to the decision. Source: QĐ
 * 26/2026/QĐ-TTg, Điều 7 khoản 6 điểm g ("không quá 45 ngày kể từ ngày nhận đủ hồ sơ").
 */
export function opinionClock(input: {
  readonly completeOn: string | null
  readonly withinDays: number
  readonly decidedOn: string | null
  readonly day: string
}): OpinionClock {
  const { completeOn, withinDays, decidedOn, day } = input
  if (completeOn === null) return { dueOn: null, isLate: false }
  const dueOn = addDays(completeOn, withinDays)
  return { dueOn, isLate: (decidedOn ?? day) > dueOn }
}
