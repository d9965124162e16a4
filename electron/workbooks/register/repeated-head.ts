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

type Cells = ReadonlyMap<number, ListCell>

/**
 * Tells of a row of the list whether it says the headings again.
 *
 * @returns asked with the row's cells and the column of products, as the list is read so far
 */
export function repeatedHeads({ heads }: ListHead): (cells: Cells, product: number) => RepeatedHead | null {
  const own = new Map([...heads].map(([column, head]) => [column, keysOf(head)]))
  const all = new Set([...known, ...[...own.values()].flat()])
  // A heading is a few words: most texts need not be folded to tell them from it.
  const isHeading = ({ text }: ListCell): boolean =>
    text !== '' && text.length <= longestHeading && !/\d{2}/.test(text) && all.has(headKey(text))
  const isOwn = (column: number, text: string): boolean => own.get(column)?.includes(headKey(text)) ?? false
  return (cells, product) => {
    let looked = 0
    let isHead = false
    for (const cell of cells.values()) {
      isHead ||= isHeading(cell)
      if ((looked += 1) === cellsLookedAt) break
    }
    if (!isHead) return null
    const found = [...cells].filter(([, cell]) => isHeading(cell))
    const isProductSame = isOwn(product, cells.get(product)?.text ?? '')
    if (found.length < 2 || found.length * 2 < cells.size) return isProductSame ? { kind: 'same' } : null
    const isSame = found.every(([column, { text }]) => isOwn(column, text))
    if (isSame) return { kind: 'same' }
    return { kind: 'moved', heads: new Map([...cells].map(([column, { text }]) => [column, text])) }
  }
}

const keysOf = (head: string): readonly string[] =>
  head
    .replace(/ \[\d+\]$/, '')
    .split(' – ')
    .map(headKey)
