import { z } from 'zod'
import { lineSchema, procedure, requiredLineSchema } from './base.ts'

const tableSchema = z.object({
  /** Heads the sheet, and names the file. */
  title: requiredLineSchema,
  /** Lines below the title: what is counted, of which day. */
  notes: z.array(lineSchema).max(20),
  heads: z.array(lineSchema).min(1).max(60),
  rows: z.array(z.array(z.union([lineSchema, z.number(), z.null()])).max(60)).max(50_000),
})
export type TableToWrite = z.infer<typeof tableSchema>

export const tablesContract = {
  /** What a screen shows as a table, as an Excel workbook: texts stay texts, figures are figures. */
  workbook: procedure.input(tableSchema).output(z.file()),
}
