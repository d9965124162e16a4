import type { RuleSet, Star } from '../rules/rule-set.ts'
import { meanAtLeast } from './mean.ts'
import type { Mean } from './types.ts'

/** A band (thang điểm của hạng sao): from its floor, inclusive, to below the next floor. */
export type Band = {
  readonly star: Star
  readonly from: number
  /** Floor of the next band up; null in the highest. */
  readonly below: number | null
}

/**
 * The band that the mean as given has reached; undefined for no ballots. Rounded first where the council's regulations
 * say so (`roundMean`). Source: QĐ 26/2026/QĐ-TTg, Điều 3 khoản 3 ("từ 70 đến dưới 90 điểm"); QĐ 148/QĐ-TTg has the
 * same bands.
 */
export function findBand(mean: Mean, ruleSet: RuleSet): Band | undefined {
  const index = ruleSet.bands.findIndex(({ from }) => meanAtLeast(mean, from))
  const band = ruleSet.bands[index]
  return band && { star: band.star, from: band.from, below: ruleSet.bands[index - 1]?.from ?? null }
}

/** The band above that star; undefined above the highest. */
export function nextBand(star: Star, ruleSet: RuleSet): Band | undefined {
  const index = ruleSet.bands.findIndex((band) => band.star === star) - 1
  const band = ruleSet.bands[index]
  return band && { star: band.star, from: band.from, below: ruleSet.bands[index - 1]?.from ?? null }
}

/** Every number of points that a shown mean must not pretend to have reached: band floors and referral threshold. */
export function floorsOf({
  ruleSet,
  referralThreshold,
}: {
  ruleSet: RuleSet
  referralThreshold: number | null
}): readonly number[] {
  const floors = ruleSet.bands.map(({ from }) => from)
  return referralThreshold === null || floors.includes(referralThreshold) ? floors : [...floors, referralThreshold]
}
