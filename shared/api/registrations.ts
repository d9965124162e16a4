import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import type { FiledOutside } from '../domain/certificates/filing-time.ts'
import { dossierItemStates, type DossierMark, type DossierReading } from '../domain/dossiers/read-dossier.ts'
import type { DossierItem } from '../domain/dossiers/dossier-rules.ts'
import { registrationStates, type RegistrationState } from '../domain/dossiers/registration-states.ts'
import type { ReportClock } from '../domain/dossiers/report-clock.ts'
import { screeningGrounds, screeningResults } from '../domain/dossiers/screening.ts'
import type { ListName } from './certificate-register.ts'
import {
  acceptedSchema,
  fileInput,
  idInput,
  idSchema,
  isoDateSchema,
  itemInput,
  lineSchema,
  listYearSchema,
  out,
  procedure,
  reasonOrNoneSchema,
  reasonSchema,
  saveInput,
  textSchema,
  tokenSchema,
} from './base.ts'
import type { SavedFile } from './files.ts'
import type { PaperFile } from './paper-file.ts'
import { applicationKinds } from './sessions.ts'

export const sampleEnds = ['', 'tasted', 'returned'] as const

const yearSchema = z.int().min(2013).max(2100)

const changeableSchema = z.object({
  year: yearSchema,
  /** Of the year, as its deadlines count them; null while nobody said. */
  round: z.int().min(1).max(99).nullable(),
  application: z.enum(applicationKinds),
  filedOn: isoDateSchema.nullable(),
  /** The day on which the commune had all of the dossier; null for the day of filing. */
  completeOn: isoDateSchema.nullable(),
  /** That received the dossier; empty for the product's own. */
  commune: lineSchema,
  /** The recognition that is upgraded or evaluated again. */
  renews: z.object({ kind: z.enum(['certificate', 'recognition']), id: idSchema }).nullable(),
  samplesReceived: z.int().min(0).max(999),
  samplesOn: isoDateSchema.nullable(),
  samplesAfter: z.enum(sampleEnds),
  note: textSchema,
  screening: z.enum(screeningResults),
  screenedOn: isoDateSchema.nullable(),
  /** What the idea meets. */
  grounds: z.array(z.enum(screeningGrounds)).max(screeningGrounds.length),
  screeningNote: textSchema,
})

const newSchema = changeableSchema
  .partial()
  .extend({ productId: idSchema, year: yearSchema, application: z.enum(applicationKinds) })

export type RegistrationFields = z.infer<typeof changeableSchema>

const stateSchema = z.enum(dossierItemStates)

const markChangeSchema = z.object({
  /** Null takes back what was said. */
  state: stateSchema.nullable().optional(),
  /** The day that it was received; today where nothing is said of a paper that is marked as received. */
  on: isoDateSchema.nullable().optional(),
  expiresOn: isoDateSchema.nullable().optional(),
  /** Due for what is not needed (`reason-required`). */
  reason: reasonOrNoneSchema.optional(),
  note: textSchema.optional(),
})

export type MarkChange = z.infer<typeof markChangeSchema>

/** A product that is to be evaluated in a year, with how its dossier stands on the day of its next meeting, or today. */
export type RegistrationRow = Pick<RegistrationFields, 'round' | 'application' | 'filedOn' | 'screening'> &
  DossierReading & {
    readonly id: number
    readonly productId: number
    readonly producerId: number
    readonly year: number
    readonly code: string
    readonly productName: string
    readonly producerName: string
    /** That received the dossier, or the product's. */
    readonly commune: string
    readonly district: string
    readonly setNumber: number | null
    /** Day of the next meeting that has it on its agenda; null while none has. */
    readonly meetingOn: string | null
    readonly withdrawnOn: string | null
    readonly samplesReceived: number
    /** How many are due; 0 where none are. */
    readonly samplesDue: number
  }

/** The commune's report, while the law of the dossier gives it a term. */
type Reported = { readonly report: ReportClock | null }

export type RegistrationList = {
  readonly day: string
  readonly year: number | 'all'
  /** Its books are closed: nothing of it changes. */
  readonly isClosed: boolean
  /** That something is registered for, and this one, the latest first. */
  readonly years: readonly number[]
  readonly total: number
  /** `communeNow`: where the commune is another one today. */
  readonly rows: readonly (RegistrationRow & Reported & { readonly communeNow: string })[]
  /** Of those that the other filters let through. */
  readonly counts: {
    readonly state: Readonly<Record<RegistrationState, number>>
    readonly lacking: readonly { readonly item: string; readonly count: number }[]
  }
  readonly places: readonly { readonly key: string; readonly label: string; readonly count: number }[]
  /** Every item that a dossier of the rows may hold, by the law of each. */
  readonly items: readonly Pick<DossierItem, 'key' | 'name' | 'kind'>[]
}

/** `proves`: codes of criteria, those of its paper but for what the office said of this file. */
export type DossierFile = PaperFile & { readonly proves: readonly string[] }

