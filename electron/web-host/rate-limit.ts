/**
 * Each key may do `burst` acts at once and `perSecond` from then on; an act that is refused costs nothing. Above `keys`
 * keys the one longest unused is forgotten, so that no one can make the table grow.
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
  const share = 1000 / perSecond
  /** The time by which each key will have earned the acts it did. One time a key needs no fractions to be added up. */
  const usedUntil = new Map<string, number>()
  return {
    take: (key) => {
      const at = now()
      const used = Math.max(usedUntil.get(key) ?? Number.NEGATIVE_INFINITY, at - burst * share)
      const isAllowed = used + share <= at
      // To the end of the table's order, which is the order of use.
      usedUntil.delete(key)
      usedUntil.set(key, isAllowed ? used + share : used)
      if (usedUntil.size > keys) usedUntil.delete(usedUntil.keys().next().value ?? key)
      return isAllowed
    },
    size: () => usedUntil.size,
  }
}
