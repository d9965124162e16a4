import type { Mean } from './types.ts'

/** Points on either side of a floor within which a product counts as borderline. */
const margin = 1

/**
 * Whether a mean lies within one point of a floor (a band or the referral threshold), so that a single misread ballot
 * could move the product across it. Exact; false where nothing was counted. The floor 0 bars nobody.
 */
export function isBorderline(mean: Mean, floors: readonly number[]): boolean {
  return (
    mean.count > 0 &&
    floors.some((floor) => floor > 0 && Math.abs(mean.sum - floor * mean.count) <= margin * mean.count)
  )
}
