import { z } from 'zod'
import { procedure } from './base.ts'

export type AuditEvent = {
  readonly seq: number
  /** ISO time. */
  readonly at: string
  readonly actor: string
  /** Procedure name such as `ballots.choose`. */
  readonly command: string
  readonly subject: string
  /** What changed: old → new, as data. */
  readonly detail: Readonly<Record<string, unknown>>
}

const out = <T>() => z.custom<T>()

export const auditContract = {
  /** Newest first. */
  list: procedure
    .input(z.object({ before: z.int().optional(), limit: z.int().min(1).max(500), subject: z.string().optional() }))
    .output(out<readonly AuditEvent[]>()),
}
