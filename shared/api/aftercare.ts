import { z } from 'zod'
import type { AftercareRules } from '../domain/aftercare/aftercare-rules.ts'
import { withdrawalStates, type WithdrawalClock, type WithdrawalState } from '../domain/aftercare/withdrawal-clock.ts'
import {
  acceptedSchema,
  idInput,
  idSchema,
  isoDateSchema,
  lineSchema,
  listYearSchema,
  out,
  procedure,
  reasonOrNoneSchema,
  reasonSchema,
  requiredLineSchema,
  requiredTextSchema,
  textSchema,
  tokenSchema,
} from './base.ts'
import { certificateRefSchema, type CertificateRef } from './certificate-ref.ts'
import { inspectionsContract } from './inspections.ts'
import type { OfficePaper } from './office-paper.ts'

const withdrawalFieldsSchema = z.object({
  /** Key of a ground of the decision in force; null for one in the office's own words. */
  ground: tokenSchema.nullable(),
  /** Where `ground` is null. */
  groundText: textSchema,
  facts: requiredTextSchema,
  /** The day that the office came to know. */
  knownOn: isoDateSchema,
  /** Who concluded or confirmed, with which paper, on which day; empty and null while nobody did. */
  concludedBy: lineSchema,
  conclusion: lineSchema,
  concludedOn: isoDateSchema.nullable(),
})

export type WithdrawalFields = z.infer<typeof withdrawalFieldsSchema>

/** A case of withdrawal with what it is about, as its recognition calls it. */
export type Withdrawal = WithdrawalFields &
  CertificateRef &
  WithdrawalClock & {
    /** Of the case; `id` is the certificate's or the recognition's. */
    readonly caseId: number
    readonly productId: number
    readonly productName: string
    readonly producerName: string
    readonly commune: string
    readonly district: string
    readonly star: number | null
    /** `07/GCN-UBND`; empty where only a list told of it that says none. */
    readonly code: string
    readonly recognition: string
    readonly recognisedOn: string | null
    /** What the ground says, the law's or the office's own words, and the article of the law's. */
    readonly groundSays: string
    readonly groundArticle: string
    /** `registered`: by the number of this office's paper, which may decide on several; `typed`: as another body's paper says it. */
    readonly decision: {
      readonly code: string
      readonly on: string
      readonly from: 'registered' | 'typed'
      /** What this office's paper was asked for. */
      readonly paper: OfficePaper | null
    } | null
    readonly droppedOn: string | null
    readonly dropReason: string
    /** False where another authority than this office's decides on that star. */
    readonly isOfOffice: boolean
    /** False while nobody declared the office, so that whose it is is not known. */
    readonly isOfficeKnown: boolean
  }

export type WithdrawalList = {
  readonly day: string
  /** In which the office came to know of any, the latest first. */
  readonly years: readonly number[]
  readonly rows: readonly Withdrawal[]
  /** Of the year that is asked for. */
  readonly counts: Readonly<Record<WithdrawalState, number>>
  /** Of the decision in force today. */
  readonly rules: AftercareRules['withdrawal']
  readonly ruleSetTitle: string
  readonly issues: readonly string[]
}

const done = z.void()

const withdrawalsContract = {
  /** Cases, the most pressing first. */
  list: procedure
    .input(
      z.object({
        state: z.enum(withdrawalStates).optional(),
        productId: idSchema.optional(),
        /** In which the office came to know; left out: every year. */
        year: listYearSchema.optional(),
      }),
    )
    .output(out<WithdrawalList>()),
  /** Refused: `withdrawal-open` where the recognition has a case; `ground-required`. */
  open: procedure
    .input(certificateRefSchema.extend({ fields: withdrawalFieldsSchema, accepted: acceptedSchema }))
    .output(idInput),
  /** What is left out stays as it is. Refused: `withdrawal-closed` once it is decided or dropped. */
  save: procedure
    .input(idInput.extend({ fields: withdrawalFieldsSchema.partial(), accepted: acceptedSchema }))
    .output(done),
  /**
   * Notes the decision that another body numbered; null, with a reason, takes the note back. Refused: `withdrawal-numbered`
   * where this office's own paper has a number; `conclusion-required`, `decided-before-conclusion`, `day-to-come`.
   */
  decide: procedure
    .input(
      idInput.extend({
        decision: z.object({ number: requiredLineSchema, on: isoDateSchema }).nullable(),
        reason: reasonOrNoneSchema,
      }),
    )
    .output(done),
  /** Closes a case without a withdrawal; null opens it again. */
  drop: procedure.input(idInput.extend({ reason: reasonSchema.nullable() })).output(done),
}

export const aftercareContract = { withdrawals: withdrawalsContract, inspections: inspectionsContract }
