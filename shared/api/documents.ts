import { z } from 'zod'
import { idSchema, out, procedure, sessionInput } from './base.ts'
import { certificatesContract } from './certificates.ts'
import { documentRegisterContract, type RegisterEntry } from './document-register.ts'
import { documentBatchesContract } from './document-batches.ts'
import { issuedPapersContract } from './issued-papers.ts'
import { noticesContract } from './notices.ts'
import { ballotSelectionSchema, printedBallotsContract } from './printed-ballots.ts'
import type { UnprintableText } from './unprintable-text.ts'
import { wordTemplatesContract } from './word-templates.ts'

export const documentKinds = [
  'decision',
  'minutes',
  'tally-table',
  'referral-list',
  'blank-ballots',
  'spare-ballots',
  'filled-ballots',
  'product-tally',
  'result-notices',
  'council-report',
  'proposal',
  'referral-letter',
] as const
export const documentFormats = ['pdf', 'docx', 'xlsx'] as const

export type DocumentKind = (typeof documentKinds)[number]
export type DocumentFormat = (typeof documentFormats)[number]

export type DocumentListing = {
  readonly kind: DocumentKind
  readonly formats: readonly DocumentFormat[]
  /** `draft` until the session is locked; printed DỰ THẢO. A `form` is to be filled by hand and is never a draft. */
  readonly state: 'draft' | 'final' | 'form'
  /** Why the document cannot be made now, or null. */
  readonly unavailable:
    | 'no-product'
    | 'no-ballot'
    | 'not-at-this-level'
    | 'no-recognised-product'
    | 'no-referred-product'
    | null
  /** Several papers in one file, which go to different hands. */
  readonly isBatch: boolean
  /** A3 where its table has more columns than A4 leaves readable. */
  readonly paper: 'A4' | 'A3'
  /** Its number, and what has changed since; null while it has none. */
  readonly entry: RegisterEntry | null
}

export const documentsContract = {
  list: procedure.input(sessionInput).output(out<readonly DocumentListing[]>()),
  /** What is printed otherwise than it was typed, to be looked at before anything is printed. */
  unprintable: procedure.input(sessionInput).output(out<readonly UnprintableText[]>()),
  /** The very bytes that are saved and printed, with their suggested file name. */
  render: procedure
    .input(
      z.object({
        sessionId: idSchema,
        kind: z.enum(documentKinds),
        format: z.enum(documentFormats),
        /** Of a file of several papers: each begins on the front of a sheet (unless false). */
        onBothSides: z.boolean().optional(),
        /** Of blank and filled ballots these only. */
        ballots: ballotSelectionSchema.optional(),
      }),
    )
    .output(z.file()),
  ballots: printedBallotsContract,
  register: documentRegisterContract,
  certificates: certificatesContract,
  notices: noticesContract,
  issued: issuedPapersContract,
  templates: wordTemplatesContract,
  batch: documentBatchesContract,
}
