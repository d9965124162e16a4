import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { idInput, idSchema, procedure } from './base.ts'
import { certifiedBySchema } from './certificates.ts'

/**
 * `documents`: every document of a session in every format, packed; `certificates` and `overprint`: one PDF, counted
 * as a print of each numbered certificate once it is whole.
 */
export const batchKinds = ['documents', 'certificates', 'overprint'] as const
export type BatchKind = (typeof batchKinds)[number]

const batchEventSchema = z.discriminatedUnion('kind', [
  /** `name`: the file or product that is being made; `done` of `of` are made. */
  z.object({ kind: z.literal('progress'), done: z.int(), of: z.int(), name: z.string() }),
  z.object({ kind: z.literal('done'), id: idSchema, fileName: z.string(), bytes: z.int() }),
])
export type BatchEvent = z.infer<typeof batchEventSchema>

export const documentBatchesContract = {
  /**
   * Makes the batch on disk and tells how far it is. Who stops listening cancels it, and nothing is left of it. Refused:
   * `not-found` for the documents of a round, which has none.
   */
  run: procedure
    .input(certifiedBySchema.and(z.object({ what: z.enum(batchKinds), itemIds: z.array(idSchema).optional() })))
    .output(eventIterator(batchEventSchema)),
  /** The file of the last batch that was made; the one before it is gone. */
  take: procedure.input(idInput).output(z.file()),
}
