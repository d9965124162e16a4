import type { PartCode } from '../criteria/criteria-set.ts'
import type { GateStarNumber, Level } from '../rules/rule-set.ts'
import type { Mean, StarOrNone } from '../scoring/types.ts'

/** The session that results come from, as another office reads it. */
export type PackageSession = {
  readonly level: Level
  readonly year: number
  readonly round: number
  /** ISO date. */
  readonly heldOn: string
  readonly council: string
  readonly province: string
  readonly district: string
  readonly ruleSetId: string
  readonly ruleSetTitle: string
  /** Points from which products go up; null at the top level. */
  readonly threshold: number | null
  /** Points that a shown mean must not pretend to have reached. */
  readonly floors: readonly number[]
  /** SHA-256 of the tally, by which the session was locked. */
  readonly digest: string
}

/** A star gate as a council settled it: counts of ballots, and no word of whose. */
export type PackageGate = {
  readonly criterion: string
  readonly star: GateStarNumber
  readonly holds: boolean
  readonly reachedBy: number
  readonly ballots: number
}

/**
 * What a council found of a product: means and counts, never a single ballot. Who gave which points is the council's own
 * (its Quy chế says who sees it), and means are what decides (QĐ 26/2026/QĐ-TTg, Điều 3 khoản 3).
 */
export type PackageResult = {
  readonly setNumber: number
  readonly setName: string
  readonly ballots: number
  readonly mean: Mean
  /** As papers print it; empty where no ballot counts. */
  readonly meanText: string
  readonly parts: Readonly<Record<PartCode, Mean>>
  readonly band: StarOrNone
  /** After gates and knock-outs. */
  readonly star: StarOrNone
  readonly spread: number
  readonly rounds: number
  readonly isReferred: boolean
  readonly rejections: readonly string[]
  readonly gates: readonly PackageGate[]
  /** What the council concluded; null where it left it at its scores. */
  readonly conclusion: { readonly star: StarOrNone; readonly note: string } | null
  /** Why, as the council's own papers say it: one line. */
  readonly reasons: string
}

/** The star that papers give. */
export function starOfResult({ star, conclusion }: Pick<PackageResult, 'star' | 'conclusion'>): StarOrNone {
  return conclusion === null || conclusion.star > star ? star : conclusion.star
}
