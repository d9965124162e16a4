import { z } from 'zod'
import type { CaseCode } from '../domain/criteria/criteria-set.ts'
import { dossierStatuses, type DossierStatus } from '../domain/dossiers/read-dossier.ts'
import type { Level } from '../domain/rules/rule-set.ts'
import type { Regulation } from '../domain/scoring/types.ts'
import type {
  AgendaItemState,
  ApplicationKind,
  Approval,
  ExclusionRecord,
  MemberRecord,
  Missing,
  Quorum,
  SessionState,
} from '../domain/session/session-record.ts'
import {
  acceptedSchema,
  caseSchema,
  idSchema,
  isoDateSchema,
  lineSchema,
  longTextSchema,
  itemInput,
  out,
  personNameSchema,
  procedure,
  reasonOrNoneSchema,
  reasonSchema,
  sessionInput,
  textSchema,
  tokenSchema,
} from './base.ts'
import { regulationPatchSchema, regulationSchema } from './councils.ts'
import type { KnownMatch } from './known-match.ts'
import { signInSchema } from './people.ts'
import { undoableSchema } from './undo.ts'

/** Dossiers that one law judges at a meeting; see `FiledLaw`. */
export type FiledLawGroup = {
  readonly ruleSetId: string
  readonly ruleSetTitle: string
  readonly why: 'in-force' | 'transition' | 'over'
  /** Empty where the day of the meeting alone decides. */
  readonly article: string
  /** The last day of the term, ISO. */
  readonly lastDay: string | null
  readonly count: number
  /** The first of them. */
  readonly names: readonly string[]
}

/** A product whose dossier is judged by another rule set than a session's. */
export type OtherLaw = Omit<FiledLawGroup, 'count' | 'names'> & {
  readonly productId: number
  readonly name: string
  /** Null where only the day of being whole is known. */
  readonly filedOn: string | null
  /** ISO day. */
  readonly lodgedBy: string
}

export const applicationKinds = ['new', 'reassessment', 'upgrade'] as const satisfies readonly ApplicationKind[]

export const sessionFieldsSchema = z.object({
  year: z.int().min(2018).max(2100),
  round: z.int().min(1).max(99),
  heldOn: isoDateSchema,
  place: lineSchema,
  /** Points; null = the rule set's. */
  referralThreshold: z.int().min(0).max(100).nullable(),
  regulation: regulationSchema,
})
export type SessionFields = z.infer<typeof sessionFieldsSchema>

const sessionPatchSchema = sessionFieldsSchema.extend({ regulation: regulationPatchSchema }).partial()

export type SessionSummary = {
  readonly id: number
  readonly councilId: number
  readonly councilName: string
  readonly ruleSetId: string
  readonly ruleSetTitle: string
  readonly level: Level
  readonly year: number
  readonly round: number
  readonly heldOn: string
  readonly place: string
  readonly state: SessionState
  readonly productCount: number
}

export type AgendaItem = {
  readonly id: number
  readonly productId: number
  readonly code: string
  readonly productName: string
  readonly producerId: number
  readonly producerName: string
  readonly setNumber: number
  readonly setName: string
  readonly application: ApplicationKind
  readonly criteriaCase: CaseCode | null
  /** The set's form asks for a case (set 26 of QĐ 26/2026). */
  readonly needsCase: boolean
  readonly position: number
  readonly state: AgendaItemState
  readonly round: number
  readonly exclusions: readonly ExclusionRecord[]
  readonly knockouts: readonly KnockoutQuestion[]
  readonly spreadWaiver: string | null
  readonly samplesReceived: number
  readonly dossierStatus: DossierStatus
  readonly dossierNote: string
  /**
   * The registration that says the three above while the session is not locked, with names of what lacks and of what ends before
   * the meeting; null where the item says them itself.
   */
  readonly dossier: {
    readonly registrationId: number
    /** As it is registered, which the agenda may say otherwise. */
    readonly application: ApplicationKind
    readonly lacking: readonly string[]
    readonly expired: readonly string[]
  } | null
  readonly isRevealed: boolean
  readonly criteriaIssues: readonly string[]
}

