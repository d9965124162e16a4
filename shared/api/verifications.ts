import { z } from 'zod'
import type { BallotIds } from '../domain/ballot/ballot-key.ts'
import type { BallotChoices } from '../domain/scoring/types.ts'
import { chooseSchema, confirmSchema } from './ballot-act.ts'
import { ballotInput, out, procedure, reasonSchema, sessionInput } from './base.ts'

/** A confirmed ballot that the regulations want keyed a second time by another person. */
export type VerificationRow = BallotIds & {
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
export type BallotVerification = BallotIds & {
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

export const verificationsContract = {
  /** Ballots that need a second person now, by the session's regulations. */
  list: procedure.input(sessionInput).output(out<readonly VerificationRow[]>()),
  get: procedure.input(ballotInput).output(out<BallotVerification>()),
  /** Keys one criterion a second time; null takes it back. Refused (`same-person`) for who keyed or confirmed the ballot. */
  choose: procedure.input(chooseSchema).output(out<BallotVerification>()),
  /** Marks the ballot verified; refused while a criterion is open or differs. */
  finish: procedure.input(confirmSchema).output(out<BallotVerification>()),
  /** Settles differences from the paper: a new version of the ballot with these options, verified. */
  settle: procedure
    .input(
      ballotInput.extend({
        options: z.array(z.object({ criterionIndex: z.int().min(0), option: z.int().min(0) })).min(1),
        reason: reasonSchema,
      }),
    )
    .output(out<BallotVerification>()),
}
