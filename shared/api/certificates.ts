import { z } from 'zod'
import { overprintFields, type OverprintLayout } from '../domain/certificates/overprint-layout.ts'
import { idSchema, out, procedure, reasonSchema, requiredLineSchema, sessionInput } from './base.ts'
import type { DocumentChange } from './document-register.ts'
import type { IssuedBatch } from './issued-papers.ts'

/** `sheet`: the whole certificate; `overprint`: only what goes on a pre-printed sheet; `test-page`: its places. */
const certificateForms = ['sheet', 'overprint', 'test-page'] as const

/** Whose decision recognises: a session's, or that of a round of written opinions. */
export const certifiedBySchema = z.union([sessionInput, z.object({ roundId: idSchema })])
export type CertifiedBy = z.infer<typeof certifiedBySchema>

/** A product that the decision recognises, and its certificate. */
export type CertificateEntry = {
  /** Of the agenda, or of the round. */
  readonly itemId: number
  readonly productCode: string
  readonly productName: string
  readonly producerName: string
  readonly star: number
  /** False for one that was numbered and lost its star since: nothing is printed of it but what was issued. */
  readonly isCertified: boolean
  /** Null until it has a number. */
  readonly certificate: {
    readonly id: number
    /** `07/GCN-UBND`. */
    readonly code: string
    readonly decisionCode: string
    /** ISO dates; it lapses on the second. */
    readonly issuedOn: string
    readonly expiresOn: string
    /** How often it was printed; from the second time on it says so. */
    readonly prints: number
    readonly lastPrintedAt: string | null
    /** When the data moved on, ISO time; null while the certificate still says what the record says. */
    readonly staleSince: string | null
    readonly changes: readonly DocumentChange[]
    /** When the session was unlocked first after it was numbered, ISO time; null where it was not, and of a round. */
    readonly reopenedAt: string | null
  } | null
}

/** `session-not-locked`, `round-open`: results can change still; `decision-not-numbered`: none recognises yet. */
export type CertificatesBlocked = 'session-not-locked' | 'round-open' | 'decision-not-numbered' | 'nothing-to-certify'

export type CertificateList = {
  /** Why no number can be given now, or null. */
  readonly blocked: CertificatesBlocked | null
  readonly decisionCode: string | null
  readonly symbol: string
  readonly nextNumber: number
  /** In the order of the decision's annex: highest star first; numbered products that lost it come last. */
  readonly entries: readonly CertificateEntry[]
  /** What is kept, in the order in which it was numbered. */
  readonly batches: readonly IssuedBatch[]
}

const millimetres = z.number().min(-20).max(300)
const placeSchema = z.object({
  x: millimetres,
  y: millimetres,
  width: z.number().min(5).max(297),
  size: z.number().min(5).max(60),
  align: z.enum(['left', 'center', 'right']),
  isBold: z.boolean(),
  isPrinted: z.boolean(),
})
const shiftSchema = z.number().min(-20).max(20)
const layoutSchema = z.object({
  shiftX: shiftSchema,
  shiftY: shiftSchema,
  fields: z.record(z.enum(overprintFields), placeSchema),
}) satisfies z.ZodType<OverprintLayout>

export const certificatesContract = {
  list: procedure.input(certifiedBySchema).output(out<CertificateList>()),
  /** Numbers every product that has no certificate yet, in the order of the list, from `firstNumber` on. */
  enter: procedure
    .input(certifiedBySchema.and(z.object({ firstNumber: z.int().min(1).max(99_999), symbol: requiredLineSchema })))
    .output(out<{ count: number }>()),
  /** The number stays taken; the product can be given another. */
  void: procedure.input(z.object({ id: idSchema, reason: reasonSchema })),
  layout: procedure.input(certifiedBySchema).output(out<OverprintLayout>()),
  /** Kept for its council; null goes back to the places shipped. */
  saveLayout: procedure.input(certifiedBySchema.and(z.object({ layout: layoutSchema.nullable() }))),
  /** The very bytes that are printed, for one or a few products. Not counted as a print. */
  render: procedure
    .input(
      certifiedBySchema.and(
        z.object({ form: z.enum(certificateForms), itemIds: z.array(idSchema).max(20).optional() }),
      ),
    )
    .output(z.file()),
}
