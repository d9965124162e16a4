/** One line of the benchmark table: what was measured, against what, in the same run. */
export type BenchRow = {
  readonly name: string
  readonly value: string
  readonly against: string
  /** Ours over theirs, or as `aim` says; null where nothing could be compared. */
  readonly ratio: number | null
  readonly aim: string
  /** What a reader should know of how it was measured. */
  readonly note?: string
  /** Why there is no figure. */
  readonly skipped?: string
  /** It should have run and did not. */
  readonly failed?: boolean
}

export function milliseconds(value: number): string {
  return value >= 1000 ? `${(value / 1000).toFixed(2)} s` : `${value.toFixed(value < 10 ? 2 : 0)} ms`
}

/** The middle value; the mean of the two middle ones is not needed for odd runs. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5)
}

export function percentile(values: readonly number[], rank: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * rank))] ?? Number.NaN
}
