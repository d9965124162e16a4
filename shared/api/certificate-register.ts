import { z } from 'zod'
import { certificateStates, type CertificateClock } from '../domain/certificates/clock.ts'
import type { FilteredRegister } from '../domain/certificates/filter-register.ts'
import type { RegisterEntry } from '../domain/certificates/register.ts'
import type { NationalList } from '../domain/certificates/national-register.ts'
import type { Level } from '../domain/rules/rule-set.ts'
import type { ApplicationKind } from '../domain/session/session-record.ts'
import type { Withdrawal } from './aftercare.ts'
import type { PlaceStanding } from './communes.ts'
import type { Inspection } from './inspections.ts'
import { idSchema, out, procedure, lineSchema, tokenSchema } from './base.ts'

/** A certificate of this file's sessions, or a recognition that an office's list or a round of written opinions tells of (`list`). */
export type RegisteredCertificate = Omit<RegisterEntry, 'decisionYear' | 'validUntil'> &
  Omit<CertificateClock, 'state'> & {
    /** `07/GCN-UBND`; empty where only a list told of it that says none. */
    readonly code: string
    /** As the decision, or the list, called them. */
    readonly productName: string
    readonly producerName: string
    /** As it is printed, `68,50`; empty where nothing is known. */
    readonly score: string
    /** `3163/QĐ-UBND`; may be empty. */
    readonly decision: string
    /** Numbers of the Prime Minister's decisions by which it was evaluated; empty where its day is not known. */
    readonly law: readonly string[]
    /** The year that the product is registered for after this recognition; null where it is not. */
    readonly registeredFor: number | null
    /** The letter that invites its producer to have it evaluated again, the last one; null where none was written. */
    readonly invited: { readonly code: string; readonly issuedOn: string; readonly sentOn: string | null } | null
  }

export type CertificateRegister = Pick<FilteredRegister, 'counts' | 'places'> & {
  /** The day that the states are of. ISO date. */
  readonly day: string
  readonly total: number
  /** `communeNow`: where it stands under another name than that of today. */
  readonly rows: readonly (RegisteredCertificate & { readonly communeNow: string })[]
}

/** What happened to a product, the earliest first; dates are ISO. */
export type ProductEvent =
  | {
      readonly kind: 'registered'
      readonly year: number
      readonly application: ApplicationKind
      readonly filedOn: string | null
      readonly withdrawnOn: string | null
      /** Null for one made by hand. */
      readonly list: ListName | null
    }
  | {
      readonly kind: 'scored'
      readonly on: string
      readonly sessionId: number
      readonly level: Level
      readonly year: number
      readonly round: number
      readonly isLocked: boolean
      /** As it is printed; empty before a ballot counts. */
      readonly mean: string
      readonly star: number
      /** Papers with a number of that session, the product's own notice among them. */
      readonly papers: readonly { readonly kind: string; readonly code: string; readonly issuedOn: string }[]
    }
  | {
      readonly kind: 'recognised'
      readonly certificate: RegisteredCertificate
      /** Null for a certificate of this file, and for what no list told of. */
      readonly list: ListName | null
      readonly sessionId: number | null
      /** The round of written opinions that led to it. */
      readonly writtenRound: WrittenRoundName | null
    }
  /** What a list said by which nothing stands: its row as it stood, on the day on which it was taken. */
  | {
      readonly kind: 'listed'
      readonly on: string
      readonly list: ListName
      /** A later list changed it; else no recognition or registration ever stood by it. */
      readonly isOvertaken: boolean
      readonly cells: readonly string[]
    }
  /** A case of withdrawal, open, decided or dropped. */
  | { readonly kind: 'withdrawal'; readonly withdrawal: Withdrawal }
  /** Whether its logo was used as it should be, or is to be looked at. */
  | { readonly kind: 'inspection'; readonly inspection: Inspection }
  | PackageEvent

/** A package between offices that tells of the product. */
export type PackageEvent = {
  readonly kind: 'package'
  /** The day on which it was sent or taken in. */
  readonly on: string
  readonly packageId: number
  readonly direction: 'sent' | 'received'
  readonly way: 'up' | 'down'
  /** Who made it. */
  readonly office: string
  readonly state: 'sent' | 'taken' | 'refused'
  readonly reason: string
  /** As the council that it tells of found it. */
  readonly mean: string
  readonly star: number
  /** In how many points the council above found otherwise; 0 of a package up. */
  readonly differences: number
}

/** `leftOut`: certificates that have to be seen to first; `day`: of which the states are. */
export type NationalListOfYear = NationalList & { readonly day: string; readonly leftOut: number }

export type ListName = { readonly fileName: string; readonly sender: string }

/** `name`: `1/2026`. */
export type WrittenRoundName = { readonly id: number; readonly name: string }

export type ProductTimeline = PlaceStanding & {
  readonly day: string
  readonly productCode: string
  readonly productName: string
  readonly producerId: number
  readonly producerName: string
  readonly commune: string
  readonly district: string
  readonly events: readonly ProductEvent[]
}

const yearSchema = z.int().min(1900).max(2200)

export const registerFilterSchema = z.object({
  query: lineSchema.optional(),
  /** Left out: all but the superseded. */
  state: z.enum(certificateStates).optional(),
  recognisedIn: yearSchema.optional(),
  lapsesIn: yearSchema.optional(),
  /** `2026-4`. */
  quarter: tokenSchema.optional(),
  star: z.int().min(1).max(5).optional(),
  /** A key of the answer's `places`. */
  place: lineSchema.optional(),
})

export const certificateRegisterContract = {
  /** Every recognition with its state today, in pages. Words are found in code, name, producer and commune, without accents. */
  certificates: procedure
    .input(registerFilterSchema.extend({ limit: z.int().min(1).max(500), offset: z.int().min(0) }))
    .output(out<CertificateRegister>()),
  timeline: procedure.input(z.object({ productId: idSchema })).output(out<ProductTimeline>()),
  /** A year's certificates for the ministry's register (table PTNT_OCOP), with what lacks in them or does not fit. */
  nationalList: procedure.input(z.object({ year: yearSchema })).output(out<NationalListOfYear>()),
  /** The same as a file. Refused: `national-does-not-fit` where a text is longer than its column; nothing is cut. */
  exportNationalList: procedure.input(z.object({ year: yearSchema, format: z.enum(['xlsx', 'csv']) })).output(z.file()),
}
