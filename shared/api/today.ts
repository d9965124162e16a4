import type { PressingState } from '../domain/certificates/pressing.ts'
import type { NumberedKind } from '../domain/documents/numbered-kinds.ts'
import { out, procedure } from './base.ts'
import type { ClockDeadline, Deadline } from './deadlines.ts'

/** What of a locked session has no number yet. */
export type Unnumbered = {
  readonly sessionId: number
  readonly councilName: string
  readonly year: number
  readonly round: number
  readonly heldOn: string
  readonly papers: readonly NumberedKind[]
  /** Products that it recognises and that have no certificate. */
  readonly certificates: number
}

export type UncertifiedRound = {
  readonly roundId: number
  /** `1/2026` */
  readonly round: string
  readonly councilName: string
  readonly decidedOn: string
  readonly certificates: number
}

export type Today = {
  /** ISO date. */
  readonly day: string
  /** The file's own that are near, or missed and lacking still; the earliest first. */
  readonly deadlines: readonly Deadline[]
  /** Products registered for this year while neither a council nor an office says the level by which deadlines are the file's own. */
  readonly withoutLevel: number
  /** Terms of single things, near or missed; those of commitments are told by `commitments`. */
  readonly clocks: readonly ClockDeadline[]
  /** Only states that certificates are in. */
  readonly certificates: readonly { readonly state: PressingState; readonly count: number }[]
  readonly unnumbered: readonly Unnumbered[]
  /** Rounds of written opinions that a paper of this file decided and that have products without a certificate. */
  readonly uncertified: readonly UncertifiedRound[]
  /** A year that has come and that no council goes on into yet, though one worked in the year before; null else. */
  readonly newYear: number | null
  /** What producers said that they would do after an inspection, past its day or near it. */
  readonly commitments: { readonly overdue: number; readonly soon: number }
}

export const todayContract = {
  /** What matters on the day that it is in Vietnam now. */
  get: procedure.output(out<Today>()),
}
