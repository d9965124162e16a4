import { isInForce, ruleSetOn } from '../rules/choose-rule-set.ts'
import { lawOfFiling } from '../rules/law-of-filing.ts'
import type { RuleSet, TransitionTerm } from '../rules/rule-set.ts'
import type { ApplicationKind } from '../session/session-record.ts'
import { lodgedBy, type FilingDays } from './dossier-rules.ts'

export type LawOfDossier = {
  readonly ruleSet: RuleSet
  /** ISO day on which that law is taken: of lodging where it was in force then, else of the meeting, or today. */
  readonly day: string
  /** The law of the day on which it was lodged, where another one judges it; null where the same does. */
  readonly former: {
    readonly ruleSet: RuleSet
    /** Its time to be finished under the law of before, which has ended; null where a meeting alone says otherwise. */
    readonly term: TransitionTerm | null
  } | null
}

type ToJudge = {
  readonly ruleSets: readonly RuleSet[]
  readonly registration: FilingDays & {
    readonly year: number
    readonly application: ApplicationKind
    /** The rule set of the meeting that scores it, or did; null while it is on no agenda. */
    readonly heardUnder: string | null
    /** ISO day of the next meeting that has it. */
    readonly meetingOn: string | null
    /** 1 once a council has evaluated it. */
    readonly isEvaluated: 0 | 1
  }
  /** ISO day. */
  readonly today: string
}

/**
 * The law that says what a dossier holds: that of the meeting which scores it; while none has it, the law of the day on which it
 * was lodged, until the time that the next decision left for finishing it has ended (QĐ 26/2026/QĐ-TTg, Điều 12 khoản 2), of
 * which time that decision says no more. Undefined without rule sets.
 */
export function lawOfDossier({ ruleSets, registration, today }: ToJudge): LawOfDossier | undefined {
  const { heardUnder, meetingOn, isEvaluated, application, year } = registration
  const lodged = lodgedBy(registration)
  const now = withinYear(today, year)
  const day = lodged ?? now
  const onLodging = ruleSetOn(ruleSets, day)
  const heldOn = meetingOn ?? now
  const filed = lodged === null ? null : lawOfFiling({ ruleSets, filedOn: lodged, application, heldOn })
  const over = filed?.why === 'over' ? filed : null
  const ofMeeting = ruleSets.find(({ id }) => id === heardUnder)
  const ruleSet = ofMeeting ?? (isEvaluated === 0 ? over?.ruleSet : undefined) ?? onLodging
  if (ruleSet === undefined || onLodging === undefined) return undefined
  const isFormer = lodged !== null && ruleSet.id !== onLodging.id
  return {
    ruleSet,
    day: isInForce(ruleSet, day) ? day : heldOn,
    former: isFormer ? { ruleSet: onLodging, term: over?.ruleSet.id === ruleSet.id ? over.term : null } : null,
  }
}

/** Where nobody said when it was lodged: today within the year that it is registered for. */
function withinYear(today: string, year: number): string {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`]
  return today < first ? first : today > last ? last : today
}
