import type { Mean, MeanRounding } from './types.ts'

/**
 * Exact arithmetic on means. A mean is two integers; nothing here divides into a float, so a mean of 69.996 can
 * neither be banded nor shown as 70. Sums stay below 2^31 (a sum is at most 100 points a ballot), every product below
 * 2^53.
 */

/** True when the mean is at least `floor` points. A mean of no ballots reaches nothing. */
export function meanAtLeast(mean: Mean, floor: number): boolean {
  return mean.count > 0 && mean.sum >= floor * mean.count
}

/** Negative, zero or positive as `a` is below, equal to or above `b`; a mean of no ballots is below every other. */
export function compareMeans(a: Mean, b: Mean): number {
  if (a.count === 0 || b.count === 0) return Math.sign(a.count) - Math.sign(b.count)
  return a.sum * b.count - b.sum * a.count
}

/** The mean rounded half up, as an exact mean again; unchanged for `none` and for no ballots. */
export function roundMean(mean: Mean, rounding: MeanRounding): Mean {
  if (rounding === 'none' || mean.count === 0) return mean
  const scale = scales[rounding]
  return { sum: roundHalfUp(mean, scale), count: scale }
}

/**
 * The mean in hundredths of a point as it is shown: rounded half up, but truncated where rounding would show one of
 * `floors` (points) that the mean has not reached. Null for no ballots.
 */
export function shownHundredths(mean: Mean, floors: readonly number[]): number | null {
  if (mean.count === 0) return null
  const rounded = roundHalfUp(mean, 100)
  const pretends = floors.some((floor) => rounded >= floor * 100 && !meanAtLeast(mean, floor))
  return pretends ? floorDivide({ dividend: mean.sum * 100, divisor: mean.count }) : rounded
}

/** The mean as text with two decimals and a comma, `87,33` (see `shownHundredths`); empty for no ballots. */
export function formatMean(mean: Mean, floors: readonly number[]): string {
  const hundredths = shownHundredths(mean, floors)
  return hundredths === null ? '' : formatHundredths(hundredths)
}

/**
 * Points that the mean lacks to a floor above it, `8,44`: the difference to the mean as shown, so that the two printed
 * figures add up. The mean counts at least one ballot.
 */
export function formatLack({ mean, floor, floors }: { mean: Mean; floor: number; floors: readonly number[] }): string {
  return formatHundredths(floor * 100 - (shownHundredths(mean, floors) ?? 0))
}

/** Hundredths of a point, zero or more, as text: 8733 → `87,33`. */
export function formatHundredths(hundredths: number): string {
  const rest = hundredths % 100
  return `${(hundredths - rest) / 100},${String(rest).padStart(2, '0')}`
}

const scales = { integer: 1, 'one-decimal': 10, 'two-decimals': 100 } as const

const roundHalfUp = (mean: Mean, scale: number): number =>
  floorDivide({ dividend: 2 * mean.sum * scale + mean.count, divisor: 2 * mean.count })

/** Integer division of non-negative integers; taking the remainder off first keeps the quotient exact. */
const floorDivide = ({ dividend, divisor }: { dividend: number; divisor: number }): number =>
  (dividend - (dividend % divisor)) / divisor
