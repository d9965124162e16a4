import { z } from 'zod'
import type { NearProduct } from '../domain/register/plan-list.ts'
import type { PreviewRow } from '../domain/register/preview-rows.ts'
import { registerFields, type RegisterList } from '../domain/register/register-list.ts'
import { lineSchema, out, procedure, textSchema } from './base.ts'
import { certificateRegisterContract } from './certificate-register.ts'

/** An office's list as it would be taken into the register. */
export type ListPreview = Omit<RegisterList, 'rows'> & {
  readonly rows: readonly PreviewRow[]
  /** Products of the register that one slip of the keys tells from a row's. */
  readonly near: readonly NearProduct[]
}

/** The same as it goes from thread to thread, for `unpackRows`. */
export type PackedPreview = Omit<ListPreview, 'rows'> & { readonly rows: string }

const officeListInput = z.object({
  file: z.file(),
  /** The office that sent it; columns are remembered for it. */
  sender: lineSchema,
  /** Null for the sheet that says the most. */
  sheet: textSchema.nullable(),
  /** Fields that a person chose, by the heading as the preview shows it; null for none. */
  columns: z.array(z.object({ header: textSchema, field: z.enum(registerFields).nullable() })).max(500),
  /** The year that rows without a recognition register for. */
  year: z.int().min(2013).max(2100),
})

export type OfficeListInput = z.infer<typeof officeListInput>

export const registerContract = {
  /** Offices whose lists were taken before, the latest first. */
  listSenders: procedure.output(out<readonly string[]>()),
  ...certificateRegisterContract,
  /** Reads an office's list and holds it against the register; writes nothing. Refused: `workbook-unreadable`, `no-list-head`. */
  previewList: procedure.input(officeListInput).output(out<PackedPreview>()),
  /**
   * Takes the whole list or nothing. Refused: as above; `list-has-faults` where a row is faulty; `list-has-doubts` where rows
   * are doubtful and nobody said that they were looked at.
   */
  takeList: procedure
    .input(officeListInput.extend({ acceptsDoubts: z.boolean() }))
    .output(z.object({ added: z.int(), changed: z.int(), same: z.int() })),
}
