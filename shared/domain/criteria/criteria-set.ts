/**
 * A criteria set (bộ tiêu chí): the scoring form of one product set under one decision.
 * The data stands in `resources/criteria`; a session works on the copy sealed into its workspace file.
 */
export type CriteriaSet = {
  readonly id: string
  /** Number of the decision that issued the set, such as `26/2026/QĐ-TTg`. */
  readonly decision: string
  /** ISO date. */
  readonly effectiveFrom: string
  /** 1–26. */
  readonly setNumber: number
  readonly name: string
  readonly sector: string
  readonly group?: string | undefined
  readonly status: CriteriaSetStatus
  /** Dossier knock-outs: one that holds rejects the product. */
  readonly rejectedIf?: readonly string[] | undefined
  readonly parts: readonly CriteriaPart[]
  /** Misprints and doubts of the source, in Vietnamese, shown to the user. */
  readonly issues?: readonly string[] | undefined
  /** Of a set that an office loaded or accepted as printed: by which document. Never in what ships. */
  readonly office?: OfficeSource | undefined
}

/** Why an office scores with a set that is not as it ships, and the document that says so. */
export type OfficeSource = {
  readonly reason: string
  /** Of a set that is corrected and lacks points all the same: why it is scored with as printed. */
  readonly shortReason?: string | undefined
  /** Number and symbol, such as `12/VPĐP-NV`. */
  readonly documentNumber: string
  /** ISO date. */
  readonly documentDate: string
  readonly issuer: string
  /** Who signed it. */
  readonly signer: string
}

/**
 * `incomplete` sets lack points and cannot be scored with until an office loads them (`completed-by-office`) or accepts them
 * with the points that are printed (`as-printed`), or both (`corrected-as-printed`).
 */
export type CriteriaSetStatus =
  | 'official-text'
  | 'transcribed'
  | 'incomplete'
  | 'completed-by-office'
  | 'as-printed'
  | 'corrected-as-printed'

export type PartCode = 'A' | 'B' | 'C'

export type CriteriaPart = {
  readonly code: PartCode
  readonly title: string
  readonly max: number
  readonly sections: readonly CriteriaSection[]
}

export type CriteriaSection = {
  readonly code: string
  readonly title: string
  readonly max: number
  readonly criteria: readonly Criterion[]
}

export type Criterion = {
  /** Unique in the set: `1.1`, `6.1.1`. */
  readonly code: string
  readonly title: string
  readonly max: number
  readonly options: readonly CriterionOption[]
  readonly requirement?: string | undefined
  readonly note?: string | undefined
  /** A yes/no condition that rejects the product. */
  readonly knockout?: string | undefined
  readonly appliesOnlyIf?: string | undefined
  readonly parent?: string | undefined
  readonly parentTitle?: string | undefined
  /** Set 26 of QĐ 26/2026: the product falls under case a or b; options carry the case. */
  readonly cases?: readonly CriterionCase[] | undefined
  /** QĐ 148, criterion 3.6: a mark on the title that names no option; shown, never computed with. */
  readonly minStarOnTitle?: GateStar | undefined
}

export type CriterionCase = { readonly code: CaseCode; readonly label: string }
export type CaseCode = 'a' | 'b'
export type GateStar = 3 | 4 | 5

export type CriterionOption = {
  /** Integer points. */
  readonly points: number
  readonly label: string
  /** This option is the least that the product must reach in this criterion for that star. */
  readonly minStar?: GateStar | undefined
  readonly case?: CaseCode | undefined
}
