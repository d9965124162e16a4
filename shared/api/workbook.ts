import { z } from 'zod'
import { fileInput, idSchema, out, procedure, sessionInput, tokenSchema } from './base.ts'

/** One fault of an imported workbook: where, what was found, what is allowed. Vietnamese, ready to show. */
/** Stands as the sheet of a fault that concerns the whole file. */
export const wholeFile = 'Cả tệp'

export type WorkbookFault = {
  /** Name of the sheet, or `wholeFile`. */
  readonly sheet: string
  /** 1-based row of the sheet; null for the whole sheet. */
  readonly row: number | null
  /** Column header or letter; null for the whole row. */
  readonly column: string | null
  readonly message: string
  /** What the cell holds, as shown by Excel. */
  readonly found: string
  readonly allowed: string
}

export type WorkbookPreview = {
  readonly faults: readonly WorkbookFault[]
  /** Unknown columns and sheets: kept in the workbook, not imported. */
  readonly notices: readonly WorkbookFault[]
  readonly summary: null | {
    readonly ruleSetTitle: string
    readonly levelTitle: string
    readonly councilName: string
    readonly heldOn: string
    readonly members: number
    readonly products: number
    readonly ballots: number
    readonly completeBallots: number
  }
}

export const workbookContract = {
  /** Reads and checks; writes nothing. */
  preview: procedure.input(fileInput).output(out<WorkbookPreview>()),
  /** All or nothing, in one transaction; refused (`workbook-has-faults`) when the preview has faults. */
  import: procedure.input(fileInput).output(sessionInput),
  /** `filled` with all ballots, or blank: the same sheets with empty point cells. */
  export: procedure.input(z.object({ sessionId: idSchema, filled: z.boolean() })).output(z.file()),
  /** The sheets with their headings alone, for a session that is in no file yet. */
  blank: procedure.input(z.object({ ruleSetId: tokenSchema })).output(z.file()),
}
