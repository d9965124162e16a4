import { remembering } from '../../../shared/domain/remembering.ts'
import { rankedBy } from '../../../shared/domain/vietnamese/match-rank.ts'
import { searchKey, searchWords } from '../../../shared/domain/vietnamese/search-key.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listProductsOfSession, listSearchedProducts } from '../../db/queries/products.ts'
import { keptOfTables } from '../kept.ts'

export type ProductQuery = {
  /** Words, with or without accents, in any order; left out for all. */
  readonly query?: string | undefined
  readonly setNumber?: number | undefined
  /** Those that lack code or set, or those that lack neither. */
  readonly isIncomplete?: boolean | undefined
  /** Those that are not on this session's agenda. */
  readonly notInSessionId?: number | undefined
}

/** Ids of the products that hold every word: those that the words find best first, then in the order of their codes. */
export function findProducts(
  db: ReadDb,
  { query = '', setNumber, isIncomplete, notInSessionId }: ProductQuery,
): readonly number[] {
  const words = searchWords(query)
  const others = new Set(notInSessionId === undefined ? [] : listProductsOfSession(db, notInSessionId))
  const asked = searchedProducts(db).filter(
    (product) =>
      (setNumber === undefined || product.setNumber === setNumber) &&
      (isIncomplete === undefined || (product.isIncomplete === 1) === isIncomplete) &&
      !others.has(product.id),
  )
  return words.length === 0 ? asked.map(({ id }) => id) : inRank(asked, words)
}

/** Ids of the products that the words find best, the best first. */
export function rankProducts(
  db: ReadDb,
  { words, limit }: { readonly words: readonly string[]; readonly limit: number },
): readonly number[] {
  return inRank(searchedProducts(db), words).slice(0, limit)
}

type Searched = { readonly id: number; readonly key: string }

function inRank(products: readonly Searched[], words: readonly string[]): readonly number[] {
  const ranks: number[][] = [[], [], [], []]
  const rankOf = rankedBy(words)
  for (const { id, key } of products) {
    const rank = rankOf(key)
    if (rank !== null) ranks[rank]?.push(id)
  }
  return ranks.flat()
}

/** Each with its text, in the order of their codes. Kept until the file changes: twenty thousand are searched quicker than they are read. */
export function searchedProducts(db: ReadDb) {
  return keptOfTables(db, { name: 'products by what they are searched by', tables: ['products'] }, () =>
    listSearchedProducts(db).map(({ district, key, ...product }) => ({ ...product, key: `${key} ${keyOf(district)}` })),
  )
}

/** Thousands of products share some names of districts. */
const keyOf = remembering(searchKey)
