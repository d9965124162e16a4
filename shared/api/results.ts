import { z } from 'zod'
import type { PartCode } from '../domain/criteria/criteria-set.ts'
import type { Reason, StarOrNone } from '../domain/scoring/types.ts'
import type { BallotsDue } from '../domain/session/ballots-due.ts'
import type { ScreenSteps } from '../domain/session/screen-steps.ts'
import type { ScreenSummary } from '../domain/session/screen-summary.ts'
import type { SessionRecord, SessionState } from '../domain/session/session-record.ts'
import {
  acceptedSchema,
  idSchema,
  itemInput,
  out,
  procedure,
  reasonOrNoneSchema,
  reasonSchema,
  sessionInput,
} from './base.ts'

export type ProjectorView = {
  readonly councilName: string
  readonly state: SessionState
  readonly productCount: number
  /** Where its keys lead. */
  readonly steps: ScreenSteps
  /** By star, where no product is shown and the session's results are opened (`isSummaryDue`); else null. */
  readonly summary: ScreenSummary | null
  readonly current: null | {
    readonly agendaItemId: number
    readonly productId: number
    readonly hasPicture: boolean
    readonly position: number
    readonly code: string
    readonly productName: string
    readonly producerName: string
    readonly setNumber: number
    readonly setName: string
    readonly round: number
    readonly isRejected: boolean
    /** One a member who must score, in no order that tells who. */
    readonly seats: readonly ('empty' | 'draft' | 'done')[]
    /** Null until the chair opens the product. */
    readonly result: null | {
      /** Two decimals and a comma; empty with no counted ballot. */
      readonly mean: string
      readonly star: StarOrNone
      /** While ballots are still due, mean, star and referral may change. */
      readonly provisional: BallotsDue | null
      readonly isReferred: boolean
      readonly parts: readonly { readonly code: PartCode; readonly mean: string; readonly max: number }[]
      readonly reasons: readonly Reason[]
    }
  }
}

export const resultsContract = {
  /** The whole record of a session, forms left out (`form` carries no parts) to keep it small. */
  session: procedure.input(sessionInput).output(out<SessionRecord>()),
  /** The council's agreed option for a criterion, with the reason (`reason-required`); null takes it back. */
  setAgreedLevel: procedure
    .input(
      itemInput.extend({
        criterionIndex: z.int().min(0),
        option: z.int().min(0).nullable(),
        reason: reasonOrNoneSchema,
      }),
    )
    .output(z.void()),
  /**
   * Opens the next scoring round of a product; the old ballots stay readable. `opened`: members whose ballots the discussion
   * concerns; those come as drafts with their choices, all others as they are (`carryBallots`). Without it every ballot
   *
   * begins blank. Refused: `not-found` for a member with no ballot to open.
   */
  openRound: procedure
    .input(itemInput.extend({ reason: reasonSchema, opened: z.array(idSchema).min(1).max(300).optional() }))
    .output(z.object({ round: z.int() })),
  /** Says anew why that round (2 or more) was opened, until locking: one that was imported came without a reason. */
  setRoundReason: procedure.input(itemInput.extend({ round: z.int().min(2), reason: reasonSchema })).output(z.void()),
  /** The chair records why a spread above the limit needs no re-scoring; empty takes it back. */
  waiveSpread: procedure.input(itemInput.extend({ reason: reasonOrNoneSchema })).output(z.void()),
  /** Opens or hides a product's result and scores for the room; refused (`doubtful`) while a ballot is missing. */
  reveal: procedure.input(itemInput.extend({ isRevealed: z.boolean(), accepted: acceptedSchema })).output(z.void()),
  /** What the projector shows: no name beside a score, no score before the chair opens the product. */
  projector: procedure.input(sessionInput).output(out<ProjectorView>()),
  /**
   * The council's conclusion on a product. Below its result only with a reason (`reason-required`), above it never
   * (`conclusion-above-result`).
   */
  conclude: procedure
    .input(itemInput.extend({ star: z.literal([0, 1, 2, 3, 4, 5]), note: reasonOrNoneSchema }))
    .output(z.void()),
}
