import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { numberRank } from '../../../shared/domain/documents/number-rank.ts'
import { rankedBy } from '../../../shared/domain/vietnamese/match-rank.ts'
import { searchWords } from '../../../shared/domain/vietnamese/search-key.ts'
import { orpc } from '../../api/client.ts'
import { queryClient } from '../../api/query-client.ts'
import { useCurrentSession } from '../../api/current-session.ts'
import { askedBallots, askedWay } from './asked-way.ts'
import type { FoundRecord, Records } from './found-records.ts'
import { keyed, type Keyed, type KnownRecords } from './known-records.ts'

/** Of each kind; who wants more types another word. */
const most = 6

/** What the file has by those words, each kind the best first; nothing before two signs. */
export function useFoundRecords(
  query: string,
  { recordOf, known }: { readonly recordOf: Records; readonly known: KnownRecords },
): {
  readonly records: readonly { readonly thing: FoundRecord; readonly rank: number }[]
  /** What these words find is still on its way. */
  readonly isPending: boolean
} {
  const { words, way, rest, isAsked } = useMemo(() => readWords(query, recordOf), [query, recordOf])
  const { data, isPlaceholderData, isFetching } = useQuery({
    ...found(isAsked ? rest : null),
    placeholderData: keepPreviousData,
  })
  const seldom = useSeldomAsked(recordOf, words)
  const ballots = useNamedBallots(recordOf, { query, words })
  const records = useMemo(() => {
    if (!isAsked) return []
    // What was found by the words of before is shown as far as it fits those of now.
    const products = best(
      (data?.products ?? []).map((product) => {
        const { code, name, producerName, commune, otherNames } = product
        return keyed(recordOf.product(product), [code, name, producerName, commune, otherNames].join(' '))
      }),
      searchWords(rest),
    )
    const [first] = products
    const opened = data?.products.find(({ id }) => first?.thing.id === `product.${id}`)
    const ways = opened === undefined ? [] : recordOf.ofProduct(opened)
    return [
      ...ballots,
      ...(way === null ? products : []),
      ...ways
        .filter(({ id }) => way === null || id.endsWith(`.${way}`))
        .map((thing) => ({ thing, rank: first?.rank ?? 0 })),
      ...(way === null ? [] : products),
      ...best(
        (data?.producers ?? []).map((producer) => {
          const { name, commune, otherNames } = producer
          return keyed(recordOf.producer(producer), [name, commune, otherNames].join(' '))
        }),
        words,
      ),
      ...ranked(data?.certificates ?? [], ({ code }) => numberRank(code, query)).map(({ thing, rank }) => ({
        thing: recordOf.certificate(thing),
        rank,
      })),
      ...ranked(data?.decisions ?? [], ({ code }) => numberRank(code, query)).map(({ thing, rank }) => ({
        thing: recordOf.decision(thing),
        rank,
      })),
      ...[...known, ...seldom.kinds].flatMap((kind) => best(kind, words)),
    ]
  }, [isAsked, query, words, way, rest, data, recordOf, known, seldom.kinds, ballots])
  const isFinding = isFetching && (data === undefined || isPlaceholderData)
  return { records, isPending: isAsked && (isFinding || seldom.isPending) }
}

/** Fetches what the file has by some words ahead of the list that shows it. */
export async function askForRecords(query: string, recordOf: Records): Promise<void> {
  const { rest, isAsked } = readWords(query, recordOf)
  if (isAsked) await queryClient.prefetchQuery(found(rest))
}

function readWords(query: string, recordOf: Records) {
  const words = searchWords(query)
  return { words, ...askedWay(query, recordOf.wayWords), isAsked: words.join('').length >= 2 }
}

const found = (query: string | null) =>
  orpc.search.find.queryOptions({ input: query === null ? skipToken : { query, limit: most } })

function best(things: readonly Keyed[], words: readonly string[]) {
  const rankOf = rankedBy(words)
  return ranked(things, ({ key }) => rankOf(key)).map(({ thing: { record: thing }, rank }) => ({ thing, rank }))
}

function ranked<Thing>(things: readonly Thing[], rankOf: (thing: Thing) => number | null) {
  return things
    .flatMap((thing) => {
      const rank = rankOf(thing)
      return rank === null ? [] : [{ thing, rank }]
    })
    .toSorted((one, other) => one.rank - other.rank)
    .slice(0, most)
}

/** The ballots that words name by a member's code, of the session at hand: asked of the file only where they look like one. */
function useNamedBallots(
  recordOf: Records,
  { query, words }: { readonly query: string; readonly words: readonly string[] },
) {
  const sessionId = useCurrentSession()?.id
  const looksNamed = words.some((word) => /\d$/.test(word)) && (words.length > 1 || query.includes('/'))
  const { data: session } = useQuery(
    orpc.sessions.get.queryOptions({ input: sessionId === undefined || !looksNamed ? skipToken : { sessionId } }),
  )
  return useMemo(
    () =>
      session === undefined || !looksNamed
        ? []
        : askedBallots(query, session, recordOf.wayWords.ballots)
            .slice(0, most)
            .map((named) => ({ thing: recordOf.ballot({ sessionId: session.id, ...named }), rank: 0 })),
    [session, looksNamed, query, recordOf],
  )
}

/** Years and criteria sets, asked of the file only where words name them: `2025`, `ho so 2025`, `bo tieu chi 7`. */
function useSeldomAsked(recordOf: Records, words: readonly string[]) {
  const asksYears = words.some((word) => /^20\d\d$/.test(word))
  const asksSets = words[0] === searchWords(recordOf.setWords)[0] && words.length > 1
  const years = useQuery(orpc.years.list.queryOptions({ enabled: asksYears }))
  const sets = useQuery(orpc.criteria.list.queryOptions({ enabled: asksSets }))
  const kinds = useMemo(
    () => [
      asksYears ? (years.data ?? []).flatMap(({ year }) => recordOf.ofYear(year).map((record) => keyed(record))) : [],
      asksSets
        ? (sets.data ?? []).flatMap(({ decision, sets: all }) =>
            all.map((set) => keyed(recordOf.set(set, decision), `${recordOf.setWords} ${set.setNumber} ${set.name}`)),
          )
        : [],
    ],
    [recordOf, asksYears, asksSets, years.data, sets.data],
  )
  return { kinds, isPending: (asksYears && years.isPending) || (asksSets && sets.isPending) }
}
