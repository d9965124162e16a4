import { stripMarks } from './fold.ts'

/** The form in which texts are searched: lower case without accents, đ as d, runs of spaces as one, ends trimmed. */
export function searchKey(text: string): string {
  return stripMarks(text).replace(/\s+/gu, ' ').trim()
}

/** True when every word of the query stands somewhere in the text; an empty query finds everything. */
export function matchesSearch({ query, text }: { query: string; text: string }): boolean {
  const key = searchKey(text)
  return searchKey(query)
    .split(' ')
    .every((word) => key.includes(word))
}
