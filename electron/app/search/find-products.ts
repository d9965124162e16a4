import { remembering } from '../../../shared/domain/remembering.ts'
import { rankedBy } from '../../../shared/domain/vietnamese/match-rank.ts'
import { searchKey, searchWords } from '../../../shared/domain/vietnamese/search-key.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listProductsOfSession, listSearchedProducts } from '../../db/queries/products.ts'
import { keptOfTables } from '../kept.ts'
import { searchedTexts } from './searched-texts.ts'

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
  const others = new Set(notInSessionId === undefined ? [] : listProductsOfSession(db, notInSessionId))
  return inRank(
    searchedProducts(db),
    searchWords(query),
    (product) =>
      (setNumber === undefined || product.setNumber === setNumber) &&
      (isIncomplete === undefined || (product.isIncomplete === 1) === isIncomplete) &&
      (others.size === 0 || !others.has(product.id)),
  )
}

/** Ids of the products that the words find best, the best first. */
export function rankProducts(
  db: ReadDb,
  { words, limit }: { readonly words: readonly string[]; readonly limit: number },
): readonly number[] {
  return inRank(searchedProducts(db), words, () => true).slice(0, limit)
}

type SearchedProducts = ReturnType<typeof searchedProducts>

function inRank(
  { products, holding }: SearchedProducts,
  words: readonly string[],
  isAsked: (product: SearchedProducts['products'][number]) => boolean,
): readonly number[] {
  const ranks: number[][] = [[], [], [], []]
  const rankOf = rankedBy(words)
  const found = holding(words)
  for (let place = 0; place < found.length; place += 1) {
    const product = found[place] === 1 ? products[place] : undefined
    if (product !== undefined && isAsked(product)) ranks[rankOf(product.key) ?? 3]?.push(product.id)
  }
  return ranks.flat()
}

/** Each with its text, in the order of their codes, and which hold some words, by their places. Kept until the file changes: twenty thousand are searched quicker than they are read. */
export function searchedProducts(db: ReadDb) {
  return keptOfTables(db, { name: 'products by what they are searched by', tables: ['products'] }, () => {
    const products = listSearchedProducts(db).map(({ district, key, ...product }) => ({
      ...product,
      key: `${key} ${keyOf(district)}`,
    }))
    return { products, holding: searchedTexts(products.map(({ key }) => key)) }
  })
}

/** Thousands of products share some names of districts. */
const keyOf = remembering(searchKey)
