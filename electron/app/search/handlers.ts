import type { OfficePaper } from '../../../shared/api/office-paper.ts'
import type { FoundRecords } from '../../../shared/api/search.ts'
import { searchWords } from '../../../shared/domain/vietnamese/search-key.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listNumberedPapers, readFoundProducts } from '../../db/queries/search.ts'
import { issueCode } from '../../documents/issue.ts'
import { openDb } from '../commit.ts'
import { placeNames } from '../communes/communes-today.ts'
import { procedures } from '../procedures.ts'
import { readStates } from '../register/certificates.ts'
import { findNumbers } from '../register/find-numbers.ts'
import { rankProducers } from './find-producers.ts'
import { rankProducts } from './find-products.ts'

export function searchHandlers(app: AppContext) {
  return {
    find: procedures.search.find.handler(({ input: { query, limit: most } }) => {
      const words = searchWords(query)
      const limit = words.length === 0 ? 0 : most
      const db = openDb(app)
      const otherNamesOf = placeNames(app, db, 'product')
      const products = readFoundProducts(db, rankProducts(db, { words, limit })).map(({ district, ...product }) => ({
        ...product,
        otherNames: otherNamesOf({ ...product, district }),
      }))
      return {
        products,
        producers: rankProducers(app, db, { words, limit }),
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
    certificates: shown.map(({ decision: _decision, entry, ...one }) => ({
      ...one,
      state: entry === null || one.isVoid ? null : (states.get(entry) ?? null),
    })),
    decisions: decisions.slice(0, limit).map(({ ids: _ids, productIds, ...one }) => ({
      ...one,
      products: (JSON.parse(productIds) as readonly number[]).length,
    })),
  }
}
