import { z } from 'zod'
import type { SetChange } from '../domain/criteria/compare-sets.ts'
import type { CriteriaSet, CriteriaSetStatus, OfficeSource } from '../domain/criteria/criteria-set.ts'
import { isReason } from '../domain/session/is-reason.ts'
import type { SessionState } from '../domain/session/session-record.ts'
import {
  fileInput,
  isoDateSchema,
  out,
  procedure,
  reasonSchema,
  requiredLineSchema,
  sessionInput,
  tokenSchema,
} from './base.ts'
import type { WorkbookFault } from './workbook.ts'

/** The criteria sets of one decision, as a new session would score with them. */
export type DecisionSets = {
  readonly decision: string
  /** Rule sets that score with them, the newest first. */
  readonly ruleSets: readonly { readonly id: string; readonly title: string }[]
  readonly sets: readonly StandingSet[]
}

export type StandingSet = {
  /** `qd148-07` */
  readonly key: string
  readonly setNumber: number
  readonly name: string
  readonly sector: string
  readonly group: string
  readonly status: CriteriaSetStatus
  readonly isUsable: boolean
  /** It lacks points and nothing else. */
  readonly canBeTakenAsPrinted: boolean
  readonly criteriaCount: number
  readonly mostPoints: number
  readonly office: OfficeSource | null
  /** ISO time; null for what ships. */
  readonly adoptedAt: string | null
  /** Sessions that score with this very set. */
  readonly sessions: number
}

/** A session that scores so many products with a set of one key. */
export type SessionOfSet = {
  readonly sessionId: number
  readonly councilName: string
  readonly year: number
  readonly round: number
  readonly heldOn: string
  readonly state: SessionState
  readonly products: number
}

export type OfficeSetEvent = {
  readonly adoptedAt: string
  readonly status: CriteriaSetStatus
  readonly office: OfficeSource | null
  readonly sessions: number
  /** Null while it stands. */
  readonly endedAt: string | null
  /** Empty where another set took its place. */
  readonly endReason: string
}

export type SetDetail = StandingSet & {
  readonly form: CriteriaSet
  /** What does not add up, one sentence each. */
  readonly faults: readonly string[]
  /** Against what ships. */
  readonly changes: readonly SetChange[]
  /** The newest first. */
  readonly events: readonly OfficeSetEvent[]
  /** Open sessions that have another form of this set and no ballot on it yet: they could take this one. */
  readonly takers: readonly SessionOfSet[]
}

/** What loading the workbook would change. */
export type SetPreview = {
  readonly faults: readonly WorkbookFault[]
  readonly notices: readonly WorkbookFault[]
  /** Null where the workbook has faults other than points that lack. */
  readonly set: null | {
    readonly key: string
    readonly decision: string
    readonly setNumber: number
    readonly name: string
    readonly mostPoints: number
    /** Its faults are points that lack and no others: it can be loaded by whoever accepts that. */
    readonly isShort: boolean
    /** Against the set that stands. */
    readonly changes: readonly SetChange[]
    readonly takers: readonly SessionOfSet[]
    /** Sessions that are scored or locked: they keep the set that they have. */
    readonly keepers: readonly SessionOfSet[]
  }
}

const saysSomething = requiredLineSchema.refine(isReason)

const officeSourceSchema = z.object({
  reason: reasonSchema,
  documentNumber: saysSomething,
  documentDate: isoDateSchema,
  issuer: saysSomething,
  signer: saysSomething,
}) satisfies z.ZodType<OfficeSource>

const keyInput = z.object({ key: tokenSchema })

export const criteriaContract = {
  list: procedure.output(out<readonly DecisionSets[]>()),
  get: procedure.input(keyInput).output(out<SetDetail>()),
  /** The set that stands, one row an option. */
  workbook: procedure.input(keyInput).output(z.file()),
  /** Reads and checks; writes nothing. */
  preview: procedure.input(fileInput).output(out<SetPreview>()),
  /**
   * The workbook's set stands from now on; one that lacks points, with a reason for that. Refused: `workbook-has-faults`, `criteria-set-same`, `day-to-come`.
   */
  load: procedure
    .input(fileInput.extend({ office: officeSourceSchema.extend({ shortReason: reasonSchema.optional() }) }))
    .output(out<{ readonly key: string }>()),
  /** A set that lacks points may be scored with as it is. Refused: `criteria-set-not-short`, `day-to-come`. */
  acceptAsPrinted: procedure.input(keyInput.extend({ office: officeSourceSchema })).output(z.void()),
  /** What ships stands again. Refused: `criteria-set-used`, where a session scores with it. */
  withdraw: procedure.input(keyInput.extend({ reason: reasonSchema })).output(z.void()),
  /** Products of the session without a ballot take the set that stands. Refused: `session-locked`, `session-has-ballots`. */
  takeInto: procedure.input(keyInput.extend(sessionInput.shape)).output(z.void()),
}
