import { z } from 'zod'
import type { BallotChoices, BallotTotals } from '../domain/scoring/types.ts'
import { fileInput, idSchema, itemInput, out, procedure, sessionInput, tokenSchema } from './base.ts'
import { memberChooseSchema } from './ballot-act.ts'
import type { WorkbookFault } from './workbook.ts'

/** Who scored beside the council: the producer in its self-assessment, and the advisory team in its proposal. */
export const referenceSources = ['producer', 'advisers'] as const
export type ReferenceSource = (typeof referenceSources)[number]

/** Who is shown them: nobody, so that members score by themselves, or who keys at this machine. */
const referenceSights = ['hidden', 'panel'] as const
export type ReferenceSight = (typeof referenceSights)[number]

/** What a source scored of one product, by the session's form. It is no ballot: no tally reads it. */
export type ReferenceSheet = {
  readonly agendaItemId: number
  readonly source: ReferenceSource
  /** In form order. */
  readonly choices: BallotChoices
  readonly totals: BallotTotals
  /** Grows with every change; 0 where nothing was keyed. */
  readonly revision: number
  /** ISO time of the last change, or null. */
  readonly savedAt: string | null
}

/** Of each source in their order. */
export type ItemReference = { readonly sight: ReferenceSight; readonly sheets: readonly ReferenceSheet[] }

/** Of every product of a session that one of them scored, in agenda order. */
export type SessionReference = { readonly sight: ReferenceSight; readonly sheets: readonly ReferenceSheet[] }

/** What a workbook makes of one sheet. */
export type ReferenceChange = Pick<ReferenceSheet, 'agendaItemId' | 'source'> & {
  readonly code: string
  readonly productName: string
  /** Criteria that nothing was answered in, and those that the workbook says alike. */
  readonly added: number
  readonly same: number
  /** Those that were answered otherwise, in form order, with both answers as cells show them. */
  readonly replaced: readonly { readonly criterion: string; readonly from: string; readonly to: string }[]
  readonly criteria: number
  readonly mostPoints: number
  readonly before: BallotTotals
  readonly after: BallotTotals
}

export type ReferencePreview = {
  readonly faults: readonly WorkbookFault[]
  readonly notices: readonly WorkbookFault[]
  /** In agenda order; none where there are faults. */
  readonly changes: readonly ReferenceChange[]
  /** Stands for what the changes were worked out over. */
  readonly seen: string
}

/** The last workbook that was taken; `sheets`: so many of them still have something of it. */
export type ReferenceImport = {
  readonly file: string
  /** ISO time. */
  readonly at: string
  readonly by: string
  readonly sheets: number
}

const sourceSchema = z.enum(referenceSources)
const workbookInput = sessionInput.extend(fileInput.shape)

export const referenceContract = {
  ofItem: procedure.input(itemInput).output(out<ItemReference>()),
  ofSession: procedure.input(sessionInput).output(out<SessionReference>()),
  /**
   * Keys one criterion of a sheet. Refused: `session-locked`, `option-not-offered`, `option-of-other-case`, and
   * `ballot-changed-elsewhere` with `criteria`, `by` and `at` where the criterion is neither as wanted nor as `seen`.
   */
  choose: procedure
    .input(
      memberChooseSchema
        .pick({ agendaItemId: true, criterionIndex: true, option: true, seen: true })
        .extend({ source: sourceSchema }),
    )
    .output(out<ReferenceSheet>()),
  /** A workbook to be filled in and read back, of one product or of all; `filled` with what is keyed, or blank. */
  workbook: procedure
    .input(sessionInput.extend({ agendaItemId: idSchema.optional(), filled: z.boolean() }))
    .output(z.file()),
  /** Reads and checks; writes nothing. What is blank in the workbook, or lacks in it, stays as it is keyed. */
  preview: procedure.input(workbookInput).output(out<ReferencePreview>()),
  /**
   * All or nothing. Refused: `session-locked`, `workbook-has-faults`, and `reference-changed` where something was keyed since
   * the preview.
   */
  import: procedure.input(workbookInput.extend({ seen: tokenSchema })).output(z.void()),
  /** Null where none was, or where nothing of it is left to be taken back. */
  lastImport: procedure.input(sessionInput).output(out<ReferenceImport | null>()),
  /** Takes the last workbook back, but for what was keyed since. Refused: `session-locked`, `not-found`. */
  undoImport: procedure.input(sessionInput).output(z.void()),
  /** Who is shown them at a session; who keys at this machine, until somebody says otherwise. Refused: `session-locked`. */
  setSight: procedure.input(sessionInput.extend({ sight: z.enum(referenceSights) })).output(z.void()),
}
