import type { ChoiceText } from '../ballot/choice-text.ts'
import type { CaseCode, CriteriaSet } from '../criteria/criteria-set.ts'
import type { Level, RuleSet } from '../rules/rule-set.ts'
import type { BallotTotals, ItemResult, Regulation, Rejection, StarOrNone } from '../scoring/types.ts'
import type { DoubtKind } from './doubt-kinds.ts'

/**
 * Everything that a session's documents, lists and screens print from: gathered once from the
 * workspace file (or from a workbook), computed by the domain, never stored.
 */
export type SessionRecord = {
  readonly ruleSet: RuleSet
  readonly level: Level
  readonly council: CouncilFacts
  readonly session: SessionFacts
  readonly regulation: Regulation
  readonly referralThreshold: number | null
  readonly members: readonly MemberRecord[]
  readonly items: readonly ItemRecord[]
  readonly quorum: Quorum
  readonly missing: readonly Missing[]
  /** SHA-256 (hex) over the canonical tally; the same for the same ballots and rules. */
  readonly digest: string
  /** SHA-256 (hex) over everything that a document prints of the session. */
  readonly recordDigest: string
}

export type CouncilFacts = {
  readonly name: string
  readonly province: string
  /** Empty above district level. */
  readonly district: string
  readonly foundingDecisionNumber: string
  /** ISO date or empty. */
  readonly foundingDecisionDate: string
  /** Of the council's regulations (Quy chế); empty where none was given. */
  readonly regulationNumber: string
}

export type SessionFacts = {
  readonly id: number
  readonly year: number
  readonly round: number
  /** ISO date. */
  readonly heldOn: string
  readonly place: string
  readonly state: SessionState
  /** ISO times with zone offset, or null. */
  readonly openedAt: string | null
  readonly closedAt: string | null
  readonly isSample: boolean
  /** Why one person alone keyed and verified; null where two did or no verification was asked. */
  readonly soleOperatorNote: string | null
  readonly minutes: MinutesFacts
  /** The chair's, while it holds; a change of what it was given for takes it back. */
  readonly approval: Approval | null
  /** Each time that it was unlocked after it had been locked, the earliest first. */
  readonly reopenings: readonly Reopening[]
  /** What its locking sealed: all that documents print, or its results alone where an earlier program locked it; null while it is not locked. */
  readonly sealed: 'record' | 'results' | null
  /** What was asked when it was locked, and accepted; null where nothing was, and while it is not locked. */
  readonly accepted: AcceptedDoubts | null
}

export type AcceptedDoubts = {
  readonly by: string
  readonly doubts: readonly DoubtKind[]
}

export type Reopening = {
  /** ISO time. */
  readonly at: string
  readonly by: string
  readonly reason: string
}

/** What the secretary writes for the minutes; empty texts where nothing was. */
export type MinutesFacts = {
  /** `08:05`, on the session's day. */
  readonly beganAt: string
  readonly endedAt: string
  /** ISO date; empty = the session's day. */
  readonly endedOn: string
  /** How the discussion went, a paragraph a line. */
  readonly discussion: string
}

export type Approval = {
  readonly by: string
  /** ISO time. */
  readonly at: string
  /** Of the tally that was approved. */
  readonly digest: string
}

export type SessionState = 'planned' | 'open' | 'closed'
export type MemberRole = 'chair' | 'vice-chair' | 'secretary' | 'member'
export type ApplicationKind = 'new' | 'reassessment' | 'upgrade'
export type AgendaItemState = 'waiting' | 'scoring' | 'scored' | 'concluded'
export type BallotState = 'draft' | 'confirmed' | 'verified' | 'superseded'

export type MemberRecord = {
  readonly id: number
  readonly code: string
  readonly name: string
  readonly position: string
  readonly organisation: string
  readonly role: MemberRole
  readonly isPresent: boolean
  readonly arrivedAt: string | null
  readonly leftAt: string | null
  /** Why the member is not at the session; empty for who is, and where none was given. */
  readonly absenceReason: string
}

