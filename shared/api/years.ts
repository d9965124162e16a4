import { z } from 'zod'
import type { DeadlineLetter } from '../domain/deadlines/plan-deadlines.ts'
import {
  acceptedSchema,
  idSchema,
  isoDateSchema,
  lineSchema,
  out,
  procedure,
  reasonOrNoneSchema,
  reasonSchema,
  requiredLineSchema,
} from './base.ts'
import { memberRoles, type Council } from './councils.ts'
import type { SessionSummary } from './sessions.ts'
import type { UncertifiedRound, Unnumbered } from './today.ts'

/** Tables that are counted by name when a year begins; the others of the file are counted together. */
export const countedTables = [
  'councils',
  'members',
  'overprint_layouts',
  'deadline_letters',
  'letter_deadlines',
  'word_templates',
  'office',
  'sessions',
  'attendances',
  'agenda_items',
  'ballots',
  'agreed_levels',
  'registrations',
  'dossier_items',
  'document_register',
  'issued_papers',
  'certificates',
  'recognitions',
  'producers',
  'products',
] as const
export type CountedTable = (typeof countedTables)[number]

/** Rows of a table before and after the act; `ofYear`: those that belong to the new year, where rows have one. */
export type TableCount = {
  readonly table: CountedTable | 'others'
  readonly before: number
  readonly after: number
  readonly ofYear: { readonly before: number; readonly after: number } | null
}

/** What was done when a year was begun, with the count that proves it. */
export type YearCount = {
  readonly year: number
  readonly fromYear: number
  readonly councils: readonly {
    readonly id: number
    readonly fromId: number
    readonly name: string
    /** Members that went along, of those that the former council had. */
    readonly copied: number
    readonly of: number
    readonly retired: number
  }[]
  /** Letters whose days were laid a year later. */
  readonly letters: number
  readonly tables: readonly TableCount[]
}

/** The count of an act, by the number of its event in the audit. */
export type BegunYear = YearCount & { readonly seq: number; readonly at: string; readonly by: string }

/** What a new year can begin with. */
export type NewYear = {
  readonly year: number
  /** Years that can be begun now. */
  readonly offered: readonly number[]
  /** The year that it follows: the last before it that the file has anything of. */
  readonly fromYear: number
  /** Those that no council goes on from yet, with the members that have not retired. */
  readonly councils: readonly (Council & {
    /** False where no rules in force in the year know a council of its level that evaluates: a district's after the mergers. */
    readonly isLevelKept: boolean
  })[]
  /** Letters of the former year that set days, with the days a year later. */
  readonly letters: readonly DeadlineLetter[]
  /** Sessions of years before that are not locked. */
  readonly unlocked: readonly SessionSummary[]
  /** What was done for this year already; the latest first. */
  readonly begun: readonly BegunYear[]
}

/** A round of written opinions with products that neither a decision nor a meeting took. */
export type UndecidedRound = {
  readonly roundId: number
  /** `1/2026` */
  readonly round: string
  readonly councilName: string
  /** ISO date. */
  readonly sentOn: string
  readonly products: number
}

/** A year of the file. */
export type Year = {
  readonly year: number
  readonly sessions: number
  /** Of written opinions. */
  readonly rounds: number
  readonly registrations: number
  /** What the register says was recognised in the year, by this file or by lists. */
  readonly certificates: number
  /** What stands in the way of closing its books. */
  readonly unlocked: readonly SessionSummary[]
  readonly unnumbered: readonly Unnumbered[]
  readonly undecided: readonly UndecidedRound[]
  readonly uncertified: readonly UncertifiedRound[]
  readonly closed: { readonly at: string; readonly by: string } | null
}

const yearSchema = z.int().min(2013).max(2100)
const yearInput = z.object({ year: yearSchema })

const goingOnSchema = z.object({
  councilId: idSchema,
  name: requiredLineSchema,
  /** Of the decision that founds it for the year; may follow later. */
  foundingDecisionNumber: lineSchema,
  foundingDecisionDate: z.union([isoDateSchema, z.literal('')]),
  /** Who goes along, in which role; the others retire from the former council. */
  members: z
    .array(z.object({ memberId: idSchema, role: z.enum(memberRoles) }))
    .min(1)
    .max(200),
  /** Why they retire; needed where anybody does. */
  reason: reasonOrNoneSchema,
})

export const yearsContract = {
  /** The latest first. */
  list: procedure.output(out<readonly Year[]>()),
  proposal: procedure.input(z.object({ year: yearSchema.optional() })).output(out<NewYear>()),
  /**
   * Copies councils with their members, regulations and settings, and the days of letters, into a year: no session, ballot,
   * result, registration or certificate, which the count of all tables proves. Refused: `year-not-near`, `year-begun`,
   * `year-closed`, `reason-required`; what `deadlines.saveLetter` refuses. `doubtful` where a council has no chair or no
   * secretary, or was founded before the one that it goes on from.
   */
  begin: procedure
    .input(
      yearInput.extend({
        councils: z.array(goingOnSchema).min(1).max(20),
        letters: z
          .array(
            z.object({
              letterId: idSchema,
              number: requiredLineSchema,
              issuedOn: isoDateSchema,
              issuer: lineSchema,
              signer: lineSchema,
            }),
          )
          .max(20),
        accepted: acceptedSchema,
      }),
    )
    .output(out<YearCount>()),
  /**
   * Refused: `year-not-ready` while a session is not locked, a round of written opinions not decided, or something without a
   * number; `year-not-near` for one to come.
   */
  close: procedure.input(yearInput).output(z.void()),
  reopen: procedure.input(yearInput.extend({ reason: reasonSchema })).output(z.void()),
}