export type KnockoutQuestion = {
  /** Stable in the sealed form: `dossier-1`, `criterion-1.1`; `other` for a reason in words. */
  readonly key: string
  readonly text: string
  readonly answer: 'unanswered' | 'no' | 'yes'
  readonly reason: string
}

export type SessionDetail = Omit<SessionSummary, 'productCount'> & {
  /** Points; null = the rule set's. */
  readonly referralThreshold: number | null
  readonly openedAt: string | null
  readonly closedAt: string | null
  readonly digest: string | null
  readonly regulation: Regulation
  /** The threshold in force: the session's own or the rule set's; null at the top level. */
  readonly effectiveThreshold: number | null
  readonly members: readonly MemberRecord[]
  readonly agenda: readonly AgendaItem[]
  readonly quorum: Quorum
  /** The product that the room looks at, or null. */
  readonly currentItemId: number | null
  /** Why one person alone keys and verifies, or null. */
  readonly soleOperatorNote: string | null
  /** The chair's, while it holds. */
  readonly approval: Approval | null
}

const itemFactsSchema = z.object({
  application: z.enum(applicationKinds).optional(),
  criteriaCase: caseSchema.nullable().optional(),
  samplesReceived: z.int().min(0).max(999).optional(),
  dossierStatus: z.enum(dossierStatuses).optional(),
  dossierNote: textSchema.optional(),
})

/** What an agenda says of a product beside its points; what is left out stays as it is. */
export type ItemFacts = z.infer<typeof itemFactsSchema>

const listedProductSchema = z.object({
  code: lineSchema,
  name: lineSchema,
  producerName: lineSchema,
  producerKind: lineSchema,
  commune: lineSchema,
  district: lineSchema,
  setNumber: z.int().min(1).max(26).nullable(),
})
/** A product as a list names it; empty for what it does not say. */
export type ListedProduct = z.infer<typeof listedProductSchema>

/** Where a listed product goes on an agenda. */
export type ListedPlace = {
  /** Its item, where it stands there already. */
  readonly agendaItemId: number | null
  /** Null for what is new to the file. */
  readonly match: KnownMatch | null
  /** Of the product of the file that it is (as far as that is sure). */
  readonly setNumber: number | null
  /** The next one of its commune, or in the manner of the agenda's, where the list says none. */
  readonly proposedCode: string
  /** The product's registration says dossier, samples and note. */
  readonly isKeptInDossier: boolean
}

const agendaRowSchema = z.object({
  agendaItemId: idSchema.optional(),
  /** Of the file; with neither this nor an item it is a new product. */
  productId: idSchema.optional(),
  /** Who makes a new one, where the file has the producer. */
  producerId: idSchema.optional(),
  /** What a known product lacks is filled from it. */
  product: listedProductSchema.optional(),
  facts: itemFactsSchema,
  /** Of an item, what is changed as it was before. */
  seen: itemFactsSchema.optional(),
})
export type AgendaRowInput = z.infer<typeof agendaRowSchema>

const exclusionSchema = z.object({ kind: z.enum(['recused', 'absent']), reason: reasonOrNoneSchema }).nullable()
/** Why a member does not score a product; null: the member scores it. */
export type ExclusionInput = z.infer<typeof exclusionSchema>

const knockoutAnswerSchema = z.object({ answer: z.enum(['no', 'yes']), reason: reasonOrNoneSchema })
export type KnockoutAnswerInput = z.infer<typeof knockoutAnswerSchema>

const seatSchema = z.object({
  isPresent: z.boolean(),
  arrivedAt: lineSchema.nullable(),
  leftAt: lineSchema.nullable(),
  /** Kept only for who is absent. */
  absenceReason: reasonOrNoneSchema,
})
const attendanceSchema = seatSchema.partial().extend({ memberId: idSchema })

