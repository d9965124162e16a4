import { matchRank } from '../../../shared/domain/vietnamese/match-rank.ts'
import { searchWords } from '../../../shared/domain/vietnamese/search-key.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listProductsOfSession, listSearchedProducts } from '../../db/queries/products.ts'
import { keptOf } from '../kept.ts'

export type ProductQuery = {
  /** Words, with or without accents, in any order; left out for all. */
  readonly query?: string | undefined
  readonly setNumber?: number | undefined
  /** Those that lack code or set, or those that lack neither. */
  readonly isIncomplete?: boolean | undefined
  /** Those that are not on this session's agenda. */
  readonly notInSessionId?: number | undefined
}

/** Ids of the products that hold every word, in the order of their codes. */
export function findProducts(
  db: ReadDb,
  { query = '', setNumber, isIncomplete, notInSessionId }: ProductQuery,
): readonly number[] {
  const words = searchWords(query)
  const others = new Set(notInSessionId === undefined ? [] : listProductsOfSession(db, notInSessionId))
  return searchedProducts(db)
    .filter(
      (product) =>
        (setNumber === undefined || product.setNumber === setNumber) &&
        (isIncomplete === undefined || (product.isIncomplete === 1) === isIncomplete) &&
        !others.has(product.id) &&
        words.every((word) => product.key.includes(word)),
    )
    .map(({ id }) => id)
}

/** Ids of the products that the words find best, the best first. */
export function rankProducts(
  db: ReadDb,
  { words, limit }: { readonly words: readonly string[]; readonly limit: number },
): readonly number[] {
  const ranks: number[][] = [[], [], [], []]
  for (const { id, key } of searchedProducts(db)) {
    const rank = matchRank(key, words)
    if (rank !== null) ranks[rank]?.push(id)
  }
  return ranks.flat().slice(0, limit)
}

/** Kept until the file changes: twenty thousand texts are searched quicker than they are read. */
function searchedProducts(db: ReadDb) {
  return keptOf(db, 'products by what they are searched by', () => listSearchedProducts(db))
}
