import type { Clock } from './context.ts'

/** The machine's time. The only place outside tests that reads it. */
export const systemClock: Clock = { now: () => new Date() }
