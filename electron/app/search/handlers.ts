import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import type { FoundProducer, FoundRecords } from '../../../shared/api/search.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { remembering } from '../../../shared/domain/remembering.ts'
import { matchRank } from '../../../shared/domain/vietnamese/match-rank.ts'
import { searchKey, searchWords } from '../../../shared/domain/vietnamese/search-key.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { findProducts, listNumberedPapers, listProducerNames } from '../../db/queries/search.ts'
import { issueCode } from '../../documents/issue.ts'
import { openDb } from '../commit.ts'
import { placeNames } from '../communes/communes-today.ts'
import { keptOf } from '../kept.ts'
import { procedures } from '../procedures.ts'
import { readStates } from '../register/certificates.ts'
import { findNumbers } from '../register/find-numbers.ts'

export function searchHandlers(app: AppContext) {
  return {
    find: procedures.search.find.handler(({ input: { query, limit } }) => {
      const words = searchWords(query)
      if (words.length === 0) return { products: [], producers: [], certificates: [], decisions: [] }
      const db = openDb(app)
      const { ofProduct } = otherNames(app, db)
      const products = findProducts(db, { words, limit }).map(({ district, ...product }) => ({
        ...product,
        otherNames: ofProduct({ ...product, district }),
      }))
      return {
        products,
        producers: findProducers(app, db, { words, limit }),
        ...findNumbered(app, db, { query, limit }),
      }
    }),

    papers: procedures.search.papers.handler(() =>
      listNumberedPapers(openDb(app)).map(({ number, symbol, paper, isVoid, ...row }) => ({
        ...row,
        isVoid: isVoid === 1,
        paper: paper === null ? null : (JSON.parse(paper) as OfficePaper),
        code: issueCode({ number, symbol }),
      })),
    ),
  }
}

function findNumbered(
  app: AppContext,
  db: ReadDb,
  { query, limit }: { readonly query: string; readonly limit: number },
): Pick<FoundRecords, 'certificates' | 'decisions'> {
  const { certificates, decisions } = findNumbers(db, query)
  const shown = certificates.slice(0, limit)
  const states = readStates(
    app,
    db,
    shown.map(({ productId }) => productId),
  )
  return {
    certificates: shown.map(
      ({ isVoid, number: _number, symbol: _symbol, decision: _decision, recognitionId, ...one }) => {
        const key = one.sessionId === null ? `list ${recognitionId}` : `session ${one.id}`
        return { ...one, isVoid: isVoid === 1, state: isVoid === 1 ? null : (states.get(key) ?? null) }
      },
    ),
    decisions: decisions.slice(0, limit).map(({ ids: _ids, productIds, ...one }) => ({
      ...one,
      products: (JSON.parse(productIds) as readonly number[]).length,
    })),
  }
}

/** What communes are called besides, kept until the file changes. */
function otherNames(app: AppContext, db: ReadDb) {
  return keptOf(db, `other names of places ${vietnamDay(app.clock.now())}`, () => ({
    ofProduct: placeNames(app, db, 'product'),
    ofProducer: placeNames(app, db, 'producer'),
  }))
}

type Asked = { readonly words: readonly string[]; readonly limit: number }

function findProducers(app: AppContext, db: ReadDb, { words, limit }: Asked): readonly FoundProducer[] {
  const day = vietnamDay(app.clock.now())
  const all = keptOf(db, `producers by what they are searched by ${day}`, () => {
    const { ofProducer } = otherNames(app, db)
    return listProducerNames(db).map(({ district, ...named }) => {
      const producer = { ...named, otherNames: ofProducer({ ...named, district }) }
      const { name, commune, otherNames: others } = producer
      return { producer, key: keyOf([name, commune, others].join(' ').trim()) }
    })
  })
  const ranked = all.flatMap(({ producer, key }) => {
    const rank = matchRank(key, words)
    return rank === null ? [] : [{ producer, rank }]
  })
  return ranked
    .toSorted((a, b) => a.rank - b.rank)
    .slice(0, limit)
    .map(({ producer }) => producer)
}

/** Folding thousands of names takes longer than finding in them: each name is folded once, however often the file changes. */
const keyOf = remembering(searchKey)
