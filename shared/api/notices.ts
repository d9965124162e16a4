import type { z } from 'zod'
import { acceptedSchema, isoDateSchema, out, procedure, sessionInput } from './base.ts'
import { issueSchema, type RegisterEntry } from './document-register.ts'
import type { IssuedBatch } from './issued-papers.ts'

/** What notices of results are numbered with: recipients are each notice's own. */
const noticeIssueSchema = issueSchema.omit({ recipients: true, signerPost: true })
export type NoticeIssue = z.infer<typeof noticeIssueSchema>

export type NoticeList = {
  /** Why no number can be given now, or null. */
  readonly blocked: 'session-not-locked' | 'decision-not-numbered' | null
  /** Number after the last of that year, signer as last; `number` is the first one's. */
  readonly proposal: NoticeIssue
  /** In agenda order. */
  readonly entries: readonly {
    readonly agendaItemId: number
    readonly productCode: string
    readonly productName: string
    readonly producerName: string
    /** Null until it has a number. */
    readonly entry: RegisterEntry | null
  }[]
  /** In the order in which they were numbered. */
  readonly batches: readonly IssuedBatch[]
}

/** Notices of results: one number a product, after the decision. */
export const noticesContract = {
  /** `issuedOn`: the date that numbers are proposed for, today unless given. */
  list: procedure.input(sessionInput.extend({ issuedOn: isoDateSchema.optional() })).output(out<NoticeList>()),
  /**
   * Numbers every product whose notice has none yet, in agenda order, from `issue.number` on. Refused:
   * `decision-not-numbered`, `notice-before-decision`, `number-taken`, `doubtful`.
   */
  enter: procedure
    .input(sessionInput.extend({ issue: noticeIssueSchema, accepted: acceptedSchema }))
    .output(out<{ count: number }>()),
}
