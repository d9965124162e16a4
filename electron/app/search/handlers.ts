import type { FoundProducer } from '../../../shared/api/search.ts'
import { matchRank } from '../../../shared/domain/vietnamese/match-rank.ts'
import { searchKey, searchWords } from '../../../shared/domain/vietnamese/search-key.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { findProducts, listNumberedPapers, listProducerNames } from '../../db/queries/search.ts'
import { issueCode } from '../../documents/issue.ts'
import { openDb } from '../commit.ts'
import { procedures } from '../procedures.ts'

export function searchHandlers(app: AppContext) {
  return {
    find: procedures.search.find.handler(({ input: { query, limit } }) => {
      const words = searchWords(query)
      if (words.length === 0) return { products: [], producers: [] }
      const db = openDb(app)
      return { products: findProducts(db, { words, limit }), producers: findProducers(db, words, limit) }
    }),

    papers: procedures.search.papers.handler(() =>
      listNumberedPapers(openDb(app)).map(({ number, symbol, ...paper }) => ({
        ...paper,
        code: issueCode({ number, symbol }),
      })),
    ),
  }
}

/** Folding thousands of names at every key takes longer than finding in them: each name is folded once. */
const keys = new Map<string, string>()
const mostKeys = 100_000

function findProducers(db: ReadDb, words: readonly string[], limit: number): readonly FoundProducer[] {
  if (keys.size > mostKeys) keys.clear()
  const ranked = listProducerNames(db).flatMap((producer) => {
    const rank = matchRank(keyOf(`${producer.name} ${producer.commune}`), words)
    return rank === null ? [] : [{ producer, rank }]
  })
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ producer }) => producer)
}

function keyOf(text: string): string {
  const known = keys.get(text) ?? searchKey(text)
  keys.set(text, known)
  return known
}
