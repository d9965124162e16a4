import { isOneSlip } from './name-keys.ts'

/**
 * Keys of producers, to be asked which of them one slip tells from another. A slip leaves one half of a key as it is, so
 * that only keys with that half are compared: a register has thousands.
 */
export function producerSlips<Entry>() {
  const byHalf = new Map<string, { readonly key: string; readonly entry: Entry }[]>()
  const halvesOf = (key: string, length: number): readonly string[] => {
    const half = Math.floor(length / 2)
    return [`${length} ${key.slice(0, half)}…`, `${length} …${key.slice(key.length - half)}`]
  }
  return {
    add: (key: string, entry: Entry): void => {
      for (const half of halvesOf(key, key.length)) {
        const list = byHalf.get(half)
        if (list === undefined) byHalf.set(half, [{ key, entry }])
        else list.push({ key, entry })
      }
    },
    /** Those that one slip tells from the key. */
    nearTo: (key: string): readonly Entry[] => {
      if (byHalf.size === 0) return []
      const halves = [-1, 0, 1].flatMap((more) => halvesOf(key, key.length + more))
      const near = halves.flatMap((half) => (byHalf.get(half) ?? []).filter((other) => isOneSlip(other.key, key)))
      return [...new Set(near.map(({ entry }) => entry))]
    },
  }
}
