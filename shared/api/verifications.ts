import { z } from 'zod'
import type { BallotChoices } from '../domain/scoring/types.ts'
import { chooseSchema, confirmSchema } from './ballot-act.ts'
import { idSchema, out, procedure, requiredTextSchema } from './base.ts'

/** A confirmed ballot that the regulations want keyed a second time by another person. */
export type VerificationRow = {
  readonly agendaItemId: number
  readonly memberId: number
  readonly code: string
  readonly productName: string
  readonly memberName: string
  readonly state: 'waiting' | 'in-progress' | 'verified'
  readonly confirmedBy: string
  /** Keyed or confirmed by the one who asks: somebody else is the second person. */
  readonly isOwn: boolean
  readonly verifiedBy: string | null
}

/** The second keying of one ballot. The first one's choices never cross the contract before it is whole. */
export type BallotCheck = {
  readonly agendaItemId: number
  readonly memberId: number
  readonly round: number
  readonly choices: BallotChoices
  /** Grows with every change of the ballot. */
  readonly revision: number
  readonly state: VerificationRow['state']
  /** Null until every criterion was keyed; empty when both agree. */
  readonly differences: readonly BallotDifference[] | null
}

export type BallotDifference = {
  readonly criterionIndex: number
  /** Option numbers: keyed first, keyed second. */
  readonly first: number
  readonly second: number
}

const key = z.object({ agendaItemId: idSchema, memberId: idSchema })

export const verificationsContract = {
  /** Ballots that need a second person now, by the session's regulations. */
  list: procedure.input(z.object({ sessionId: idSchema })).output(out<readonly VerificationRow[]>()),
  get: procedure.input(key).output(out<BallotCheck>()),
  /** Keys one criterion a second time; null takes it back. Refused (`same-person`) for who keyed or confirmed the ballot. */
  choose: procedure.input(chooseSchema).output(out<BallotCheck>()),
  /** Marks the ballot verified; refused while a criterion is open or differs. */
  finish: procedure.input(confirmSchema).output(out<BallotCheck>()),
  /** Settles differences from the paper: a new version of the ballot with these options, verified. */
  settle: procedure
    .input(
      key.extend({
        options: z.array(z.object({ criterionIndex: z.int().min(0), option: z.int().min(0) })).min(1),
        reason: requiredTextSchema,
      }),
    )
    .output(out<BallotCheck>()),
}
