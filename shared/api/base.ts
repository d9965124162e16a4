import { oc } from '@orpc/contract'
import { z } from 'zod'
import { doubtKinds } from '../domain/session/doubt-kinds.ts'
import { isReason } from '../domain/session/is-reason.ts'
import { longestText, normaliseInput, normaliseText } from '../domain/vietnamese/normalise-input.ts'
import { isPersonName, personName } from '../domain/vietnamese/person-name.ts'
import { refusalReasons, type RefusalReason } from './refusal.ts'

/** Every procedure can refuse with a stable reason; see `refusal.ts`. */
export const procedure = oc.errors({
  REFUSED: {
    status: 422,
    data: z.object({
      reason: z.enum(refusalReasons),
      detail: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  },
})

/** The type of an answer: the server made it, so nothing of it is checked again. */
export function out<T>(): z.ZodCustom<T> {
  return z.custom<T>()
}

export const idSchema = z.int().positive()
export const idInput = z.object({ id: idSchema })
export const sessionInput = z.object({ sessionId: idSchema })
export const itemInput = z.object({ agendaItemId: idSchema })
export const ballotInput = itemInput.extend({ memberId: idSchema })
export const fileInput = z.object({ file: z.file() })
/** Text that a person typed, as `normaliseText` keeps it: every text of the contract goes through it or a schema below. */
export const textSchema = z.string().max(4000).transform(normaliseText).pipe(z.string().max(longestText))
/** A name, a place, a post, a number: one line, whatever was pasted. */
export const lineSchema = z.string().max(4000).transform(normaliseInput).pipe(z.string().max(longestText))
/** Several pages of prose. */
export const longTextSchema = z.string().max(40_000).transform(normaliseText).pipe(z.string().max(20_000))
export const requiredTextSchema = textSchema.refine((text) => text.length > 0)
export const requiredLineSchema = lineSchema.refine((text) => text.length > 0)
const unsaid = { error: 'reason-required' satisfies RefusalReason }
/** Why something is done, for the record; refused (`reason-required`) where it says nothing. */
export const reasonSchema = textSchema.refine(isReason, unsaid)
/** The same where a reason is not always due; whether it is, the handler knows. */
export const reasonOrNoneSchema = textSchema.refine((text) => text === '' || isReason(text), unsaid)
/** The name that somebody takes in the log, as everybody reads it. */
export const personNameSchema = z
  .string()
  .max(2000)
  .transform(personName)
  .pipe(z.string().max(200).refine(isPersonName))
/** What the application made and hands out, such as the id of a file or of a rule set: printed ASCII without spaces. */
export const tokenSchema = z
  .string()
  .max(200)
  .regex(/^[!-~]*$/)
export const isoDateSchema = z.iso.date()
/** The year that a list is asked for, or every year. */
export const listYearSchema = z.union([z.int().min(1900).max(2200), z.literal('all')])
export const levelSchema = z.enum(['district', 'commune', 'province', 'central'])
export const caseSchema = z.enum(['a', 'b'])

/** Doubts that whoever asks has accepted; without them the handler refuses (`doubtful`) and names each. */
export const acceptedSchema = z.array(z.enum(doubtKinds)).optional()

/** Creates with every field; with an id it changes what is given, and what is left out stays as it is. */
export function saveInput<Whole extends z.ZodType, Some extends z.ZodType>(fields: Whole, patch: Some) {
  return z.union([z.object({ id: idSchema, fields: patch }), z.object({ id: z.undefined().optional(), fields })])
}
