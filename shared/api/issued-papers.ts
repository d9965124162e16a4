import { z } from 'zod'
import { idSchema, procedure } from './base.ts'

export const paperFormats = ['pdf', 'docx', 'xlsx'] as const

/** A paper as it was issued, by the audit event that numbered it: one document, or a batch in one file. */
export type IssuedPaper = {
  /** The event's number in the audit. */
  readonly seq: number
  readonly kept: readonly {
    readonly format: (typeof paperFormats)[number]
    readonly fileName: string
    readonly sha256: string
    /** Bytes. */
    readonly size: number
    readonly keptAt: string
  }[]
  /**
   * Whether the bytes are kept. `missing`: they can still be made; `outdated`: the session was unlocked or its data moved on
   * before they were; `before`: a program of before numbered it, and kept none.
   */
  readonly state: 'kept' | 'missing' | 'outdated' | 'before'
  /** When the session was unlocked first after it was issued, ISO time; null where it was not. */
  readonly reopenedAt: string | null
}

/** A batch that was numbered at once and is kept as one file. */
export type IssuedBatch = IssuedPaper & {
  /** `07/GCN-UBND`, the first and the last. */
  readonly from: string
  readonly to: string
  readonly count: number
}

export const issuedPapersContract = {
  /** The bytes as they were issued. */
  take: procedure.input(z.object({ seq: idSchema, format: z.enum(paperFormats) })).output(z.file()),
  /** Makes and keeps the bytes of a paper that was numbered and not kept. Refused (`paper-moved-on`) where they would differ. */
  keep: procedure.input(z.object({ seq: idSchema })),
}
