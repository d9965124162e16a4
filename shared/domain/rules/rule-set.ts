import type { PartCode } from '../criteria/criteria-set.ts'

/**
 * A rule set (bộ quy định): every number that one decision in force fixes, as dated data.
 * The data stands in `resources/rules`; a session works on the copy sealed into its workspace file.
 */
export type RuleSet = {
  /** Such as `qd-26-2026`; for good, since sessions and withdrawals name it. */
  readonly id: string
  /** Short name for the top bar: `QĐ 26/2026`. */
  readonly shortTitle: string
  readonly decisions: readonly LegalDecision[]
  /** ISO dates, both inclusive; `to` null while in force. */
  readonly inForce: { readonly from: string; readonly to: string | null }
  /** Folder of `resources/criteria` that holds its forms; null where none are shipped (history only). */
  readonly criteriaFolder: string | null
  /** False: register and certificates only, no new session. */
  readonly isForSessions: boolean
  /** Points of the parts A, B and C of every form; together the most that a product can get. */
  readonly partMaxima: Readonly<Record<PartCode, number>>
  /** Band floors in points, highest star first, floor inclusive. */
  readonly bands: readonly { readonly star: Star; readonly from: number }[]
  readonly levels: readonly LevelRule[]
  /** Lowest star that a recognition decision names. */
  readonly lowestRecognisedStar: GateStarNumber
  readonly certificateMonths: number
  readonly reassessment: ReassessmentRule | null
  /** Days before expiry by which the issuing body has told the producer; left out where the decision asks for no notice. */
  readonly expiryNoticeDays?: number | undefined
  /** By which law dossiers are finished that were lodged before it came into force; left out where it does not say. */
  readonly transition?: Transition | undefined
  readonly roundDeadlines: readonly RoundDeadline[]
  /** Legal bases printed in documents, whole sentences without the closing mark. */
  readonly legalBases: readonly string[]
  /** Where the decision says it; printed with reasons. */
  readonly articles: RuleArticles
  /** What the decision's own scoring sheet asks for beside what all of them do. */
  readonly ballot?: { readonly asksPhone: boolean } | undefined
  /** Doubts about the source, in Vietnamese, shown to the user. */
  readonly issues: readonly string[]
}

export type Star = 1 | 2 | 3 | 4 | 5
export type GateStarNumber = 3 | 4 | 5
export type Level = 'district' | 'commune' | 'province' | 'central'

export type LegalDecision = {
  readonly number: string
  /** ISO date. */
  readonly date: string
  readonly issuer: string
  readonly subject: string
}

export type LevelRule = {
  readonly level: Level
  /** False for a level that only checks dossiers. */
  readonly scores: boolean
  /** Stars that this level recognises by a decision of its own. */
  readonly recognises: readonly GateStarNumber[]
  /** How the dossier goes up; null at the top. */
  readonly referral: ReferralRule | null
  /** `head`: the head signs on his own authority (no TM.); `collective`: signed TM. for the body. */
  readonly decisionAuthority: 'head' | 'collective'
  /** Legal bases of this level's papers, where they are not the rule set's. */
  readonly legalBases?: readonly string[] | undefined
}

export type ReferralRule = {
  /** Mean from which the dossier goes up, in points. */
  readonly threshold: number
  readonly to: Level
  /** What is sent with the letter; left out where the text of the decision could not be read. */
  readonly dossier?: ReferralDossier | undefined
  /** Article by which this level may itself recognise a product that went up and did not reach the threshold there. */
  readonly returned?: string | undefined
}

export type ReferralDossier = {
  readonly first: DossierRule
  /** Of a product whose certificate ended and that asks for the higher level's star again. */
  readonly reassessment: DossierRule
  /** Samples of each product, but for those of the named sets. */
  readonly samples: number
  readonly setsWithoutSamples: readonly number[]
  /** Sets of papers, and electronic sets. */
  readonly copies: { readonly paper: number; readonly electronic: number }
}

type DossierRule = { readonly article: string; readonly papers: readonly DossierPaper[] }

/** A paper of the dossier that goes up, beside the letter itself. */
export type DossierPaper =
  | 'advisory-report'
  | 'office-report'
  | 'council-report'
  | 'decision'
  | 'product-dossier'
  | 'extra-tests'

export type ReassessmentRule = {
  /** Days before expiry between which the dossier is filed. */
  readonly fileFromDays: number
  readonly fileToDays: number
  /** Days that the authority has from a complete dossier. */
  readonly resultWithinDays: number
  /** Days that an old certificate stays valid past expiry while its result is awaited. */
  readonly graceDays: number
  /** Whose time for filing the decision came too late for: that time began before this day (ISO). Left out: nobody's. */
  readonly grace?: { readonly windowOpensBefore: string; readonly article: string } | undefined
}

export type Transition = {
  /** ISO day. */
  readonly lodgedBefore: string
  /** Id of the rule set that they are finished by. */
  readonly ruleSet: string
  readonly terms: readonly TransitionTerm[]
}

export type TransitionTerm = {
  readonly applications: readonly ('new' | 'reassessment' | 'upgrade')[]
  /** Days from the one on which the decision came into force, that one among them. */
  readonly days: number
  /** The last of them, ISO day. */
  readonly lastDay: string
  readonly article: string
}

export type RoundDeadline = {
  readonly level: Level
  /** `MM-DD` by which proposals come in, and by which the evaluation ends. */
  readonly proposalsBefore: string
  readonly evaluatedBefore: string
}

export type RuleArticles = {
  readonly bands: string
  readonly gates: string
  readonly knockouts: string
  readonly referral: string
  readonly recognition: string
  readonly certificate: string
  /** Left out where the decision sets no days for rounds. */
  readonly roundDeadlines?: string | undefined
}
