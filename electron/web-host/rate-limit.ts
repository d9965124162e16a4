/**
 * Token buckets by key: each key may do `burst` acts at once and `perSecond` from then on. Keys that nobody uses fill up
 * again and are dropped; above `keys` at once the one longest unused goes, so that no one can make the table grow.
 */
export function createRateLimit({
  burst,
  perSecond,
  keys,
  now,
}: {
  readonly burst: number
  readonly perSecond: number
  readonly keys: number
  /** Milliseconds that never run backwards. */
  readonly now: () => number
}): { readonly take: (key: string) => boolean; readonly size: () => number } {
  const buckets = new Map<string, { readonly left: number; readonly at: number }>()
  return {
    take: (key) => {
      const at = now()
      const bucket = buckets.get(key) ?? { left: burst, at }
      const filled = Math.min(burst, bucket.left + ((at - bucket.at) / 1000) * perSecond)
      // To the end of the table's order, which is the order of use.
      buckets.delete(key)
      buckets.set(key, { left: filled >= 1 ? filled - 1 : filled, at })
      if (buckets.size > keys) buckets.delete(buckets.keys().next().value ?? key)
      return filled >= 1
    },
    size: () => buckets.size,
  }
}
