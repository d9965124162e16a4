import type { CertificateState } from './clock.ts'

/** `unknown`: the day of its end is not known, or it recognises nothing. */
export type Validity = 'valid' | 'ended' | 'unknown'

const validities: Readonly<Record<CertificateState, Validity>> = {
  review: 'unknown',
  starless: 'unknown',
  grace: 'ended',
  prolonged: 'valid',
  closing: 'valid',
  'window-open': 'valid',
  missed: 'valid',
  lapsing: 'valid',
  'to-come': 'unknown',
  'in-force': 'valid',
  lapsed: 'ended',
  unknown: 'unknown',
  withdrawn: 'ended',
  superseded: 'ended',
}

/**
 * Whether a certificate is valid on the day that its state is of: the one answer of the register, of lists, statistics and what
 * goes to the ministry. Of one whose year alone is known it is valid before that year.
 */
export function validityOn(
  { state, lapseYear }: { readonly state: CertificateState; readonly lapseYear: number | null },
  day: string,
): Validity {
  if (state === 'unknown' && lapseYear !== null && Number(day.slice(0, 4)) < lapseYear) return 'valid'
  return validities[state]
}

/** What is asked for by a state: all that have lapsed are those too that may be prolonged yet. */
export function isAskedFor(state: CertificateState, asked: CertificateState): boolean {
  return state === asked || (asked === 'lapsed' && state === 'grace')
}
