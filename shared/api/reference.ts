import { z } from 'zod'
import type { BallotChoices, BallotTotals } from '../domain/scoring/types.ts'
import { itemInput, out, procedure, sessionInput } from './base.ts'
import { memberChooseSchema } from './ballot-act.ts'

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

const sourceSchema = z.enum(referenceSources)

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
  /** Who is shown them at a session; who keys at this machine, until somebody says otherwise. Refused: `session-locked`. */
  setSight: procedure.input(sessionInput.extend({ sight: z.enum(referenceSights) })).output(z.void()),
}
