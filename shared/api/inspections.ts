import { z } from 'zod'
import type { InspectionItem } from '../domain/aftercare/aftercare-rules.ts'
import {
  commitmentStates,
  inspectionAnswers,
  inspectionStates,
  type CommitmentState,
  type InspectionAnswer,
  type InspectionState,
} from '../domain/aftercare/inspection-state.ts'
import {
  acceptedSchema,
  fileInput,
  idInput,
  idSchema,
  isoDateSchema,
  lineSchema,
  listYearSchema,
  out,
  procedure,
  requiredLineSchema,
  saveInput,
  textSchema,
  tokenSchema,
} from './base.ts'
import { certificateRefSchema, type CertificateRef } from './certificate-ref.ts'
import type { PaperFile } from './paper-file.ts'

const yearSchema = z.int().min(1900).max(2200)

const routeFieldsSchema = z.object({
  name: requiredLineSchema,
  startsOn: isoDateSchema.nullable(),
  endsOn: isoDateSchema.nullable(),
  /** One a line, by role and office. */
  participants: textSchema,
  /** The document that orders it. */
  basis: lineSchema,
})

export type RouteFields = z.infer<typeof routeFieldsSchema>

const inspectionFieldsSchema = z.object({
  /** Null while nobody was there. */
  inspectedOn: isoDateSchema.nullable(),
  place: lineSchema,
  /** One a line, by role and office; empty for those of the route. */
  participants: textSchema,
  /** Who stood for the producer, by role. */
  producerSide: lineSchema,
  /** In words; empty for none. */
  violations: textSchema,
  producerOpinion: textSchema,
})

export type InspectionFields = z.infer<typeof inspectionFieldsSchema>

const findingSchema = z.object({ item: tokenSchema, answer: z.enum(inspectionAnswers).nullable(), remark: lineSchema })

const commitmentFieldsSchema = z.object({ what: requiredLineSchema, dueOn: isoDateSchema })
export type CommitmentFields = z.infer<typeof commitmentFieldsSchema>

const settlementSchema = z.object({ outcome: z.enum(['kept', 'broken']), on: isoDateSchema, remark: lineSchema })
export type Settlement = z.infer<typeof settlementSchema>

/** Days that a visit takes and who goes on it, with the certificates that it goes to. */
export type InspectionRoute = RouteFields & {
  readonly id: number
  readonly year: number
  /** Of its inspections. */
  readonly counts: Readonly<Record<InspectionState, number>>
}

export type Finding = { readonly item: string; readonly answer: InspectionAnswer; readonly remark: string }

export type Commitment = CommitmentFields & {
  readonly id: number
  readonly state: CommitmentState
  readonly settlement: Settlement | null
}

/** An inspection with what it is about, as its recognition calls it. */
export type Inspection = InspectionFields &
  CertificateRef & {
    /** `id` is the certificate's or the recognition's. */
    readonly inspectionId: number
    readonly year: number
    /** Null for one outside every route. */
    readonly routeId: number | null
    readonly routeName: string
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
    /** The first day on which the certificate is no longer valid; null where it is not known. */
    readonly lapsesOn: string | null
    /** On the day of the inspection, or today while nobody was there. */
    readonly standing: 'in-force' | 'grace' | 'prolonged' | 'lapsed' | 'withdrawn' | 'to-come' | 'starless' | 'unknown'
    /** The last day of its validity where a result is awaited, of one whose standing is `grace`. */
    readonly graceUntil: string | null
    readonly state: InspectionState
    readonly findings: readonly Finding[]
    /** Items of the checklist without an answer. */
    readonly unanswered: number
    readonly commitments: readonly Commitment[]
    /** The case of withdrawal on the certificate; null for none. */
    readonly withdrawalId: number | null
  }

export type InspectionList = {
  readonly day: string
  readonly year: number | 'all'
  /** That have any, and this one, the latest first. */
  readonly years: readonly number[]
  readonly routes: readonly InspectionRoute[]
  readonly total: number
  readonly rows: readonly Inspection[]
  /** Ids of all that were found, beyond the page too. */
  readonly ids: readonly number[]
  /** Of the year and the route; commitments of every year. */
  readonly counts: {
    readonly state: Readonly<Record<InspectionState, number>>
    readonly commitments: Readonly<Record<CommitmentState, number>>
    /** Of the year, outside every route. */
    readonly unrouted: number
  }
}

