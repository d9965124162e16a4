import { z } from 'zod'
import type { AuditCommand, AuditDetails } from './audit-details.ts'
import { out, procedure, textSchema, tokenSchema } from './base.ts'

/** One event, its detail by its command. */
export type AuditEvent = { readonly [Name in AuditCommand]: EventOf<Name> }[AuditCommand]

type EventOf<Name extends AuditCommand> = {
  readonly seq: number
  /** ISO time. */
  readonly at: string
  readonly actor: string
  readonly command: Name
  readonly subject: string
  /** What the subject is called now; empty where it is gone. */
  readonly about: AuditNames
  /** What the form of its product says of a code or an option number in the detail. */
  readonly form?: FormWords
  /** What changed: old → new, as data. */
  readonly detail: AuditDetails[Name]
}

export type AuditNames = {
  readonly session?: { readonly id: number; readonly year: number; readonly round: number }
  readonly council?: string
  /** Code and name. */
  readonly product?: string
  /** Code and name. */
  readonly member?: string
}

export type FormWords = {
  /** Title of the criterion. */
  readonly criterion?: string
  /** Of option numbers; null for no answer. */
  readonly from?: WordedOption | null
  readonly to?: WordedOption | null
  /** The knock-out condition. */
  readonly condition?: string
  /** Names of the dossier's items that the detail has the keys of. */
  readonly items?: readonly string[]
}

/** `label` is null where no level was reached and the form prints no line for it. */
export type WordedOption = { readonly points: number; readonly label: string | null }

export const auditContract = {
  /** Newest first. */
  list: procedure
    .input(
      z.object({
        before: z.int().optional(),
        limit: z.int().min(1).max(500),
        subject: tokenSchema.optional(),
        /** The first part of procedure names, such as `ballots`. */
        feature: tokenSchema.optional(),
        /**
         * Words that stand, without regard to accents, in the title of the event, its actor, the names of its subject
         * or its detail. Titles by command are the reader's: the file keeps none.
         */
        find: z.object({ words: textSchema, titles: z.record(tokenSchema, textSchema) }).optional(),
      }),
    )
    .output(out<readonly AuditEvent[]>()),
}
