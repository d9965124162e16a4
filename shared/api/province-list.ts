import { z } from 'zod'
import { correctableFields, provinceFields, type ProvinceField } from '../domain/session/province-fields.ts'
import { fileInput, idSchema, lineSchema, out, procedure } from './base.ts'

export type ProvinceColumn = {
  /** 1-based. */
  readonly column: number
  /** Its heading, the group above it first: `Chủ thể – Tên`. */
  readonly head: string
  /** Null is left as it is. */
  readonly field: ProvinceField | null
  /** A person chose it for a heading of these words before, or the words propose it. */
  readonly source: 'remembered' | 'proposed' | 'none'
}

export type ActiveKind = 'macros' | 'links' | 'objects' | 'queries' | 'calls'

/** What the province's file would run or fetch where it is opened; kept as it is, never run here. */
export type ActiveContent = {
  readonly kind: ActiveKind
  /** The first part, address or sheet that is it, to be shown; at most 80 characters. */
  readonly place: string
}

/** How the list stands in the province's workbook. */
export type ProvinceLayout = {
  readonly sheet: string
  /** The last row of the head; 1-based. */
  readonly headRow: number
  /** Rows that hold products already, such as last year's. */
  readonly filledRows: number
  /** Of a list that is parted, the rows that head its groups. */
  readonly groups: readonly { readonly row: number; readonly title: string }[]
  readonly columns: readonly ProvinceColumn[]
  /** Each kind once. */
  readonly active: readonly ActiveContent[]
}

/** What filling a list changes besides, or may mislead in; told before the file is saved. */
export type ListNote = {
  /**
   * Merged cells that are parted, moved down or made longer; formulas with an address in a text, or with rows as numbers,
   * which no program moves along; what stands beside the list and is parted; formulas elsewhere that show the list row by row;
   * comments on rows of products that go; filters over the list.
   */
  readonly kind:
    | 'merges-parted'
    | 'merges-moved'
    | 'merges-longer'
    | 'side-parted'
    | 'rows-single'
    | 'rows-quoted'
    | 'rows-counted'
    | 'comments-kept'
    | 'filtered'
  /** Some of the places, as the file came: `A3:A6`, `Biểu 01!G11`, a name. */
  readonly places: readonly string[]
  /** How many there are. */
  readonly count: number
}

export type ProvinceDifference = {
  readonly agendaItemId: number
  readonly code: string
  readonly productName: string
  /** Row of the returned workbook. */
  readonly row: number
  readonly field: ProvinceField
  readonly head: string
  /** As shown: decimal comma, dd/mm/yyyy; empty for nothing. */
  readonly ours: string
  readonly theirs: string
  readonly isCorrectable: boolean
}

export type ProvinceComparison = {
  readonly differences: readonly ProvinceDifference[]
  /** Products that the returned workbook lacks. */
  readonly missing: readonly { readonly agendaItemId: number; readonly code: string; readonly productName: string }[]
  /** Rows that name no product of this list. */
  readonly unknown: readonly { readonly row: number; readonly text: string }[]
  /** Rows that were matched. */
  readonly matched: number
}

const fieldSchema = z.enum(provinceFields)

export const provinceListContract = {
  /** Finds the head and proposes a field for each column; writes nothing. Refused: `workbook-unreadable`, `no-list-head`. */
  layout: procedure.input(fileInput).output(out<ProvinceLayout>()),
  /**
   * The same workbook with the referred products in it; remembers the columns for the next list of such headings. Rows that
   * hold products already are replaced where `clears` says so. Refused: `list-has-rows` where it does not; `list-groups` for
   * products that no group of a parted list names, which go to the group in row `restAt` where one is chosen;
   * `list-merged`, `list-adds-cells`, `list-across-sheets`, `list-array`, `list-rows` for lists that rows cannot be put into.
   */
  fillIn: procedure
    .input(
      z.object({
        sessionId: idSchema,
        file: z.file(),
        columns: z.array(z.object({ column: z.int().min(1).max(16_384), field: fieldSchema.nullable() })).max(500),
        clears: z.boolean().optional(),
        restAt: z.int().min(1).nullable().optional(),
      }),
    )
    .output(z.object({ file: z.file(), notes: out<readonly ListNote[]>() })),
  /** What a returned workbook says otherwise than the record, row by row; writes nothing. */
  compare: procedure.input(z.object({ sessionId: idSchema, file: z.file() })).output(out<ProvinceComparison>()),
  /** Takes over the corrections that a person accepted, all or none. */
  accept: procedure
    .input(
      z.object({
        sessionId: idSchema,
        corrections: z
          .array(z.object({ agendaItemId: idSchema, field: z.enum(correctableFields), value: lineSchema }))
          .min(1)
          .max(20_000),
      }),
    )
    .output(z.object({ products: z.int() })),
}
