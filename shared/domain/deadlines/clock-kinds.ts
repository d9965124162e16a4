/**
 * Terms that run for one thing each, beside the days of a year's rounds: evaluating again by written opinions; a commune's report
 * on a dossier; what a producer said to do after an inspection.
 */
export type ClockKind = 'opinions' | 'commune-report' | 'commitment'

/**
 * What a term lacks: opinions that did not come; a round that is not locked, not decided, or whose product waits for a meeting; a
 * report that did not come; a commitment that nobody looked after.
 */
export const clockLackKinds = [
  'opinions-missing',
  'round-unlocked',
  'round-undecided',
  'meeting-unset',
  'report-missing',
  'commitment-open',
] as const
export type ClockLackKind = (typeof clockLackKinds)[number]
