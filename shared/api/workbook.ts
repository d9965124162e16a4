import { z } from 'zod'
import type { ItemProduct } from '../domain/session/session-record.ts'
import { fileInput, idSchema, lineSchema, out, procedure, sessionInput, tokenSchema } from './base.ts'
import type { KnownMatch } from './known-match.ts'
import type { OtherLaw } from './sessions.ts'

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

/** What becomes of texts in an old encoding (TCVN3, VNI): as Unicode, or as they are. */
export type OldTextChoice = z.infer<typeof oldTextSchema>
const oldTextSchema = z.enum(['convert', 'keep'])

/** `oldText`: nothing before a person has chosen; each such text is a fault then. */
const workbookInput = fileInput.extend({ oldText: oldTextSchema.optional() })

/** A session of the open file. */
export type KnownSession = {
  readonly sessionId: number
  readonly year: number
  readonly round: number
  readonly heldOn: string
  readonly products: number
}

export type WorkbookPreview = {
  /** Texts in an old encoding. */
  readonly oldTexts: number
  readonly faults: readonly WorkbookFault[]
  /** Unknown columns and sheets: kept in the workbook, not imported. */
  readonly notices: readonly WorkbookFault[]
  readonly summary: null | {
    /** Empty where none was read. */
    readonly ruleSetId: string
    readonly ruleSetTitle: string
    readonly levelTitle: string
    readonly councilName: string
    readonly year: number | null
    readonly round: number | null
    readonly heldOn: string
    readonly members: number
    readonly products: number
    readonly listed: readonly ItemProduct[]
    readonly ballots: number
    readonly completeBallots: number
  }
}

/**
 * What the open file has of a product of the workbook, or of its producer alone. Taken as it is where `why` is null; where it
 * is not sure, a person says whether it is the same.
 */
export type WorkbookMatch = KnownMatch & {
  /** Of the product in the workbook. */
  readonly code: string
  readonly productName: string
  readonly producerName: string
}

/**
 * `known`: the session that the open file has already of this council and day, or of this round with these products.
 * `matches`: empty where the workbook has faults.
 */
export type CheckedWorkbook = WorkbookPreview & {
  readonly known: KnownSession | null
  readonly matches: readonly WorkbookMatch[]
  /** Of the matched products those whose dossiers another rule set judges than the workbook's. */
  readonly otherLaws: readonly OtherLaw[]
}

/** What a person said of a doubtful match, by the product's code in the workbook: the known record's id, null for another. */
const answerSchema = z.object({ code: lineSchema, knownId: idSchema.nullable() })
export type MatchAnswer = z.infer<typeof answerSchema>

export const workbookContract = {
  /** Reads and checks; writes nothing. */
  preview: procedure.input(workbookInput).output(out<CheckedWorkbook>()),
  /**
   * All or nothing, in one transaction. Refused: `workbook-has-faults` when the preview has faults, `workbook-has-doubts` while
   * nobody said of a doubtful match whether it is the same, `other-law` for products whose dossiers another rule set judges,
   * unless they are wanted all the same.
   */
  import: procedure
    .input(
      workbookInput.extend({
        answers: z.array(answerSchema).max(5000).optional(),
        acceptsOtherLaw: z.boolean().optional(),
      }),
    )
    .output(sessionInput),
  /** `filled` with all ballots, or blank: the same sheets with empty point cells. */
  export: procedure.input(z.object({ sessionId: idSchema, filled: z.boolean() })).output(z.file()),
  /** The sheets with their headings alone, for a session that is in no file yet. */
  blank: procedure.input(z.object({ ruleSetId: tokenSchema })).output(z.file()),
}
