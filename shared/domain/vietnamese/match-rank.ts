import { searchKey, searchWords } from './search-key.ts'

export type MatchRank = 0 | 1 | 2 | 3

/**
 * How well these words find a text, both as `searchKey` has them: 0 it begins with them, 1 they stand in it as typed from the
 * beginning of a word, 2 each begins a word, 3 each is somewhere in it; null where one is missing. One for all texts: what it
 * looks for is made once, for a key asks twenty thousand.
 */
export function rankedBy(words: readonly string[]): (key: string) => MatchRank | null {
  const whole = words.join(' ')
  const inside = ` ${whole}`
  const begun = words.map((word) => ({ word, inside: ` ${word}` }))
  return (key) => {
    const at = key.indexOf(whole)
    if (at === 0) return 0
    if (at > 0 && (key[at - 1] === ' ' || key.includes(inside, at))) return 1
    if (words.length === 1) return at < 0 ? null : 3
    if (at < 0 && !words.every((word) => key.includes(word))) return null
    return begun.every((one) => key.startsWith(one.word) || key.includes(one.inside)) ? 2 : 3
  }
}

/** Things by how well words find the texts that they are found by, best first; those not found are left out. */
export function byMatch<Thing>(
  things: readonly Thing[],
  { words, textOf }: { readonly words: readonly string[]; readonly textOf: (thing: Thing) => string },
): readonly { readonly thing: Thing; readonly rank: number }[] {
  const rankOf = rankedBy(words)
  return things
    .flatMap((thing) => {
      const rank = rankOf(searchKey(textOf(thing)))
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
