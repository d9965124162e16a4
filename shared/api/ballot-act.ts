import { z } from 'zod'
import type { ActPlace, ChooseAct, ConfirmAct, OpinionAct, ReopenAct } from '../domain/ballot/acts.ts'
import { longestOpinion } from '../domain/ballot/longest-opinion.ts'
import { idSchema, reasonSchema, textSchema } from './base.ts'

// What a secretary, a clerk and a member's device do to a ballot. Each act is made once where it is done, with an id by
// `crypto.getRandomValues` (a page without TLS has no `crypto.randomUUID`), and has its effect once however often it
// arrives: a repeated one answers the ballot as it is now. Refused alike: `round-over`, and `ballot-changed-elsewhere`
// with `criteria` (their codes), `by` and `at` where the ballot is neither as wanted nor as `seen`.

const optionSchema = z.int().min(0).max(50).nullable()
const choicesSchema = z.array(optionSchema).max(200).readonly()

const memberAct = z.object({
  agendaItemId: idSchema,
  actId: z.string().regex(/^[0-9a-f]{32}$/),
  round: z.int().min(1).max(999),
})

/** Of a member's own device: whose ballot it is follows from the device, never from input. */
export const memberChooseSchema = memberAct.extend({
  criterionIndex: z.int().min(0).max(200),
  option: optionSchema,
  seen: optionSchema,
}) satisfies z.ZodType<Omit<ChooseAct, 'kind' | 'memberId'>>

export const memberOpinionSchema = memberAct.extend({
  opinion: textSchema.pipe(z.string().max(longestOpinion)),
  seen: textSchema,
}) satisfies z.ZodType<Omit<OpinionAct, 'kind' | 'memberId'>>

export const memberConfirmSchema = memberAct.extend({
  seen: choicesSchema,
  seenOpinion: textSchema.optional(),
}) satisfies z.ZodType<Omit<ConfirmAct, 'kind' | 'memberId'>>

const ofMember = { memberId: idSchema }

/**
 * Of who keys for the members at this machine. `keyedBy`: the person of the file who did it; refused (`keyed-by-other`)
 * while somebody else works, for what waited must not be written in another's name.
 */
const byHand = { ...ofMember, keyedBy: idSchema.optional() }

export const actSchema = memberAct.extend(byHand) satisfies z.ZodType<ActPlace>
export const chooseSchema = memberChooseSchema.extend(byHand)
export const opinionSchema = memberOpinionSchema.extend({
  ...byHand,
  confirmed: z.object({ version: z.int().min(1), reason: reasonSchema }).optional(),
}) satisfies z.ZodType<Omit<OpinionAct, 'kind'>>
export const confirmSchema = memberConfirmSchema.extend(byHand)
export const reopenSchema = actSchema.extend({
  seen: z.int().min(0),
  reason: reasonSchema,
}) satisfies z.ZodType<Omit<ReopenAct, 'kind'>>