/** What an open session says otherwise than the lists of members and products, or than its council's page. */
export type DirectoryChange = {
  readonly kind: 'council' | 'member' | 'product'
  /** As the list calls it now. */
  readonly name: string
  /** A member who came to the council after the opening. */
  readonly isNew: boolean
  /** `column` as the file names it. */
  readonly fields: readonly { readonly column: string; readonly session: string; readonly directory: string }[]
}

/** `08:05`, or empty for none. */
const clockSchema = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d)?$/)

const done = z.void()

export const sessionsContract = {
  list: procedure.output(out<readonly SessionSummary[]>()),
  get: procedure.input(sessionInput).output(out<SessionDetail>()),
  /** Level and regulations come from the council; the rule set is sealed into the file. */
  create: procedure
    .input(z.object({ councilId: idSchema, ruleSetId: tokenSchema, fields: sessionFieldsSchema }))
    .output(z.object({ id: idSchema })),
  /** What is left out stays as it is. */
  update: procedure.input(sessionInput.extend({ fields: sessionPatchSchema })).output(done),
  /** Refused (`session-has-ballots`) once a ballot exists. */
  remove: procedure.input(sessionInput).output(done),
  /**
   * What is left out stays as it is. Refused (`left-before-arrival`) where the member would leave before having arrived.
   */
  setAttendance: procedure.input(sessionInput.extend(attendanceSchema.shape)).output(done),
  /** The same of many members at once, all or nothing. Refused: `changed-elsewhere` where one of them is no longer as `seen`. */
  takeAttendance: procedure
    .input(
      sessionInput.extend({
        rows: z
          .array(attendanceSchema.extend({ seen: seatSchema }))
          .min(1)
          .max(500),
      }),
    )
    .output(undoableSchema),
  /**
   * From its opening a session keeps what it says of its council, members and products to itself. What the lists say
   * otherwise now; nothing for a session that is not open.
   */
  directoryChanges: procedure.input(sessionInput).output(out<readonly DirectoryChange[]>()),
  /** Gives an open session what the lists say now. */
  takeOver: procedure.input(sessionInput).output(done),
  /** By which laws the year's dossiers that no agenda has are judged at a meeting of that day. */
  filedLaws: procedure
    .input(z.object({ heldOn: isoDateSchema, year: z.int().min(2013).max(2100) }))
    .output(out<{ readonly groups: readonly FiledLawGroup[]; readonly undated: number }>()),
  /** Of these products those whose dossiers are judged by another rule set than the session's. */
  otherLaw: procedure
    .input(sessionInput.extend({ productIds: z.array(idSchema).min(1) }))
    .output(out<readonly OtherLaw[]>()),
  /**
   * Seals each product's criteria set under the session's rule set. Refused: `other-law` for a product whose dossier is judged
   * by another one (see `otherLaw`), unless somebody says that it is heard here all the same.
   */
  addProducts: procedure
    .input(sessionInput.extend({ productIds: z.array(idSchema).min(1), acceptsOtherLaw: z.boolean().optional() }))
    .output(done),
  removeItem: procedure.input(itemInput).output(done),
  /** All item ids of the session in their new order. */
  orderItems: procedure.input(sessionInput.extend({ ids: z.array(idSchema) })).output(done),
  /** What is left out stays as it is. Refused: `kept-in-dossier` for what the product's registration says. */
  updateItem: procedure.input(itemInput.extend(itemFactsSchema.shape)).output(done),
  /** The same of many products at once, all or nothing. */
  markItems: procedure
    .input(sessionInput.extend({ ids: z.array(idSchema).min(1).max(500), facts: itemFactsSchema }))
    .output(undoableSchema),
  /** What the file and the agenda have of listed products, in their order; writes nothing. */
  placeListed: procedure
    .input(sessionInput.extend({ products: z.array(listedProductSchema).min(1).max(500) }))
    .output(out<readonly ListedPlace[]>()),
  /**
   * Lays a list over the agenda: facts of products that stand on it, then products of the file and new ones, put on it in the
   * list's order. All or nothing. Refused: as `addProducts` and `updateItem`; `changed-elsewhere` where an item is no longer as
   * `seen`.
   */
  takeAgenda: procedure
    .input(
      sessionInput.extend({ rows: z.array(agendaRowSchema).min(1).max(500), acceptsOtherLaw: z.boolean().optional() }),
    )
    .output(undoableSchema),
  /** Recusal, with its reason (`reason-required`), or absence at one product; `kind` null takes it back. */
  setExclusion: procedure
    .input(
      itemInput.extend({
        memberId: idSchema,
        kind: z.enum(['recused', 'absent']).nullable(),
        reason: reasonOrNoneSchema,
      }),
    )
    .output(done),
  /** The same of many members at many products, all or nothing. Refused: `changed-elsewhere` where one is no longer as `seen`. */
  takeExclusions: procedure
    .input(
      sessionInput.extend({
        rows: z
          .array(z.object({ agendaItemId: idSchema, memberId: idSchema, seen: exclusionSchema, to: exclusionSchema }))
          .min(1)
          .max(5000),
      }),
    )
    .output(undoableSchema),
  answerKnockout: procedure
    .input(itemInput.extend({ key: tokenSchema, answer: z.enum(['no', 'yes']), reason: reasonOrNoneSchema }))
    .output(done),
  /** Many answers at once, all or nothing. Refused: `changed-elsewhere` where one is no longer as `seen` (null: unanswered). */
  takeKnockouts: procedure
    .input(
      sessionInput.extend({
        rows: z
          .array(
            z.object({
              agendaItemId: idSchema,
              key: tokenSchema,
              seen: knockoutAnswerSchema.nullable(),
              to: knockoutAnswerSchema,
            }),
          )
          .min(1)
          .max(5000),
      }),
    )
    .output(undoableSchema),
  /** Answers every open question of the item, or of every item of the session, with no. */
  answerNoKnockouts: procedure
    .input(sessionInput.extend({ agendaItemId: idSchema.optional() }))
    .output(undoableSchema.nullable()),
  /** Which product the room looks at; null shows none. */
  setCurrentItem: procedure.input(sessionInput.extend({ agendaItemId: idSchema.nullable() })).output(done),
  /** One person alone must say why nobody else verifies; printed in the minutes. Empty takes it back. */
  setSoleOperator: procedure.input(sessionInput.extend({ note: reasonOrNoneSchema })).output(done),
  /**
   * What the minutes say of the meeting's course: what is named changes, the rest stays. Refused
   * (`ended-before-beginning`) where it would end before it began.
   */
  setMinutes: procedure
    .input(
      sessionInput.extend({
        beganAt: clockSchema.optional(),
        endedAt: clockSchema.optional(),
        endedOn: z.union([isoDateSchema, z.literal('')]).optional(),
        discussion: longTextSchema.optional(),
      }),
    )
    .output(done),
  open: procedure.input(sessionInput).output(done),
  /** What keeps the session from closing; empty when it can. */
  missing: procedure.input(sessionInput).output(out<readonly Missing[]>()),
  /**
   * The chair approves the tally with that digest, at this machine: whoever is signed in as chair, or `by` while somebody
   * else works: a person of the file with role chair, in a file that names nobody a name. Refused: `session-not-ready`,
   * `approval-outdated`, `approver-is-operator`, `not-allowed`, `password-wrong`, `password-wait`.
   */
  approve: procedure
    .input(
      sessionInput.extend({
        digest: tokenSchema,
        by: z.union([signInSchema, z.object({ name: personNameSchema })]).optional(),
      }),
    )
    .output(done),
  /** Locks the session and takes the digest of its tally; refused (`session-not-ready`) while something is missing, `doubtful` before its day or without who presides. */
  close: procedure.input(sessionInput.extend({ accepted: acceptedSchema })).output(z.object({ digest: z.string() })),
  reopen: procedure.input(sessionInput.extend({ reason: reasonSchema })).output(done),
}
