import { z } from 'zod'
import { idInput, lineSchema, procedure, requiredLineSchema } from './base.ts'

const tableHeadSchema = z.object({
  /** Heads the sheet, and names the file. */
  title: requiredLineSchema,
  /** Lines below the title: what is counted, of which day. */
  notes: z.array(lineSchema).max(20),
  heads: z.array(lineSchema).min(1).max(60),
})
export type TableHead = z.infer<typeof tableHeadSchema>

const rowSchema = z.array(z.union([lineSchema, z.number(), z.null()])).max(60)
export type TableRow = z.infer<typeof rowSchema>

/** What a screen shows as a table, as an Excel workbook: texts stay texts, figures are figures. */
export const tablesContract = {
  /** Begins one whose rows come piece by piece, so that a table of any length is held nowhere whole. */
  begin: procedure.input(tableHeadSchema).output(idInput),
  /** Refused: `table-too-long` for more rows than a sheet of Excel has; `table-gone`. */
  append: procedure.input(idInput.extend({ rows: z.array(rowSchema).max(2000) })).output(z.void()),
  /** The workbook, once. Refused: `table-gone`, and what a disk refuses. */
  take: procedure.input(idInput).output(z.file()),
}
