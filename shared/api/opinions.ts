import { z } from 'zod'
import type { AftercareRules } from '../domain/aftercare/aftercare-rules.ts'
import {
  opinionAnswers,
  type OpinionAnswer,
  type OpinionConclusion,
  type OpinionCounts,
  type OpinionRule,
} from '../domain/opinions/conclude.ts'
import type { OpinionClock } from '../domain/opinions/opinion-clock.ts'
import { sendingKinds, sendingWays, type SendingKind, type SendingWay } from '../domain/opinions/sendings.ts'
import type { Level } from '../domain/rules/rule-set.ts'
import type { MemberRole } from '../domain/session/session-record.ts'
import { certificateRefSchema, type CertificateRef } from './certificate-ref.ts'
import type { FilingNote } from './registrations.ts'
import {
  idInput,
  idSchema,
  isoDateSchema,
  lineSchema,
  out,
  procedure,
  reasonOrNoneSchema,
  reasonSchema,
  requiredLineSchema,
  textSchema,
} from './base.ts'

/** `open`: answers come in; `over`: the day for answers has gone by; `closed`: it is locked; `decided`: and its decision is known. */
export const writtenRoundStates = ['open', 'over', 'closed', 'decided'] as const
export type WrittenRoundState = (typeof writtenRoundStates)[number]

export type WrittenRoundSummary = {
  readonly id: number
  readonly councilName: string
  readonly level: Level
  readonly year: number
  /** In the year, 1-based. */
  readonly number: number
  readonly sentOn: string
  readonly replyBy: string
  readonly state: WrittenRoundState
  readonly closedOn: string | null
  /** Of the authority that recognises; null before it is known. */
  readonly decision: {
    readonly number: string
    readonly on: string
    /** `registered`: drafted here, with a number of this file's register; `typed`: noted as another body gave it. */
    readonly from: 'registered' | 'typed'
  } | null
  readonly memberCount: number
  /** How many products there are of each conclusion. */
  readonly counts: Readonly<Record<OpinionConclusion['state'], number>>
  /** Answers that are waited for, over all products. */
  readonly missing: number
  /** The first day on which the time for one of its products ends. */
  readonly dueOn: string | null
  readonly isLate: boolean
}

export type WrittenMember = {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly position: string
  readonly organisation: string
  readonly role: MemberRole
  /** What was sent, the earliest first. */
  readonly sendings: readonly Sending[]
  /** Products that no answer came about. */
  readonly missing: number
}

export type Sending = {
  readonly id: number
  readonly kind: SendingKind
  readonly sentOn: string
  readonly way: SendingWay
  /** Number of the letter that it went with; empty for none. */
  readonly letter: string
}

export type GivenAnswer = {
  readonly memberId: number
  readonly answer: OpinionAnswer
  readonly on: string
  readonly words: string
  /** It came after the day for answers, and counts all the same. */
  readonly isLate: boolean
}

export type WrittenProduct = {
  /** Of the product in the round. */
  readonly id: number
  readonly productId: number
  readonly registrationId: number | null
  readonly code: string
  readonly name: string
  readonly producerName: string
  readonly commune: string
  readonly district: string
  readonly former: {
    readonly decision: string
    readonly decidedOn: string | null
    readonly lapsesOn: string | null
    readonly star: number | null
  }
  /** Points that are kept; null where the register knows none. */
  readonly score: number | null
  readonly proposedStar: number | null
  readonly advice: string
  readonly completeOn: string | null
  readonly clock: OpinionClock
  readonly answers: readonly GivenAnswer[]
  readonly conclusion: OpinionConclusion
  /** The meeting that takes it instead. */
  readonly session: {
    readonly id: number
    readonly year: number
    readonly round: number
    readonly heldOn: string
  } | null
  /** What the round's decision made of it in the register; null before. */
  readonly recognitionId: number | null
  /** `07/GCN-UBND`, in force; empty for none. */
  readonly certificate: string
}

export type WrittenRound = WrittenRoundSummary &
  OpinionRule & {
    readonly councilId: number
    readonly basis: string
    readonly note: string
    readonly members: readonly WrittenMember[]
    readonly products: readonly WrittenProduct[]
    /** Stars that its council's level recognises. */
    readonly stars: readonly number[]
    readonly rules: NonNullable<AftercareRules['writtenOpinions']>
    readonly ruleSetTitle: string
    readonly issues: readonly string[]
    readonly day: string
    /** Members who agree, differ and so on, over all products. */
    readonly totals: OpinionCounts
  }

/** A product that could be evaluated by written opinions. */
export type OpinionCandidate = {
  readonly registrationId: number
  readonly productId: number
  readonly year: number
  readonly productName: string
  readonly producerName: string
  readonly commune: string
  readonly district: string
  readonly isComplete: boolean
  /** Null where it came within the days for it, or nothing is known of them. */
  readonly filing: FilingNote | null
  /** The round that it is in and that is not decided, as `1/2026`; empty for none. */
  readonly inRound: string
}

const productsSchema = z.object({
  /** Registrations to be evaluated again, with complete dossiers. */
  registrations: z.array(idSchema).max(300),
  /** Certificates, for products that the file has no such registration of. */
  certificates: z.array(certificateRefSchema).max(300),
})

