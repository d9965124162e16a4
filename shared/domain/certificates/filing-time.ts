import { clockOn, type CertificateLaw, type Term } from './clock.ts'

/** That a dossier to be evaluated again came outside the days for it. ISO dates. */
export type FiledOutside = {
  readonly side: 'early' | 'late'
  /** The days for it, both inclusive. */
  readonly opensOn: string
  readonly closesOn: string
  /** When the certificate ends. */
  readonly lapsesOn: string
  /** How long it may go on for the result; null where nothing prolongs it. */
  readonly graceUntil: string | null
}

/**
 * Whether a dossier came outside the days for it, by the law of its day; null where it did not, or that law knows no such days.
 * Source: QĐ 26/2026/QĐ-TTg, Điều 7 khoản 6 điểm a, which does not say what becomes of such a dossier: nothing is refused.
 */
export function filedOutside({ term, filedOn, ruleSets }: Input): FiledOutside | null {
  const { window, graceUntil } = clockOn({ term, day: filedOn, ruleSets })
  const { lapsesOn } = term
  if (window === null || lapsesOn === null) return null
  const side = filedOn < window.opensOn ? 'early' : filedOn > window.closesOn ? 'late' : null
  return side === null ? null : { side, ...window, lapsesOn, graceUntil }
}

type Input = { readonly term: Term; readonly filedOn: string; readonly ruleSets: readonly CertificateLaw[] }
