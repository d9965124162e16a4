import { z } from 'zod'
import { isoDateSchema } from './base.ts'

export const paperYearSchema = z.int().min(1900).max(2200)

/**
 * What a paper of the office is asked for: its kind, and what it is about. The same request gives the same paper as long as
 * the file says the same; what depends on a day says which (`asOf`).
 */
export const officePaperSchema = z.discriminatedUnion('kind', [
  /**
   * The products whose certificates end in those years, or that were recognised in them, a list for each, as they stand on a
   * day.
   */
  z.object({
    kind: z.literal('lapsing-list'),
    years: z.array(paperYearSchema).min(1).max(10),
    asOf: isoDateSchema,
    /** Left out: by the year in which they end. */
    by: z.literal('recognition').optional(),
  }),
  /** The products registered for a year, as they are on a day, counted by place. */
  z.object({
    kind: z.literal('registered-list'),
    year: paperYearSchema,
    asOf: isoDateSchema,
    by: z.enum(['district', 'commune']),
  }),
])

export type OfficePaper = z.infer<typeof officePaperSchema>
export type OfficePaperKind = OfficePaper['kind']
