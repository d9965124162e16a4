import { z } from 'zod'
import { idInput, idSchema, lineSchema, out, procedure, requiredLineSchema } from './base.ts'
import type { PlaceStanding } from './communes.ts'
import { mergeInput, type MergePreview } from './merges.ts'
import type { Product } from './products.ts'

const producerFieldsSchema = z.object({
  name: requiredLineSchema,
  kind: lineSchema,
  representative: lineSchema,
  phone: lineSchema,
  address: lineSchema,
  commune: lineSchema,
  /** As it was before the mergers of 1/7/2025. */
  district: lineSchema,
  province: lineSchema,
  /** What it was called besides, by lists or before it was renamed. */
  aliases: z.array(requiredLineSchema).max(50),
})
export type ProducerFields = z.infer<typeof producerFieldsSchema>

export type ProducerSummary = Pick<ProducerFields, 'name' | 'kind' | 'commune' | 'district' | 'province' | 'phone'> & {
  readonly id: number
  readonly products: number
}

export type Producer = ProducerFields &
  PlaceStanding & {
    readonly id: number
    readonly products: readonly Product[]
    /** Producers of the file that may be the same one, by name. */
    readonly alike: readonly ProducerSummary[]
  }

export const producersContract = {
  /** Accent-insensitive search over name, kind, place, representative and telephone; sorted by name, paged. */
  list: procedure
    .input(z.object({ query: lineSchema.optional(), limit: z.int().min(1).max(500), offset: z.int().min(0) }))
    .output(out<{ readonly total: number; readonly producers: readonly (ProducerSummary & PlaceStanding)[] }>()),
  get: procedure.input(idInput).output(out<Producer>()),
  /** A name of before stays among the aliases. What an opened session says of it stays as it was. */
  save: procedure.input(z.object({ id: idSchema, fields: producerFieldsSchema.partial() })).output(z.void()),
  previewMerge: procedure.input(mergeInput).output(out<MergePreview>()),
  /** Of two records that are one producer: products and names of `fromId` become `intoId`'s. */
  merge: procedure.input(mergeInput).output(z.void()),
  /** Refused (`in-use`) while it has products. */
  remove: procedure.input(idInput).output(z.void()),
}
