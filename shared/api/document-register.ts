import { z } from 'zod'
import { numberedKinds, type RegisteredKind } from '../domain/documents/numbered-kinds.ts'
import type { IssuedPaper } from './issued-papers.ts'
import type { OfficePaperKind } from './office-paper.ts'
import {
  acceptedSchema,
  idSchema,
  isoDateSchema,
  lineSchema,
  out,
  procedure,
  reasonOrNoneSchema,
  reasonSchema,
  requiredLineSchema,
} from './base.ts'

/** `QĐ-UBND`, `BB-HĐOCOP`: kind and issuing body, hyphens without spaces (Decree 30/2020, Phụ lục I, Mục II.3). */
export const symbolSchema = requiredLineSchema.refine((text) => /^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u.test(text))

export const issueSchema = z.object({
  /** Runs from 1 within a year and a symbol. */
  number: z.int().min(1).max(99_999),
  symbol: symbolSchema,
  issuedOn: isoDateSchema,
  /** Power and post, one line each: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`. */
  posts: z.array(requiredLineSchema).max(5),
  /** The signer's post in the own agency, where the paper bears that agency's seal; left out where nobody said. */
  signerPost: lineSchema.optional(),
  /** Without academic titles; empty where the signer's name stays blank. */
  signer: lineSchema,
  /** Lines under "Nơi nhận:", without their marks. */
  recipients: z.array(requiredLineSchema).max(40),
})
/** What a signed document carries: printed where an unsigned one leaves room to write in. */
export type DocumentIssue = z.infer<typeof issueSchema>

/** One thing that is no longer as it was when the number was given; texts for people. */
export type DocumentChange = {
  /** `SP04. Gạo nếp nương: điểm trung bình`. */
  readonly what: string
  /** Empty where it was not there before, or is not there now. */
  readonly from: string
  readonly to: string
}

export type RegisterEntry = DocumentIssue & {
  readonly id: number
  readonly kind: RegisteredKind | OfficePaperKind
  readonly year: number
  /** Null for a paper of the office, and once the session is gone; the number stays taken. */
  readonly sessionId: number | null
  /** `15/QĐ-UBND`. */
  readonly code: string
  /** "Mã kiểm chứng" that the paper carries; null where the file has no event of its numbering. */
  readonly verification: string | null
  /** Why a number was left out or given twice; empty otherwise. */
  readonly reason: string
  readonly registeredAt: string
  /** SHA-256 of the data that the document was made from. */
  readonly dataDigest: string
  /** When the data moved on, ISO time; null while the document still says what the record says. */
  readonly staleSince: string | null
  readonly changes: readonly DocumentChange[]
  readonly void: { readonly at: string; readonly reason: string } | null
  /** The paper as it was issued; null where the file has no event of its numbering. */
  readonly issued: IssuedPaper | null
  /** What was issued under the number before it was renewed, the last first. */
  readonly former: readonly IssuedPaper[]
  /** Of a notice: its product; empty for any other document. */
  readonly about: string
  /** When it was sent (ISO date), and to whom; null while that is not logged. */
  readonly sent: { readonly on: string; readonly to: string } | null
}

/** What the next document of that kind would carry. */
export type IssueProposal = DocumentIssue & {
  /** Numbers below the proposed one that nobody has, at most the last ten. */
  readonly unused: readonly number[]
}

const sessionKindSchema = z.object({ sessionId: idSchema, kind: z.enum(numberedKinds) })

export const documentRegisterContract = {
  /** Every number given, newest first, with what has changed since. */
  list: procedure
    .input(z.object({ sessionId: idSchema.optional(), year: z.int().optional() }))
    .output(out<readonly RegisterEntry[]>()),
  /** Number after the last of that year and symbol; signer and recipients as they were last, or by Decree 30. */
  propose: procedure
    .input(sessionKindSchema.extend({ issuedOn: isoDateSchema.optional(), symbol: symbolSchema.optional() }))
    .output(out<IssueProposal>()),
  /**
   * Gives the document its number; from then on it is printed with it. Only once the session is locked. A gap or a
   * duplicate needs a reason; a date that does not fit the meeting or the papers that name each other, and a paper that
   * names one without a number, are refused (`doubtful`).
   */
  enter: procedure
    .input(sessionKindSchema.extend({ issue: issueSchema, reason: reasonOrNoneSchema, accepted: acceptedSchema }))
    .output(out<{ id: number }>()),
  /** The same number for the data as they are now, for a document that nobody has signed yet. */
  renew: procedure.input(z.object({ id: idSchema, reason: reasonSchema })),
  /** The number stays taken, and the document is printed without one again. */
  void: procedure.input(z.object({ id: idSchema, reason: reasonSchema })),
  /**
   * Logs that papers were sent; without `to`, to the recipients that each names. Refused (`sent-before-issue`,
   * `doubtful`).
   */
  send: procedure.input(
    z.object({ ids: z.array(idSchema).min(1), on: isoDateSchema, to: lineSchema, accepted: acceptedSchema }),
  ),
}
