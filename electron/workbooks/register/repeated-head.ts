import type { ListHead } from '../lists/find-head.ts'
import type { ListCell } from '../lists/list-sheet.ts'
import { headKey } from '../../../shared/domain/columns/propose-fields.ts'
import { registerHeadings } from '../../../shared/domain/register/register-headings.ts'

/** A row that says headings again, as a new page or a second table does. */
export type RepeatedHead =
  | { readonly kind: 'same' }
  /** The same words, or others that head lists, in other columns. */
  | { readonly kind: 'moved'; readonly heads: ReadonlyMap<number, string> }

const known: ReadonlySet<string> = new Set(registerHeadings.flatMap(([, words]) => words.map(headKey)))
const longestHeading = 40
const cellsLookedAt = 4

/** @param product the column of products, as the list is read so far */
export function readRepeatedHead(
  cells: ReadonlyMap<number, ListCell>,
  { heads }: ListHead,
  product: number,
): RepeatedHead | null {
  const own = new Map([...heads].map(([column, head]) => [column, keysOf(head)]))
  const all = new Set([...own.values()].flat())
  const isHeading = (text: string): boolean => {
    // A heading is a few words: most texts need not be folded to tell them from it.
    if (text === '' || text.length > longestHeading || /\d{2}/.test(text)) return false
    return all.has(headKey(text)) || known.has(headKey(text))
  }
  const texts = [...cells].map(([column, { text }]) => [column, text] as const)
  if (!texts.slice(0, cellsLookedAt).some(([, text]) => isHeading(text))) return null
  const found = texts.filter(([, text]) => isHeading(text))
  const isProductSame = own.get(product)?.includes(headKey(cells.get(product)?.text ?? '')) ?? false
  if (found.length < 2 || found.length * 2 < texts.length) return isProductSame ? { kind: 'same' } : null
  const isSame = found.every(([column, text]) => own.get(column)?.includes(headKey(text)) ?? false)
  return isSame ? { kind: 'same' } : { kind: 'moved', heads: new Map(texts) }
}

const keysOf = (head: string): readonly string[] =>
  head
    .replace(/ \[\d+\]$/, '')
    .split(' – ')
    .map(headKey)
