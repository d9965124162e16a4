import { searchKey, searchWords } from './search-key.ts'

/**
 * How well words find a text, both as `searchKey` has them: 0 it begins with them, 1 they stand in it as typed from the
 * beginning of a word, 2 each begins a word, 3 each is somewhere in it; null where one is missing.
 */
export function matchRank(key: string, words: readonly string[]): 0 | 1 | 2 | 3 | null {
  if (!words.every((word) => key.includes(word))) return null
  const whole = words.join(' ')
  if (key.startsWith(whole)) return 0
  const spaced = ` ${key}`
  if (spaced.includes(` ${whole}`)) return 1
  return words.every((word) => spaced.includes(` ${word}`)) ? 2 : 3
}

/** Things by how well words find the texts that they are found by, best first; those not found are left out. */
export function byMatch<Thing>(
  things: readonly Thing[],
  { words, textOf }: { readonly words: readonly string[]; readonly textOf: (thing: Thing) => string },
): readonly { readonly thing: Thing; readonly rank: number }[] {
  return things
    .flatMap((thing) => {
      const rank = matchRank(searchKey(textOf(thing)), words)
      return rank === null ? [] : [{ thing, rank }]
    })
    .toSorted((one, other) => one.rank - other.rank)
}

/** Things that hold every word of a query, best found first; all of them, as they stand, where it has none. */
export function foundBy<Thing>(
  things: readonly Thing[],
  query: string,
  textOf: (thing: Thing) => string,
): readonly Thing[] {
  const words = searchWords(query)
  return words.length === 0 ? things : byMatch(things, { words, textOf }).map(({ thing }) => thing)
}
