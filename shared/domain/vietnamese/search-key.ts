import { stripMarks } from './fold.ts'

/** The form in which texts are searched: lower case without accents, đ as d, runs of spaces as one, ends trimmed. */
export function searchKey(text: string): string {
  const key = stripMarks(text)
  return isLine.test(key) ? key : key.replace(/\s+/gu, ' ').trim()
}

/** Plain signs with one space between their words, as nearly every key has. */
const isLine = /^[!-~]+(?: [!-~]+)*$/

/** The words of a query in the form in which texts are searched; none of an empty one. */
export function searchWords(query: string): readonly string[] {
  return searchKey(query)
    .split(' ')
    .filter((word) => word !== '')
}

/** True when every word of the query stands somewhere in the text; an empty query finds everything. */
export function matchesSearch({ query, text }: { query: string; text: string }): boolean {
  const key = searchKey(text)
  return searchWords(query).every((word) => key.includes(word))
}
