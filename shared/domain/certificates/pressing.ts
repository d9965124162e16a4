import { addDays, addMonths } from '../calendar/iso-date.ts'
import { noticeLeadDays, type CertificateLaw, type CertificateState } from './clock.ts'

/** States of certificates that somebody is to see to now, the most pressing first. */
export const pressingStates = [
  'review',
  'starless',
  'grace',
  'prolonged',
  'closing',
  'window-open',
  'lapsing',
] as const satisfies readonly CertificateState[]
export type PressingState = (typeof pressingStates)[number]

export function isPressing(state: CertificateState): state is PressingState {
  return pressingStates.some((one) => one === state)
}

/** ISO dates, all inclusive. */
export type EndingBetween = {
  readonly endsFrom: string
  readonly endsTo: string
  readonly decidedFrom: string
  readonly decidedTo: string
}

/**
 * The days between which a certificate ends, or was decided where nothing says when it ends, that may be pressing on a day:
 * as far as the rule sets reach before and after an end. A review has no such bounds, nor has a star that is not known.
 */
export function mayPressOn(day: string, ruleSets: readonly CertificateLaw[]): EndingBetween {
  const reach = Math.max(
    0,
    ...ruleSets.flatMap((law) => [
      law.reassessment?.fileFromDays ?? 0,
      law.reassessment?.graceDays ?? 0,
      (law.expiryNoticeDays ?? 0) + noticeLeadDays(law),
    ]),
  )
  const months = ruleSets.map(({ certificateMonths }) => certificateMonths)
  const [endsFrom, endsTo] = [addDays(day, -reach), addDays(day, reach)]
  return {
    endsFrom,
    endsTo,
    // Months that lack a day end a term up to three days earlier.
    decidedFrom: addDays(addMonths(endsFrom, -Math.max(...months)), -3),
    decidedTo: addDays(addMonths(endsTo, -Math.min(...months)), 3),
  }
}
