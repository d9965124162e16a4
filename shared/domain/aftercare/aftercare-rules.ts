/** What a decision says of certificates after they are given; files of `resources/rules/aftercare`. */
export type AftercareRules = {
  /** Ids of the rule sets that it belongs to. */
  readonly ruleSets: readonly string[]
  /** Null where its wording is not known: an office says the ground in its own words. */
  readonly withdrawal: WithdrawalRules | null
  /** How products are evaluated again by written opinions; null where the decision knows no such thing. */
  readonly writtenOpinions: WrittenOpinionRules | null
  readonly inspection: InspectionRules
  /** What the data themselves are unsure of. */
  readonly issues: readonly string[]
}

export type WithdrawalRules = {
  /** Days that the authority has, from the day of the conclusion. */
  readonly withinDays: number
  readonly periodArticle: string
  readonly authorityArticle: string
  readonly grounds: readonly WithdrawalGround[]
}

export type WithdrawalGround = {
  readonly key: string
  /** As the decision says it, without a mark at its end. */
  readonly text: string
  /** Whose paper the days are counted from: a competent body's conclusion, or the commune's word that nothing is made any more. */
  readonly startsBy: WithdrawalStart
  readonly article: string
}

export const withdrawalStarts = ['conclusion', 'commune-confirmation'] as const
export type WithdrawalStart = (typeof withdrawalStarts)[number]

export type WrittenOpinionRules = {
  readonly article: string
  /** Days of the calendar from the day that the dossier was complete. */
  readonly withinDays: number
  readonly periodArticle: string
}

/** What is looked at where the use of the mark is inspected. */
export type InspectionRules = {
  /** Which provision has it inspected; empty where none is known. */
  readonly article: string
  /** Whose it is to inspect; empty where no provision is known. */
  readonly authorityArticle: string
  readonly items: readonly InspectionItem[]
  /** What the data of the checklist are unsure of. */
  readonly issues: readonly string[]
}

export type InspectionItem = {
  readonly key: string
  /** A statement that is so or is not, without a mark at its end. */
  readonly text: string
  readonly article: string
  /** Key of the ground of withdrawal that a “no” may come under; null for none. */
  readonly ground: string | null
}