/** One inspection with the checklist of its day and its files. */
export type InspectionDetail = Inspection & {
  readonly day: string
  readonly items: readonly InspectionItem[]
  readonly ruleSetTitle: string
  readonly issues: readonly string[]
  /** What the route says, where the inspection itself does not. */
  readonly routeParticipants: string
  readonly files: readonly PaperFile[]
  /** Name of the folder beside the workspace that keeps them. */
  readonly filesFolder: string
}

/** A commitment with whose it is. */
export type CommitmentRow = Commitment &
  Pick<Inspection, 'inspectionId' | 'productId' | 'productName' | 'producerName' | 'commune' | 'inspectedOn'>

export type CommitmentList = {
  readonly day: string
  readonly rows: readonly CommitmentRow[]
  readonly counts: Readonly<Record<CommitmentState, number>>
}

const done = z.void()
const idsSchema = z.array(idSchema).min(1).max(2000)

export const inspectionsContract = {
  /** Inspections of a year, or of all, in pages, violations first. Words are found in product, producer and commune, without accents. */
  list: procedure
    .input(
      z.object({
        /** Left out: the year that it is now. */
        year: listYearSchema.optional(),
        /** `none`: outside every route; left out: all. */
        route: z.union([idSchema, z.literal('none')]).optional(),
        state: z.enum(inspectionStates).optional(),
        query: lineSchema.optional(),
        limit: z.int().min(1).max(500),
        offset: z.int().min(0),
      }),
    )
    .output(out<InspectionList>()),
  /** With the state of each file as it lies on the disk. */
  get: procedure.input(idInput).output(out<InspectionDetail>()),
  /** Commitments of every year, the most pressing first. */
  commitments: procedure.input(z.object({ state: z.enum(commitmentStates).optional() })).output(out<CommitmentList>()),
  /** A route stays in its year. Refused: `route-ends-before-start`; `duplicate-route` for a name that the year has. */
  saveRoute: procedure
    .input(saveInput(routeFieldsSchema.extend({ year: yearSchema }), routeFieldsSchema.partial()))
    .output(idInput),
  /** With what is only planned in it. Refused: `route-in-use` once one of its products was inspected. */
  removeRoute: procedure.input(idInput).output(done),
  /**
   * Puts certificates on a route, or outside every one; lapsed and withdrawn ones too. One that is on the route already, or that
   * has an inspection outside every route that nobody made yet, stays as it is: its id is among the answer's too.
   */
  add: procedure
    .input(z.object({ routeId: idSchema.nullable(), certificates: z.array(certificateRefSchema).min(1).max(500) }))
    .output(out<{ readonly ids: readonly number[]; readonly added: number }>()),
  /** Takes what is only planned off again. Refused: `inspection-made`. */
  remove: procedure.input(z.object({ ids: idsSchema })).output(done),
  /** What is left out stays as it is. Refused: `day-to-come`. */
  save: procedure
    .input(idInput.extend({ fields: inspectionFieldsSchema.partial(), accepted: acceptedSchema }))
    .output(done),
  /** Null and no remark take an answer back. */
  answer: procedure.input(idInput.extend(findingSchema.shape)).output(done),
  /**
   * Nothing was found: the day, where none is said yet, and a “yes” to all that has no answer. Refused:
   * `inspection-has-violation`, `day-to-come`.
   */
  markClean: procedure.input(z.object({ ids: idsSchema, on: isoDateSchema, accepted: acceptedSchema })).output(done),
  /** Refused: `due-before-inspection`. */
  saveCommitment: procedure
    .input(saveInput(commitmentFieldsSchema.extend({ inspectionId: idSchema }), commitmentFieldsSchema.partial()))
    .output(idInput),
  removeCommitment: procedure.input(idInput).output(done),
  /** Whether it was kept; null takes that back. Refused: `day-to-come`. */
  settle: procedure
    .input(idInput.extend({ settlement: settlementSchema.nullable(), accepted: acceptedSchema }))
    .output(done),
  /**
   * Copies a photo or paper into the folder beside the workspace. Refused: `paper-file-kind`, `paper-file-too-large`,
   * `too-many-paper-files`, and what a disk refuses.
   */
  addFile: procedure.input(idInput.extend({ file: fileInput.shape.file })).output(idInput),
  /** Takes the file out of the record; its copy stays in the folder. */
  removeFile: procedure.input(idInput).output(done),
  /** With the system's program. Refused: `paper-file-missing`, `no-program-for-file`, `host-cannot` in a browser. */
  viewFile: procedure.input(idInput).output(done),
  /** Its bytes, for a browser. Refused: `paper-file-missing`. */
  takeFile: procedure.input(idInput).output(z.file()),
}
