import type { FoundProducer } from '../../../shared/api/search.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { remembering } from '../../../shared/domain/remembering.ts'
import { rankedBy } from '../../../shared/domain/vietnamese/match-rank.ts'
import { searchKey, searchWords } from '../../../shared/domain/vietnamese/search-key.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listSearchedProducers } from '../../db/queries/producers.ts'
import { listProducerNames } from '../../db/queries/search.ts'
import { placeNames, placeTables } from '../communes/communes-today.ts'
import { keptOfTables } from '../kept.ts'

/** Ids of the producers that hold every word of the query, by name. */
export function findProducers(app: AppContext, db: ReadDb, query: string): readonly number[] {
  const words = searchWords(query)
  return searchedProducers(app, db)
    .filter(({ key }) => words.every((word) => key.includes(word)))
    .map(({ id }) => id)
}

type Asked = { readonly words: readonly string[]; readonly limit: number }

/** Those whose name or place the words find best, the best first. */
export function rankProducers(app: AppContext, db: ReadDb, { words, limit }: Asked): readonly FoundProducer[] {
  const ranks: FoundProducer[][] = [[], [], [], []]
  const rankOf = rankedBy(words)
  for (const { producer, key } of namedProducers(app, db)) {
    const rank = rankOf(key)
    if (rank !== null) ranks[rank]?.push(producer)
  }
  return ranks.flat().slice(0, limit)
}

/** What producers are found by stands in these. */
const tables = ['producers', ...placeTables]

function namedProducers(app: AppContext, db: ReadDb) {
  return keptOfTables(db, { name: `producers by their names ${vietnamDay(app.clock.now())}`, tables }, () => {
    const otherNamesOf = placeNames(app, db, 'producer')
    return listProducerNames(db).map(({ district, ...named }) => {
      const producer = { ...named, otherNames: otherNamesOf({ ...named, district }) }
      const { name, commune, otherNames } = producer
      return { producer, key: keyOf([name, commune, otherNames].join(' ').trim()) }
    })
  })
}

/** Kept until the file changes. */
function searchedProducers(app: AppContext, db: ReadDb): readonly { readonly id: number; readonly key: string }[] {
  return keptOfTables(
    db,
    { name: `producers by all that is said of them ${vietnamDay(app.clock.now())}`, tables },
    () => {
      const otherNamesOf = placeNames(app, db, 'producer')
      return listSearchedProducers(db).map((producer) => {
        const { id, name, kind, commune, district, representative, phone } = producer
        const said = [name, kind, commune, district, representative, phone, otherNamesOf(producer)]
        return { id, key: keyOf(said.join(' ')) }
      })
    },
  )
}

/** Folding thousands of names takes longer than finding in them: each text is folded once, however often the file changes. */
const keyOf = remembering(searchKey)