/** The files of a product's dossier of its session's year, as the scoring room asks for them. */
export type ItemEvidence = {
  /** Null for a product that nobody registered in that year. */
  readonly registrationId: number | null
  readonly filesFolder: string
  readonly files: readonly EvidenceFile[]
}

/** `itemName`: the paper that it belongs to; `proves`: criteria of the form that the session scores by. */
export type EvidenceFile = DossierFile & { readonly item: string; readonly itemName: string }

/** Whose dossiers are packed: one, those of an agenda, or those of a year. */
const dossiersOfSchema = z.union([
  z.object({ registrationId: idSchema }),
  z.object({ sessionId: idSchema }),
  z.object({ year: yearSchema }),
])
export type DossiersOf = z.infer<typeof dossiersOfSchema>

const packEventSchema = z.discriminatedUnion('kind', [
  /** `name`: what is packed; `done` of `of` are. */
  z.object({ kind: z.literal('progress'), done: z.int(), of: z.int(), name: z.string() }),
  /** `missing`: files that lie nowhere; `altered`: files that are otherwise than when they came. The zip names them. */
  z.object({
    kind: z.literal('done'),
    id: idSchema,
    fileName: z.string(),
    bytes: z.int(),
    missing: z.int(),
    altered: z.int(),
  }),
])
export type DossierPackEvent = z.infer<typeof packEventSchema>

/** Another dossier of the same producer, of any year. */
export type OtherDossier = {
  readonly id: number
  readonly year: number
  readonly code: string
  readonly productName: string
}

/** `sharedWith`: ids of the producer's other dossiers that have the same file for the same paper. */
export type SharedFile = DossierFile & { readonly sharedWith: readonly number[] }

export type DossierLine = Omit<DossierMark, 'item'> &
  Pick<DossierItem, 'key' | 'name' | 'kind' | 'from' | 'requirement' | 'article' | 'count'> & {
    /** False for a paper that was noted under another decision and that this one does not name. */
    readonly isOfLaw: boolean
    readonly isLacking: boolean
    readonly isExpired: boolean
    /** Codes of the criteria of the product's set that it proves. */
    readonly proves: readonly string[]
    readonly files: readonly SharedFile[]
    /** Files of the same paper in the producer's other dossiers, which this one lacks; of equal ones the latest dossier's. */
    readonly offered: readonly { readonly fileId: number; readonly registrationId: number; readonly name: string }[]
  }

/** What a registration renews, or could renew. */
export type RenewedRecognition = {
  readonly kind: 'certificate' | 'recognition'
  readonly id: number
  readonly star: number | null
  readonly decision: string
  /** ISO date, or a year; null where nothing is known. */
  readonly decidedOn: string | null
  readonly validUntil: string | null
}

/** One registration with its product, producer, dossier and files. */
/** That a dossier to be evaluated again came outside the days for it. */
export type FilingNote = FiledOutside & {
  /** That says the days. */
  readonly article: string
}

export type RegistrationDetail = RegistrationRow &
  Reported &
  Omit<RegistrationFields, 'renews' | 'commune'> & {
    readonly day: string
    /** The books of its year are closed: nothing of it changes. */
    readonly isClosed: boolean
    /** As it was said; empty for the product's own. */
    readonly receivedBy: string
    /** Null where it came within the days for it, or nothing is known of them. */
    readonly filing: FilingNote | null
    readonly renews: RenewedRecognition | null
    readonly recognitions: readonly RenewedRecognition[]
    readonly withdrawalReason: string
    readonly producer: {
      readonly kind: string
      readonly representative: string
      readonly phone: string
      readonly address: string
    }
    /** Null for one made by hand. */
    readonly list: ListName | null
    /** Of the law that the dossier follows. */
    readonly ruleSetTitle: string
    /** The law of the day on which it was lodged, where it follows another one; `lastDay`: of the time that was left for the former. */
    readonly formerLaw: {
      readonly ruleSetTitle: string
      readonly lodgedBy: string
      readonly lastDay: string | null
      readonly article: string
    } | null
    /** What the data of that law are unsure of. */
    readonly issues: readonly string[]
    readonly items: readonly DossierLine[]
    /** Not withdrawn, the latest year first. */
    readonly others: readonly OtherDossier[]
    /** Criteria of the product's form by that law, that a file may be said to prove; none where the set is not known. */
    readonly criteria: readonly { readonly code: string; readonly title: string }[]
    readonly sessions: readonly {
      readonly sessionId: number
      readonly agendaItemId: number
      readonly heldOn: string
      readonly round: number
      readonly isLocked: boolean
    }[]
    /** Rounds of written opinions that it is in; `recognised`: their decision recognised it again. */
    readonly rounds: readonly {
      readonly roundId: number
      /** `1/2026` */
      readonly round: string
      readonly sentOn: string
      readonly state: 'asked' | 'recognised' | 'to-meeting'
    }[]
    /** Name of the folder beside the workspace that keeps the files. */
    readonly filesFolder: string
  }

