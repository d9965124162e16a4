import { z } from 'zod'
import { idInput, idSchema, out, procedure, requiredLineSchema, lineSchema, saveInput } from './base.ts'

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

export type Product = ProductFields & {
  readonly id: number
  /** Sessions whose agenda holds it. */
  readonly sessionCount: number
  /** Its last concluded star; null where none. */
  readonly lastStar: number | null
  readonly hasPicture: boolean
}

export const productsContract = {
  /** Accent-insensitive search over code, name, producer and commune; sorted by code, paged. */
  list: procedure
    .input(
      z.object({
        query: lineSchema.optional(),
        setNumber: z.int().optional(),
        /** Only those that no agenda takes yet: without code or set. */
        isIncomplete: z.boolean().optional(),
        /** Leaves out products that are on this session's agenda. */
        notInSessionId: idSchema.optional(),
        limit: z.int().min(1).max(500),
        offset: z.int().min(0),
      }),
    )
    .output(out<{ readonly total: number; readonly products: readonly Product[] }>()),
  get: procedure.input(idInput).output(out<Product>()),
  save: procedure
    .input(saveInput(productFieldsSchema, productFieldsSchema.partial()))
    .output(z.object({ id: idSchema })),
  /** JPEG, PNG or WebP up to 5 MB; null takes the picture away. */
  setPicture: procedure.input(z.object({ id: idSchema, file: z.file().nullable() })).output(z.void()),
  picture: procedure.input(idInput).output(z.file().nullable()),
  /** Refused (`in-use`) while an agenda holds the product. */
  remove: procedure.input(idInput).output(z.void()),
}
