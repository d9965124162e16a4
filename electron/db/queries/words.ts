/** Words as `searchWords` gives them, for a statement whose condition is `holdsWords`. */
export type BoundWords = Readonly<Record<string, string>>

/**
 * The condition that a search text holds every one of so many words: `instr` of each, which SQLite answers three times as
 * fast as a list of words in JSON. True of no words.
 *
 * @param key the column, such as `p.search_key`
 */
export function holdsWords(key: string, words: readonly string[]): string {
  return ['TRUE', ...words.map((_, place) => `instr(${key}, @w${place}) > 0`)].join(' AND ')
}

export function boundWords(words: readonly string[]): BoundWords {
  return Object.fromEntries(words.map((word, place) => [`w${place}`, word]))
}
