import { addDays } from '../calendar/iso-date.ts'

/** `waiting`: for the conclusion that its days are counted from; `due`: for the decision; `late`: past the last day for it. */
export const withdrawalStates = ['late', 'due', 'waiting', 'withdrawn', 'dropped'] as const
export type WithdrawalState = (typeof withdrawalStates)[number]

type ClockInput = {
  /** ISO dates, or null while there is none. */
  readonly concludedOn: string | null
  readonly decidedOn: string | null
  readonly isDropped: boolean
  /** Null where no decision says how many days there are. */
  readonly withinDays: number | null
  readonly day: string
}

export type WithdrawalClock = {
  readonly state: WithdrawalState
  /** Last day for the decision; null before a conclusion, and where the law says none. */
  readonly dueOn: string | null
  /** The decision came after that day. */
  readonly isDecidedLate: boolean
}

/**
 * How a case stands on a day. The 15 days are days of the calendar, from the day of the conclusion or of the commune's
 * confirmation. Source: QĐ 26/2026/QĐ-TTg, Điều 8 khoản 4 ("15 ngày kể từ ngày có kết luận").
 */
export function withdrawalClock({ concludedOn, decidedOn, isDropped, withinDays, day }: ClockInput): WithdrawalClock {
  const dueOn = concludedOn === null || withinDays === null ? null : addDays(concludedOn, withinDays)
  const isDecidedLate = dueOn !== null && decidedOn !== null && decidedOn > dueOn
  const open = concludedOn === null ? 'waiting' : dueOn !== null && day > dueOn ? 'late' : 'due'
  return { state: decidedOn !== null ? 'withdrawn' : isDropped ? 'dropped' : open, dueOn, isDecidedLate }
}