/** What lacks in the dossiers of this year and of the one before, the nearest meeting first. */
export type LackingDossiers = {
  /** Only years with such dossiers, the later first. */
  readonly years: readonly { readonly year: number; readonly count: number }[]
  readonly rows: readonly Pick<
    RegistrationRow,
    'id' | 'year' | 'productName' | 'status' | 'lacking' | 'expired' | 'meetingOn' | 'application'
  >[]
}

const done = z.void()

export const registrationsContract = {
  /** Registrations of a year in pages. Words are found in code, name, producer and commune, without accents. */
  list: procedure
    .input(
      z.object({
        /** Left out: the year that it is now. */
        year: listYearSchema.optional(),
        query: lineSchema.optional(),
        /** Left out: all but withdrawn ones. */
        state: z.enum(registrationStates).optional(),
        /** Key of an item that lacks. */
        lacks: tokenSchema.optional(),
        /** A key of the answer's `places`. */
        place: lineSchema.optional(),
        limit: z.int().min(1).max(500),
        offset: z.int().min(0),
      }),
    )
    .output(out<RegistrationList>()),
  /** With the state of each file as it lies on the disk. */
  get: procedure.input(idInput).output(out<RegistrationDetail>()),
  /**
   * Dossiers that nobody checked, that lack something or hold what ends before their meeting: of this year, and of the last until
   * its books are closed.
   */
  lacking: procedure.input(z.object({ most: z.int().min(1).max(50) })).output(out<LackingDossiers>()),
  /**
   * Registers a product for a year, or changes a registration. Refused: `already-registered` where the product has one in that
   * year, withdrawn or not; `not-found` for a recognition of another product, `complete-before-filed`; `doubtful` where a day is changed.
   */
  save: procedure
    .input(saveInput(newSchema, changeableSchema.partial()).and(z.object({ accepted: acceptedSchema })))
    .output(idInput),
  /** Null takes the withdrawal back. */
  withdraw: procedure.input(idInput.extend({ reason: reasonSchema.nullable() })).output(done),
  /** Notes what came, of each of these items in each of these dossiers. Refused: `reason-required`, `registration-withdrawn`. */
  mark: procedure
    .input(
      z.object({
        ids: z.array(idSchema).min(1).max(2000),
        items: z.array(tokenSchema).min(1).max(60),
        change: markChangeSchema,
      }),
    )
    .output(done),
  /**
   * Copies a paper's file into the folder beside the workspace; the paper counts as received. Refused: `paper-file-kind`,
   * `paper-file-too-large`, `paper-file-known` where it has the file under another name, `too-many-paper-files`, and what a disk
   * refuses.
   */
  addFile: procedure.input(idInput.extend({ item: tokenSchema, file: fileInput.shape.file })).output(idInput),
  /**
   * Takes a file of a dossier into others of the same producer, for the same paper, which counts as received there; one that
   * has it is left. Refused: `not-found` for another producer's, `registration-withdrawn`, `paper-file-missing` where the file is
   * gone or altered, `too-many-paper-files`, and what a disk refuses.
   */
  shareFile: procedure
    .input(z.object({ fileId: idSchema, registrationIds: z.array(idSchema).min(1).max(200) }))
    .output(done),
  /** Takes the file out of the dossier; its copy stays in the folder. */
  removeFile: procedure.input(idInput).output(done),
  /** Of a product on an agenda. */
  evidence: procedure.input(itemInput).output(out<ItemEvidence>()),
  /** Says of each of these files whether it proves each of these criteria. Refused: `registration-withdrawn`, `not-found` for what is no code. */
  prove: procedure
    .input(
      z.object({
        fileIds: z.array(idSchema).min(1).max(500),
        criteria: z.array(tokenSchema).min(1).max(60),
        proves: z.boolean(),
      }),
    )
    .output(done),
  /**
   * Packs every file of dossiers with their indexes and a list of SHA-256. Who stops listening cancels it, and nothing is left
   * of it. Refused: `no-dossiers`, `pack-too-large`, and what a disk refuses.
   */
  pack: procedure.input(dossiersOfSchema).output(eventIterator(packEventSchema)),
  /** Asks where the last pack goes; null where the person left it unsaved. Refused: `batch-gone`, `host-cannot` in a browser. */
  copyPack: procedure.input(idInput).output(out<SavedFile | null>()),
  /** The same, for a browser. Refused: `batch-gone`. */
  takePack: procedure.input(idInput).output(z.file()),
  /** With the system's program. Refused: `paper-file-missing`, `no-program-for-file`, `host-cannot` in a browser. */
  viewFile: procedure.input(idInput).output(done),
  /** Its bytes, for a browser. Refused: `paper-file-missing`. */
  takeFile: procedure.input(idInput).output(z.file()),
}