export type OpinionProducts = {
  readonly registrations: readonly number[]
  readonly certificates: readonly CertificateRef[]
}

const percentSchema = z.int().min(1).max(100)

const roundFieldsSchema = z.object({
  sentOn: isoDateSchema,
  replyBy: isoDateSchema,
  answersPercent: percentSchema,
  /** More than half. */
  agreePercent: percentSchema.min(51),
  /** Article of the council's regulations; required where either is less than all. */
  basis: lineSchema,
  note: textSchema,
})
export type WrittenRoundFields = z.infer<typeof roundFieldsSchema>

const productFieldsSchema = z.object({
  proposedStar: z.int().min(3).max(5).nullable(),
  score: z.number().min(0).max(100).nullable(),
  advice: lineSchema,
  completeOn: isoDateSchema.nullable(),
})
export type WrittenProductFields = z.infer<typeof productFieldsSchema>

const answerSchema = z.object({
  /** Both of the round. */
  productId: idSchema,
  memberId: idSchema,
  /** Null takes it back. */
  answer: z.enum(opinionAnswers).nullable(),
  words: lineSchema,
})
export type AnswerToKeep = z.infer<typeof answerSchema>

const done = z.void()

export const opinionsContract = {
  /** The latest first; of a session, those whose products it took. */
  list: procedure.input(z.object({ sessionId: idSchema.optional() })).output(out<readonly WrittenRoundSummary[]>()),
  get: procedure.input(idInput).output(out<WrittenRound>()),
  /** Registrations to be evaluated again of this year and the last, withdrawn ones left out. */
  candidates: procedure.output(out<readonly OpinionCandidate[]>()),
  /**
   * Copies the council's members and the products as they are now. Refused: `no-written-opinions` by the decision in force on
   * the day that it is sent, `level-does-not-score`, `council-continued`, `round-empty`, `reply-before-sent`, and as `addProducts`.
   */
  create: procedure
    .input(productsSchema.extend({ councilId: idSchema, sentOn: isoDateSchema, replyBy: isoDateSchema }))
    .output(idInput),
  /** Refused: `round-closed`, `reply-before-sent`, `basis-required`; `other-year` for a day of another year. */
  save: procedure.input(idInput.extend({ fields: roundFieldsSchema.partial() })).output(done),
  /** Refused: `dossier-incomplete`, `not-reassessment`, `in-other-round`, `in-this-round`. */
  addProducts: procedure.input(productsSchema.extend(idInput.shape)).output(done),
  /** `id`: of the product in the round. Refused: `opinions-answered`. */
  removeProduct: procedure.input(idInput).output(done),
  /** Refused: `opinions-answered` for another star once somebody answered, `star-not-recognised`. */
  saveProduct: procedure.input(idInput.extend({ fields: productFieldsSchema.partial() })).output(done),
  /**
   * Answers as they came. A changed or withdrawn one needs a reason, as does who is not asked (`words`). Refused:
   * `round-closed`, `star-not-proposed`, `answered-before-sent`, `day-to-come`, `reason-required`.
   */
  answer: procedure
    .input(
      idInput.extend({
        answers: z.array(answerSchema).min(1).max(5000),
        on: isoDateSchema,
        reason: reasonOrNoneSchema,
      }),
    )
    .output(done),
  /**
   * Notes that a form, or a reminder, went to members. Refused: `round-closed`, `sent-before-round`, `day-to-come`; for a reminder
   * `reminded-before-form`, `opinions-complete`.
   */
  noteSent: procedure
    .input(
      idInput.extend({
        /** Of the round. */
        members: z.array(idSchema).min(1).max(300),
        kind: z.enum(sendingKinds),
        on: isoDateSchema,
        way: z.enum(sendingWays),
        letter: lineSchema,
      }),
    )
    .output(done),
  /** `id`: of what was noted by mistake. Refused: `round-closed`. */
  removeSent: procedure.input(idInput.extend({ reason: reasonSchema })).output(done),
  /** Locks a round, or opens it again for a reason. Refused: `opinions-waiting` before the day for answers, `round-decided`. */
  close: procedure.input(idInput.extend({ isClosed: z.boolean(), reason: reasonOrNoneSchema })).output(done),
  /** Puts products that go to a meeting onto a session's agenda, a new one's unless one is named. */
  toSession: procedure
    .input(
      idInput.extend({
        /** Of products in the round. */
        products: z.array(idSchema).min(1).max(300),
        session: z.union([
          z.object({ sessionId: idSchema }),
          z.object({ heldOn: isoDateSchema, place: lineSchema, round: z.int().min(1).max(99) }),
        ]),
      }),
    )
    .output(z.object({ sessionId: idSchema })),
  /**
   * Notes the decision of the authority that recognises, which recognises every product that was agreed on; null, with a reason,
   * takes it back. Refused: `round-open`, `nothing-agreed`, `day-to-come`, `decided-before-answers`, `recognition-in-use`,
   * `round-certified`; `decision-registered` for one that this file's register numbered, which is voided there.
   */
  decide: procedure
    .input(
      idInput.extend({
        decision: z.object({ number: requiredLineSchema, on: isoDateSchema }).nullable(),
        reason: reasonOrNoneSchema,
      }),
    )
    .output(done),
  /** Refused: `opinions-answered`. */
  remove: procedure.input(idInput).output(done),
}
