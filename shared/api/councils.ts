import { z } from 'zod'
import type { Regulation } from '../domain/scoring/types.ts'
import type { MemberRole } from '../domain/session/session-record.ts'
import {
  idInput,
  idSchema,
  isoDateSchema,
  levelSchema,
  out,
  procedure,
  reasonSchema,
  requiredLineSchema,
  lineSchema,
  saveInput,
} from './base.ts'
import { undoableSchema } from './undo.ts'

export const memberRoles = ['chair', 'vice-chair', 'secretary', 'member'] as const satisfies readonly MemberRole[]

export const regulationSchema = z.object({
  quorum: z.object({
    numerator: z.int().min(1).max(100),
    denominator: z.int().min(1).max(100),
    needsChair: z.boolean(),
  }),
  spreadLimit: z.int().min(0).max(100),
  rounding: z.enum(['none', 'two-decimals', 'one-decimal', 'integer']),
  gateSettlement: z.enum(['agreed', 'majority', 'all', 'mean']),
  verification: z.enum(['off', 'borderline', 'all']),
  memberSight: z.enum(['own-ballot', 'own-total', 'revealed-result']),
  chairApproves: z.boolean(),
  chairSeesDeviations: z.boolean(),
  takesClearPaper: z.boolean(),
}) satisfies z.ZodType<Regulation>

/** Some of it. */
export const regulationPatchSchema = regulationSchema
  .extend({ quorum: regulationSchema.shape.quorum.partial() })
  .partial()

/** What a secretary edits of a council. */
export const councilFieldsSchema = z.object({
  name: requiredLineSchema,
  level: levelSchema,
  province: requiredLineSchema,
  district: lineSchema,
  foundingDecisionNumber: lineSchema,
  foundingDecisionDate: z.union([isoDateSchema, z.literal('')]),
  /** Number of the council's own regulations (quy chế). */
  regulationNumber: lineSchema,
  regulation: regulationSchema,
})
export type CouncilFields = z.infer<typeof councilFieldsSchema>

export const memberFieldsSchema = z.object({
  code: requiredLineSchema,
  name: requiredLineSchema,
  position: lineSchema,
  organisation: lineSchema,
  role: z.enum(memberRoles),
})
export type MemberFields = z.infer<typeof memberFieldsSchema>

export type Member = MemberFields & {
  readonly id: number
  readonly councilId: number
  readonly isInUse: boolean
  /** The last day on which the member is one, ISO date; null while there is none. */
  readonly retiredOn: string | null
  readonly retireReason: string
}
export type Council = CouncilFields & {
  readonly id: number
  readonly members: readonly Member[]
  readonly sessionCount: number
  /** The year that it was begun for, with the council that it goes on from; null for one that was founded by itself. */
  readonly begun: { readonly year: number; readonly fromId: number } | null
  /** The council that goes on from it, and since which year; null while none does. */
  readonly continued: { readonly year: number; readonly id: number } | null
}

export const councilsContract = {
  list: procedure.output(out<readonly Council[]>()),
  get: procedure.input(idInput).output(out<Council>()),
  save: procedure
    .input(saveInput(councilFieldsSchema, councilFieldsSchema.extend({ regulation: regulationPatchSchema }).partial()))
    .output(z.object({ id: idSchema })),
  saveMember: procedure
    .input(saveInput(memberFieldsSchema, memberFieldsSchema.partial()).and(z.object({ councilId: idSchema })))
    .output(z.object({ id: idSchema })),
  /**
   * Many at once, in their order: new ones, and others as they are from now on. All or nothing. Refused: `duplicate-code`,
   * `changed-elsewhere` where one of them is no longer as `seen`.
   */
  takeMembers: procedure
    .input(
      z.object({
        councilId: idSchema,
        rows: z
          .array(z.object({ id: idSchema.optional(), seen: memberFieldsSchema.optional(), fields: memberFieldsSchema }))
          .min(1)
          .max(500),
      }),
    )
    .output(undoableSchema),
  /** Refused (`in-use`) for a member who has ballots. */
  removeMember: procedure.input(idInput).output(z.void()),
  /**
   * From the day after, the member is offered for no session; those that are open or locked keep who stood in them. Refused
   * (`member-retired`) for one who has retired.
   */
  retireMember: procedure.input(idInput.extend({ retiredOn: isoDateSchema, reason: reasonSchema })).output(z.void()),
  /** Takes a retirement back. */
  recallMember: procedure.input(idInput.extend({ reason: reasonSchema })).output(z.void()),
  /** All ids of the council in their new order. */
  orderMembers: procedure.input(z.object({ councilId: idSchema, ids: z.array(idSchema) })).output(z.void()),
}
