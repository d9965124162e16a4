import { z } from 'zod'
import type { CommuneList, PlannedChange } from '../domain/communes/commune-list.ts'
import type { CommuneChange } from '../domain/communes/index-communes.ts'
import type { KnownCommune } from '../domain/communes/near-communes.ts'
import {
  fileInput,
  idInput,
  idSchema,
  isoDateSchema,
  lineSchema,
  out,
  procedure,
  requiredLineSchema,
  saveInput,
} from './base.ts'

const changeSchema = z.object({
  oldCommune: requiredLineSchema,
  oldDistrict: lineSchema,
  oldProvince: lineSchema,
  newCommune: requiredLineSchema,
  newProvince: lineSchema,
  /** Five figures by QĐ 19/2025/QĐ-TTg, or empty. */
  code: lineSchema,
  fromDay: isoDateSchema,
}) satisfies z.ZodType<CommuneChange>

export type CommuneFields = z.infer<typeof changeSchema>

/** How a product's, or a producer's, place stands; empty where there is nothing to say. */
export type PlaceStanding = {
  /** The commune that its place is today, where it stands under another name. */
  readonly communeNow: string
  /** Where it stood before it was brought to its commune of now. */
  readonly formerly: string
}

export type CommuneRow = CommuneFields & {
  readonly id: number
  /** The last day of the new commune, and of its code; null while it stands. */
  readonly untilDay: string | null
}

export type CommunesPage = {
  /** Of the whole list. */
  readonly count: number
  readonly total: number
  readonly rows: readonly CommuneRow[]
  /** How many products and producers stand under the name of an old commune. */
  readonly toUpdate: number
  /** The last time that they were brought over, with how many still stand so; null where none does. */
  readonly lastUpdate: { readonly at: string; readonly count: number } | null
}

export type CommunePreview = Omit<CommuneList, 'rows'> & { readonly rows: readonly PlannedChange[] }

/** A product or a producer that stands under the name of an old commune. */
export type PlaceToUpdate = {
  readonly kind: 'product' | 'producer'
  readonly id: number
  readonly name: string
  readonly from: { readonly commune: string; readonly district: string; readonly province: string }
  readonly to: { readonly commune: string; readonly province: string }
}

export type PlaceUpdate = {
  /** ISO day whose communes they are. */
  readonly day: string
  readonly rows: readonly PlaceToUpdate[]
  /** Places with a district that the list does not have, or of which it is not sure, with how many stand there. */
  readonly unknown: readonly (KnownCommune & { readonly count: number })[]
  /** Places that stay as they are today and become another commune, `to`, from a later day (ISO) on. */
  readonly later: readonly (KnownCommune & { readonly count: number; readonly to: string; readonly fromDay: string })[]
}

/** What the office's list says of a commune that is typed. */
export type CheckedCommune = {
  /** What may be meant, as the list spells it, or the file where there is no list. */
  readonly near: readonly KnownCommune[]
  /** The one that it is today, where that is another. */
  readonly now: string | null
  /** The one that it becomes by a change that is yet to come; `fromDay`: ISO. */
  readonly later: { readonly commune: string; readonly fromDay: string } | null
}

const counts = z.object({ added: z.int(), changed: z.int(), same: z.int() })

export const communesContract = {
  /** The office's list in pages, by new commune; words are found in any name and in the code, without accents. */
  list: procedure
    .input(z.object({ query: lineSchema.optional(), limit: z.int().min(1).max(500), offset: z.int().min(0) }))
    .output(out<CommunesPage>()),
  /** Refused: `commune-twice`, `commune-code`, `commune-code-taken`, `commune-itself`. */
  save: procedure.input(saveInput(changeSchema, changeSchema.partial())).output(idInput),
  remove: procedure.input(idInput).output(z.void()),
  /** Reads a list of communes and holds it against the office's; writes nothing. Refused: `workbook-unreadable`, `no-list-head`. */
  previewList: procedure.input(fileInput).output(out<CommunePreview>()),
  /** Takes the whole list or nothing. Refused: as above; `list-has-faults`. */
  takeList: procedure.input(fileInput).output(counts),
  /** What bringing all products and producers to their communes of today would change. */
  previewUpdate: procedure.output(out<PlaceUpdate>()),
  update: procedure.output(z.object({ products: z.int(), producers: z.int() })),
  /** Takes the last update back, but for what somebody placed otherwise since. Refused: `not-found`. */
  undoUpdate: procedure.output(z.object({ products: z.int(), producers: z.int() })),
  /**
   * What may be meant by a commune that is typed, as the office's list spells it, or the file but for the named producer; and
   * the one that it is today, and is to be, where that is another.
   */
  check: procedure
    .input(z.object({ commune: lineSchema, district: lineSchema, exceptProducerId: idSchema.optional() }))
    .output(out<CheckedCommune>()),
}