export type ItemRecord = {
  readonly id: number
  readonly code: string
  readonly productName: string
  readonly producerName: string
  readonly producerKind: string
  readonly commune: string
  readonly district: string
  readonly application: ApplicationKind
  readonly criteriaCase: CaseCode | null
  readonly form: CriteriaSet
  readonly state: AgendaItemState
  readonly exclusions: readonly ExclusionRecord[]
  readonly rejections: readonly Rejection[]
  readonly areKnockoutsAnswered: boolean
  /** The present scoring round (lần chấm), 1-based. */
  readonly round: number
  readonly earlierRounds: readonly EarlierRound[]
  readonly spreadWaiver: string | null
  /** Ballots of the present round, in member order. */
  readonly ballots: readonly BallotRecord[]
  /** Agreed options by criterion code. */
  readonly agreedLevels: Readonly<Record<string, number>>
  /** Why the council agreed on them, by criterion code, where a reason is known. */
  readonly agreedReasons: Readonly<Record<string, string>>
  readonly result: ItemResult
  /** What the council concluded; null until it has. */
  readonly conclusion: { readonly star: StarOrNone; readonly note: string } | null
}

/** What an agenda item says of its product, before anything is scored. */
export type ItemProduct = Pick<
  ItemRecord,
  'code' | 'productName' | 'producerName' | 'producerKind' | 'commune' | 'district'
> & { readonly setNumber: number }

/** Stands for the reason of a later round where it came from a workbook, which tells none. */
export const importedReason = 'Nhập từ bảng tính'

/** A scoring round that a later one replaced; `reason`: why the later one was opened. */
export type EarlierRound = {
  readonly number: number
  readonly reason: string
  readonly result: ItemResult
  /** Members who scored the product when it was left; left out where nobody told: those who score it now count then. */
  readonly scorers?: readonly number[] | undefined
  /** What the later one took over of it; left out where that one began blank. */
  readonly carried?: CarriedBallots | undefined
  /** Its ballots, which stay readable and go into the exported workbook. */
  readonly ballots?: readonly BallotRecord[] | undefined
}

/** Which ballots of a round the next one takes over, by member. */
export type CarriedBallots = {
  /** As they are, confirmed. */
  readonly copied: readonly number[]
  /** As drafts with the choices that stood in them. */
  readonly opened: readonly number[]
}

export type ExclusionRecord = {
  readonly memberId: number
  readonly kind: 'recused' | 'absent'
  readonly reason: string
}

export type BallotRecord = {
  readonly memberId: number
  readonly state: BallotState
  readonly choices: ChoiceText
  readonly totals: BallotTotals
  /** The member's own words; empty for none. It decides nothing and stays out of the tally's digest. */
  readonly opinion: string
  /** Confirmed or verified, its member present at that product and not recused. */
  readonly counts: boolean
}

export type Quorum = {
  readonly present: number
  readonly members: number
  readonly required: number
  readonly chairPresent: boolean
  readonly isMet: boolean
}

/** What keeps a session from closing, as data: the screen links to the place, batch mode prints a sentence. */
export type Missing =
  | { readonly kind: 'quorum'; readonly present: number; readonly required: number; readonly needsChair: boolean }
  | { readonly kind: 'no-products' }
  /** Its chair has not approved the tally as it is now. */
  | { readonly kind: 'approval' }
  | (OfItem & { readonly kind: 'knockout' | 'no-eligible-member' })
  | (OfItem & { readonly kind: 'spread'; readonly spread: number; readonly limit: number })
  | (OfItem & { readonly kind: 'agreed-level'; readonly criterion: string })
  /** Concluded above the result, or below it without a reason. */
  | (OfItem & { readonly kind: 'conclusion'; readonly star: StarOrNone; readonly byResult: StarOrNone })
  | (OfBallot & { readonly kind: 'ballot-unconfirmed' | 'ballot-unverified' })
  | (OfBallot & {
      readonly kind: 'ballot-incomplete'
      /** Codes of unanswered criteria; every one where there is no ballot at all. */
      readonly criteria: readonly string[]
    })

type OfItem = { readonly itemId: number; readonly itemCode: string }
type OfBallot = OfItem & { readonly memberId: number; readonly memberCode: string }
