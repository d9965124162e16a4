import { z } from 'zod'
import { idSchema, out, procedure } from './base.ts'

/** Kinds of ballots that name a product and a member each. */
export const ballotKinds = ['blank-ballots', 'filled-ballots'] as const
export type BallotKind = (typeof ballotKinds)[number]

/** Of a pack of ballots those of these products, members and scoring rounds; where none of a sort is named, of all. */
export const ballotSelectionSchema = z.object({
  itemIds: z.array(idSchema),
  memberIds: z.array(idSchema),
  rounds: z.array(z.int().min(1)),
})

/** What can be printed, before any of it is laid out. */
export type PrintedBallots = {
  readonly products: readonly { readonly id: number; readonly code: string; readonly name: string }[]
  readonly members: readonly { readonly id: number; readonly code: string; readonly name: string }[]
  /** In the order in which they are printed. */
  readonly ballots: readonly { readonly itemId: number; readonly memberId: number; readonly round: number }[]
}

/** How many pages a ballot of each product has, by its id, where no opinion is long. */
export type BallotPages = Readonly<Record<number, number>>

const packInput = z.object({ sessionId: idSchema, kind: z.enum(ballotKinds) })

export const printedBallotsContract = {
  list: procedure.input(packInput).output(out<PrintedBallots>()),
  /** Lays out one ballot of each form. */
  pages: procedure.input(packInput).output(out<BallotPages>()),
}
