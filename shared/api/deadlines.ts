import { z } from 'zod'
import type { HolidayYear } from '../domain/calendar/working-days.ts'
import type { ClockKind, ClockLackKind } from '../domain/deadlines/clock-kinds.ts'
import type { DeadlineStanding } from '../domain/deadlines/deadline-state.ts'
import { lackKinds, type LackKind } from '../domain/deadlines/lack-kinds.ts'
import { deadlineKinds, type DeadlineLetter, type PlannedDeadline } from '../domain/deadlines/plan-deadlines.ts'
import type { Level } from '../domain/rules/rule-set.ts'
import type { ApplicationKind, SessionState } from '../domain/session/session-record.ts'
import {
  idInput,
  idSchema,
  isoDateSchema,
  levelSchema,
  lineSchema,
  out,
  procedure,
  requiredLineSchema,
} from './base.ts'

export type Deadline = PlannedDeadline &
  DeadlineStanding & {
    /** Of a council of this file, or of one that its products go up to. */
    readonly isOwn: boolean
    /** The last of what was done, ISO date; null where nothing was. */
    readonly doneOn: string | null
    /** Only what is more than none. */
    readonly lacks: readonly { readonly lack: LackKind; readonly count: number }[]
  }

/** A term that runs for things by themselves: those of one kind that end on one day, of a round those of the round. */
export type ClockDeadline = DeadlineStanding & {
  readonly kind: ClockKind
  /** The law's; empty where no law sets the term. */
  readonly article: string
  /** Of written opinions, as `1/2026`; empty for all else. */
  readonly round: string
  readonly lacks: readonly { readonly lack: ClockLackKind; readonly count: number }[]
  /** What it lacks, thing by thing. */
  readonly things: readonly ClockThing[]
}

/** A product that a term runs for, and where it is seen to. */
export type ClockThing = {
  readonly productName: string
  readonly producerName: string
  readonly at:
    | { readonly page: 'round'; readonly roundId: number }
    | { readonly page: 'registration'; readonly year: number; readonly registrationId: number }
    | { readonly page: 'inspection'; readonly year: number; readonly inspectionId: number }
}

export type DeadlineYear = {
  readonly year: number
  /** The day that states and counts are of. ISO date. */
  readonly day: string
  /** Years that the file has anything of, and this one. */
  readonly years: readonly number[]
  /** Whether a council or the office says of which level the file's work is; of no level known no deadline is its own. */
  readonly isLevelKnown: boolean
  /** Those whose councils evaluate by the rules in force in the year. */
  readonly levels: readonly Level[]
  /** Of the year's rounds, and those of the year before that end in it. */
  readonly deadlines: readonly Deadline[]
  /** Those that end in the year; of this year with those of before that lack still. The earliest first. */
  readonly clocks: readonly ClockDeadline[]
  readonly letters: readonly DeadlineLetter[]
  /** What working days were counted by. */
  readonly calendar: readonly Pick<HolidayYear, 'year' | 'announced' | 'sources' | 'notes'>[]
}

/** What one deadline lacks of one kind: a session or a product. */
export type Lacking =
  | {
      readonly kind: 'session'
      readonly sessionId: number
      readonly councilName: string
      readonly year: number
      readonly round: number
      readonly heldOn: string
      readonly state: SessionState
    }
  | {
      readonly kind: 'product'
      readonly productId: number
      readonly code: string
      readonly productName: string
      readonly producerName: string
      readonly commune: string
      readonly district: string
      /** Where the commune is another one today. */
      readonly communeNow: string
      readonly application: ApplicationKind
      /** The session that refers it; null for one that none scored. */
      readonly sessionId: number | null
    }

export type LetterFields = Omit<DeadlineLetter, 'id'>

const yearSchema = z.int().min(2013).max(2100)

const deadlineKeySchema = z.object({
  level: levelSchema,
  kind: z.enum(deadlineKinds),
  /** Null for all rounds of the year. */
  round: z.int().min(1).max(99).nullable(),
})

const letterFieldsSchema = z.object({
  year: yearSchema,
  number: requiredLineSchema,
  issuedOn: isoDateSchema,
  issuer: lineSchema,
  signer: lineSchema,
  deadlines: z
    .array(deadlineKeySchema.extend({ before: isoDateSchema }))
    .min(1)
    .max(50)
    .readonly(),
}) satisfies z.ZodType<LetterFields>

export const deadlinesContract = {
  list: procedure.input(z.object({ year: yearSchema })).output(out<DeadlineYear>()),
  /** Just what the list counts, in pages. */
  lacking: procedure
    .input(
      deadlineKeySchema.extend({
        year: yearSchema,
        lack: z.enum(lackKinds),
        limit: z.int().min(1).max(500),
        offset: z.int().min(0),
      }),
    )
    .output(out<{ readonly total: number; readonly rows: readonly Lacking[] }>()),
  /** A new letter without an id. Refused: `deadline-twice`, `deadline-before-letter`, `deadline-of-other-year`. */
  saveLetter: procedure
    .input(z.object({ id: idSchema.optional(), fields: letterFieldsSchema }))
    .output(out<{ id: number }>()),
  removeLetter: procedure.input(idInput),
}
