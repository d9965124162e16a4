import type { GateStar, PartCode } from '../criteria/criteria-set.ts'
import type { Star } from '../rules/rule-set.ts'

/** 0 = no star: rejected, or nothing counted. */
export type StarOrNone = 0 | Star

/**
 * An exact mean: the sum of integer points over the number of counted ballots.
 * Never a float; compared by cross-multiplication. `count` 0 = no mean.
 */
export type Mean = { readonly sum: number; readonly count: number }

/** How members' differing choices settle a star gate (a council setting). */
export type GateSettlement = 'agreed' | 'majority' | 'all' | 'mean'

/** Rounding of the mean before it is compared with a band; `none` unless the regulations say so. */
export type MeanRounding = 'none' | 'two-decimals' | 'one-decimal' | 'integer'

/** Who re-keys ballots a second time. */
export type Verification = 'off' | 'borderline' | 'all'

/**
 * What a member's own device shows besides the form: the own choices alone, these with their running totals, or also
 * the result of a product once the chair has revealed it.
 */
export type MemberSight = 'own-ballot' | 'own-total' | 'revealed-result'

/** The council's own regulations (quy chế) as far as they decide the tally and who sees what of it. */
export type Regulation = {
  readonly quorum: { readonly numerator: number; readonly denominator: number; readonly needsChair: boolean }
  /** Largest difference between two members' totals that needs no discussion, in points. */
  readonly spreadLimit: number
  readonly rounding: MeanRounding
  readonly gateSettlement: GateSettlement
  readonly verification: Verification
  /** Decides nothing of the tally, and has no part in its digest. */
  readonly memberSight: MemberSight
  /** The session is locked only once its chair approved the tally. Has no part in the tally's digest either. */
  readonly chairApproves: boolean
  /** The chair may see how far each member's totals stand from the means. Has no part in the tally's digest either. */
  readonly chairSeesDeviations: boolean
  /**
   * Ballots whose paper is clear may be taken all at once, after a sample of them was looked at. Has no part in the tally's digest
   * either.
   */
  readonly takesClearPaper: boolean
}

/**
 * A ballot's choices in form order: the printed option's number (1-based), 0 = no level reached,
 * null = not answered.
 */
export type BallotChoices = readonly (number | null)[]

/** The points of one ballot; `isComplete` false while a criterion is unanswered. */
export type BallotTotals = {
  readonly total: number
  readonly parts: Readonly<Record<PartCode, number>>
  readonly answered: number
  readonly isComplete: boolean
}

/** A star gate: the option marked as the least for a star in a criterion. */
export type StarGate = {
  /** 0-based place of the criterion in form order. */
  readonly criterionIndex: number
  readonly criterionCode: string
  readonly star: GateStar
  /** 1-based number of the marked option among the printed ones. */
  readonly optionNumber: number
  readonly points: number
}

/** A star gate with what the counted ballots and the council said about it. */
export type SettledGate = StarGate & {
  /** Counted ballots that reached the gate, and all counted ballots. */
  readonly reachedBy: number
  readonly countedBallots: number
  /** The council's agreed option, where one settled the gate; null where ballots did. */
  readonly agreedOption: number | null
  readonly holds: boolean
  /** Settlement is `agreed` and the council has recorded no level yet. */
  readonly awaitsAgreement: boolean
}

/** A knock-out question that was answered yes. */
export type Rejection = { readonly question: string; readonly reason: string }

/** Why a result is what it is: data that the screen, the minutes and the decision all print from. */
export type Reason =
  | { readonly kind: 'rejected'; readonly rejections: readonly Rejection[]; readonly article: string }
  | { readonly kind: 'no-counted-ballots' }
  | {
      readonly kind: 'band'
      readonly star: Star
      readonly from: number
      /** Floor of the next band up; null in the highest. */
      readonly below: number | null
      readonly mean: Mean
      /** The mean that was compared, where the council's regulations round it first. */
      readonly rounded: Mean | null
      /** Points that the shown mean must not pretend to have reached. */
      readonly floors: readonly number[]
      readonly article: string
    }
  | {
      readonly kind: 'gates-failed'
      /** The highest star that the failed gates bar. */
      readonly bandStar: Star
      readonly star: StarOrNone
      readonly gates: readonly SettledGate[]
      readonly article: string
    }
  | {
      readonly kind: 'next-band'
      readonly star: Star
      readonly from: number
      /** Points that the unrounded mean lacks to the next band's floor, exact: `sum`/`count`. */
      readonly missing: Mean
      /** As in `band`. */
      readonly floors: readonly number[]
      /** Gates of that next star that would not hold either, in form order. */
      readonly gates: readonly SettledGate[]
    }
  | { readonly kind: 'referred' | 'not-referred'; readonly threshold: number; readonly article: string }
  | { readonly kind: 'spread'; readonly spread: number; readonly limit: number; readonly settled: 'no' | 'waived' }

export type ItemResult = {
  readonly countedBallots: number
  readonly mean: Mean
  readonly partMeans: Readonly<Record<PartCode, Mean>>
  /** The star by the mean alone; 0 with no counted ballot. */
  readonly band: StarOrNone
  /** The star after knock-outs and gates; 0 when rejected. */
  readonly star: StarOrNone
  /** Every gate of the form, in form order, as it was settled. */
  readonly gates: readonly SettledGate[]
  readonly isRejected: boolean
  /** Largest minus smallest counted total; 0 below two ballots. */
  readonly spread: number
  readonly needsDiscussion: boolean
  readonly isReferred: boolean
  readonly reasons: readonly Reason[]
}
