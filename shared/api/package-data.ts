import { z } from 'zod'
import type { PackageResult, PackageSession } from '../domain/packages/package-result.ts'
import { isoDateSchema, levelSchema, lineSchema, requiredLineSchema, textSchema } from './base.ts'

// What is in a `.ocop-goi`, as it is written and checked: `docs/package-format.md`.

/** Grows with a change that programs of before would misread. */
export const packageFormat = 1

const hexSchema = (letters: number) => z.string().regex(new RegExp(`^[0-9a-f]{${letters}}$`))

export const packageManifestSchema = z.object({
  format: z.literal(packageFormat),
  /** Results that go up with the products, or that come down for them. */
  kind: z.enum(['up', 'down']),
  /** Of this package among all. */
  id: hexSchema(32),
  office: requiredLineSchema,
  /** ISO time. */
  madeAt: z.iso.datetime(),
  program: lineSchema,
  /** The office's public key (Ed25519). */
  key: hexSchema(64),
  parts: z
    .array(z.object({ name: z.string().min(1).max(300), size: z.int().nonnegative(), sha256: hexSchema(64) }))
    .min(1)
    .max(500),
})

export type PackageManifest = z.infer<typeof packageManifestSchema>

const countSchema = z.int().min(0).max(10_000)
const meanSchema = z.object({ sum: z.int().min(0).max(1_000_000), count: countSchema })
const starSchema = z.union([0, 1, 2, 3, 4, 5].map((star) => z.literal(star as PackageResult['star'])))

const sessionSchema = z.object({
  level: levelSchema,
  year: z.int().min(2013).max(2100),
  round: z.int().min(1).max(100),
  heldOn: isoDateSchema,
  council: lineSchema,
  province: lineSchema,
  district: lineSchema,
  ruleSetId: lineSchema,
  ruleSetTitle: lineSchema,
  threshold: z.int().min(0).max(100).nullable(),
  floors: z.array(z.int().min(0).max(100)).max(20).readonly(),
  digest: hexSchema(64),
}) satisfies z.ZodType<PackageSession>

const resultSchema = z.object({
  setNumber: z.int().min(1).max(26),
  setName: lineSchema,
  ballots: countSchema,
  mean: meanSchema,
  meanText: lineSchema,
  parts: z.object({ A: meanSchema, B: meanSchema, C: meanSchema }),
  band: starSchema,
  star: starSchema,
  spread: z.int().min(0).max(100),
  rounds: z.int().min(1).max(100),
  isReferred: z.boolean(),
  rejections: z.array(textSchema).max(100).readonly(),
  gates: z
    .array(
      z.object({
        criterion: lineSchema,
        star: z.union([z.literal(3), z.literal(4), z.literal(5)]),
        holds: z.boolean(),
        reachedBy: countSchema,
        ballots: countSchema,
      }),
    )
    .max(200)
    .readonly(),
  conclusion: z.object({ star: starSchema, note: textSchema }).nullable(),
  reasons: textSchema,
}) satisfies z.ZodType<PackageResult>

const rowSchema = z.int().min(1).max(10_000)

const productSchema = z.object({
  /** Counted from 1 within the package; an answer names the product by it. */
  row: rowSchema,
  /** As the session says it; may be empty. */
  code: lineSchema,
  name: requiredLineSchema,
  application: z.enum(['new', 'reassessment', 'upgrade']),
  commune: lineSchema,
  district: lineSchema,
  producer: z.object({
    name: requiredLineSchema,
    kind: lineSchema,
    representative: lineSchema,
    phone: lineSchema,
    address: lineSchema,
  }),
  dossier: z.object({
    status: z.enum(['unchecked', 'complete', 'incomplete']),
    note: textSchema,
    samples: countSchema,
  }),
  result: resultSchema,
})

export type PackageProduct = z.infer<typeof productSchema>

const answerSchema = z.object({
  /** That of the product in the package that is answered. */
  row: rowSchema,
  name: requiredLineSchema,
  producer: requiredLineSchema,
  result: resultSchema,
  /** By which it is recognised; null where it is not, or has no number yet. */
  decision: z.object({ code: requiredLineSchema, issuedOn: isoDateSchema, issuer: lineSchema }).nullable(),
  certificate: z.object({ code: requiredLineSchema, issuedOn: isoDateSchema, expiresOn: isoDateSchema }).nullable(),
})

export type PackageAnswer = z.infer<typeof answerSchema>

const paperSchema = z.object({
  /** Its part in the package. */
  part: z.string().min(1).max(300),
  kind: lineSchema,
  code: lineSchema,
  issuedOn: isoDateSchema.nullable(),
})

export type PackagePaper = z.infer<typeof paperSchema>

const papersSchema = z.array(paperSchema).max(499).readonly()

export const packageDataSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('up'),
    session: sessionSchema,
    products: z.array(productSchema).min(1).max(5000).readonly(),
    papers: papersSchema,
  }),
  z.object({
    kind: z.literal('down'),
    /** Id of the package that it answers. */
    answers: hexSchema(32),
    session: sessionSchema,
    products: z.array(answerSchema).max(5000).readonly(),
    /** Products that were not taken in above, and why. */
    refused: z
      .array(z.object({ row: rowSchema, reason: textSchema }))
      .max(5000)
      .readonly(),
    papers: papersSchema,
  }),
])

export type PackageData = z.infer<typeof packageDataSchema>
export type PackageUp = Extract<PackageData, { kind: 'up' }>
export type PackageDown = Extract<PackageData, { kind: 'down' }>
