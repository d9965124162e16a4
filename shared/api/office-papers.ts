import { z } from 'zod'
import { acceptedSchema, isoDateSchema, lineSchema, out, procedure, reasonOrNoneSchema, sessionInput } from './base.ts'
import { registerFilterSchema } from './certificate-register.ts'
import { issueSchema, symbolSchema, type IssueProposal, type RegisterEntry } from './document-register.ts'
import { paperFormats } from './issued-papers.ts'
import { officePaperSchema, paperYearSchema, type OfficePaper } from './office-paper.ts'
import type { UnprintableText } from './unprintable-text.ts'

/** A paper as it can be taken now. */
export type OfficePaperListing = {
  readonly formats: readonly (typeof paperFormats)[number][]
  /** Why it cannot be made: it would say nothing (`empty`), or nobody said which office issues it (`no-office`). */
  readonly unavailable: 'empty' | 'no-office' | null
  /** It takes a number of the office's; lists to sign and forms that others fill in take none. */
  readonly isNumbered: boolean
  /** The number that it has; null while it has none. */
  readonly entry: RegisterEntry | null
}

/** The office that issues papers of its own. */
export type OfficeFacts = {
  readonly level: 'district' | 'province' | 'central'
  readonly province: string
  /** Empty above district level. */
  readonly district: string
  /** `Văn phòng Điều phối nông thôn mới`; empty for the unit in charge by law. */
  readonly unit: string
  /** `VPĐP`; empty for the usual one. */
  readonly abbreviation: string
}

/** Letters that can be written now. */
export type OfferedInvitations = {
  readonly papers: readonly OfficePaper[]
  /** How many certificates the letters are about. */
  readonly certificates: number
  /** Those that are left out: they have a letter, or their product is registered again. */
  readonly invited: number
  readonly registered: number
  /** Producers that are left for the next time. */
  readonly more: number
}

const papersSchema = z.array(officePaperSchema).min(1).max(500)

export const officePapersContract = {
  /** Who issues them: what was said, else what the newest council says; null where there is neither. */
  office: procedure.output(out<{ readonly facts: OfficeFacts; readonly isSaid: boolean } | null>()),
  setOffice: procedure.input(
    z.object({
      level: z.enum(['district', 'province', 'central']),
      province: lineSchema,
      district: lineSchema,
      unit: lineSchema,
      abbreviation: lineSchema,
    }),
  ),
  /** Each paper asked for, in that order. */
  look: procedure.input(z.object({ papers: papersSchema })).output(out<readonly OfficePaperListing[]>()),
  /** What of these papers is printed otherwise than it was typed, each text once. */
  unprintable: procedure.input(z.object({ papers: papersSchema })).output(out<readonly UnprintableText[]>()),
  /** One file of all of them, each from a page of its own; with its number where it has one. */
  render: procedure.input(z.object({ papers: papersSchema, format: z.enum(paperFormats) })).output(z.file()),
  /** What the next paper of that kind would carry. */
  propose: procedure
    .input(
      z.object({
        paper: officePaperSchema,
        issuedOn: isoDateSchema.optional(),
        symbol: symbolSchema.optional(),
      }),
    )
    .output(out<IssueProposal>()),
  /**
   * Gives papers their numbers, one after the other; each has its own recipients where several are numbered at once. Refused
   * for one that has a number (`document-numbered`), that says nothing (`document-unavailable`), and where a number is
   * taken or leaves a gap without a reason.
   */
  enter: procedure
    .input(z.object({ papers: papersSchema, issue: issueSchema, reason: reasonOrNoneSchema, accepted: acceptedSchema }))
    .output(out<{ readonly ids: readonly number[] }>()),
  /**
   * The letters of today to the producers of certificates that the filters let through, one a producer; of the pressing states
   * where none is named. At most 500.
   */
  invitations: procedure
    .input(
      registerFilterSchema.extend({
        /** Also for those that have a letter, or are registered again. */
        again: z.boolean(),
      }),
    )
    .output(out<OfferedInvitations>()),
  /** What can be written about the results of a session: a notice to each commune, on the day that it is. */
  ofSession: procedure.input(sessionInput).output(out<{ readonly communeNotices: readonly OfficePaper[] }>()),
  /** The papers that have a number, the newest first, with what was asked for. */
  list: procedure
    .input(z.object({ year: paperYearSchema.optional() }))
    .output(out<readonly { readonly paper: OfficePaper; readonly entry: RegisterEntry }[]>()),
}
