import { z } from 'zod'
import type { Likeness } from '../domain/register/index-register.ts'
import type { CodeReading } from '../domain/register/product-code.ts'
import type { PlaceStanding } from './communes.ts'
import { mergeInput, type MergePreview } from './merges.ts'
import { idInput, idSchema, out, procedure, requiredLineSchema, lineSchema, longTextSchema, saveInput } from './base.ts'

export const productFieldsSchema = z.object({
  code: requiredLineSchema,
  name: requiredLineSchema,
  producerName: requiredLineSchema,
  /** Loại hình: Hợp tác xã, Doanh nghiệp, Tổ hợp tác, Hộ kinh doanh, … */
  producerKind: lineSchema,
  commune: lineSchema,
  district: lineSchema,
  /** Bộ sản phẩm, 1–26; null where only a list of recognitions told of it. */
  setNumber: z.int().min(1).max(26).nullable(),
})
export type ProductFields = z.infer<typeof productFieldsSchema>

const identitySchema = z.object({
  /** How it came to be. */
  story: longTextSchema,
  /** What of it grows or is made where it comes from. */
  material: longTextSchema,
  /** Knowledge, seed and ways of making it that belong to the place. */
  tradition: longTextSchema,
})
/** What sets a product apart where it comes from (QĐ 26/2026/QĐ-TTg, Điều 7 khoản 2 điểm a); empty where nobody said. */
export type ProductIdentity = z.infer<typeof identitySchema>

export type Product = ProductFields & {
  readonly id: number
  readonly producerId: number
  /** Sessions whose agenda holds it. */
  readonly sessionCount: number
  /** Its latest star, concluded by a council or told by a list; null where none. */
  readonly lastStar: number | null
  readonly hasPicture: boolean
}

export type PlacedProduct = Product & PlaceStanding

const typedSchema = productFieldsSchema
  .omit({ setNumber: true })
  .extend({ code: lineSchema, name: lineSchema, producerName: lineSchema, id: idSchema.optional() })
export type TypedProduct = z.infer<typeof typedSchema>

/** What the file has that may be what somebody types. `same`: by names and place. */
export type Twins = {
  readonly products: readonly (Pick<Product, 'id' | 'code' | 'name' | 'producerName' | 'commune' | 'district'> & {
    readonly why: Likeness | 'same'
  })[]
  /** Of the same name written otherwise, of another kind or place, or one slip away. */
  readonly producers: readonly {
    readonly id: number
    readonly name: string
    readonly kind: string
    readonly commune: string
    readonly district: string
  }[]
}

/** Sets (bộ sản phẩm) that a product may be of, by the law of its day. */
export type SetsOnEntry = {
  /** Of the dossier of its latest registration; today where it has none. ISO date. */
  readonly day: string
  /** Of the law in force that day, such as `QĐ 26/2026`. */
  readonly ruleSetTitle: string
  /** By number; `group` is empty where the law has none. */
  readonly sets: readonly {
    readonly setNumber: number
    readonly name: string
    readonly sector: string
    readonly group: string
  }[]
}

/** `producerId`: a producer of the file that makes it, whatever the name and kind among the fields. */
const saveSchema = z.intersection(
  saveInput(productFieldsSchema, productFieldsSchema.partial()),
  z.object({ producerId: idSchema.optional() }),
)

export const productsContract = {
  /** Accent-insensitive search over code, name, producer and commune; sorted by code, paged. */
  list: procedure
    .input(
      z.object({
        query: lineSchema.optional(),
        setNumber: z.int().optional(),
        /** Only those that no agenda takes yet, without code or set; or, where false, only the others. */
        isIncomplete: z.boolean().optional(),
        /** Leaves out products that are on this session's agenda. */
        notInSessionId: idSchema.optional(),
        limit: z.int().min(1).max(500),
        offset: z.int().min(0),
      }),
    )
    .output(out<{ readonly total: number; readonly products: readonly PlacedProduct[] }>()),
  get: procedure.input(idInput).output(out<PlacedProduct>()),
  /** What the file has already of what is being typed (`id`: of the product that it changes), a few of each. */
  twins: procedure.input(typedSchema).output(out<Twins>()),
  /**
   * What a code says, and the next one of its commune by QĐ 26/2026/QĐ-TTg, null while no product of the commune has one. A code
   * of another shape is told, never refused.
   */
  code: procedure
    .input(z.object({ code: lineSchema, commune: lineSchema, district: lineSchema }))
    .output(out<{ readonly reading: CodeReading; readonly next: string | null }>()),
  /** Of the product `id`, or of one that is not there yet. */
  offeredSets: procedure.input(z.object({ id: idSchema.optional() })).output(out<SetsOnEntry>()),
  save: procedure.input(saveSchema).output(z.object({ id: idSchema })),
  /** JPEG, PNG or WebP within `keptPicture`, which the page makes of what was chosen; null takes the picture away. */
  setPicture: procedure.input(z.object({ id: idSchema, file: z.file().nullable() })).output(z.void()),
  picture: procedure.input(idInput).output(z.file().nullable()),
  identity: procedure.input(idInput).output(out<ProductIdentity>()),
  saveIdentity: procedure.input(z.object({ id: idSchema, fields: identitySchema.partial() })).output(z.void()),
  previewMerge: procedure.input(mergeInput).output(out<MergePreview>()),
  /** Of two records that are one product: everything of `fromId` becomes `intoId`'s. Refused: `merge-conflict`. */
  merge: procedure.input(mergeInput).output(z.void()),
  /** Refused (`in-use`) while an agenda holds the product. */
  remove: procedure.input(idInput).output(z.void()),
}
