import { keepPreviousData, skipToken, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { FoundProduct } from '../../../shared/api/search.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { byMatch } from '../../../shared/domain/vietnamese/match-rank.ts'
import { searchWords } from '../../../shared/domain/vietnamese/search-key.ts'
import { orpc } from '../../api/client.ts'

export type FoundRecord = {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly group: 'product' | 'ofProduct' | 'producer' | 'person' | 'paper' | 'session' | 'council'
  readonly run: () => void
}

/** Of each kind; who wants more types another word. */
const most = 6

/** What the file has by those words, each kind the best first; nothing before two signs. */
export function useFoundRecords(query: string): {
  readonly records: readonly { readonly thing: FoundRecord; readonly rank: number }[]
  /** What these words find is still on its way. */
  readonly isPending: boolean
} {
  const words = searchWords(query)
  const isAsked = words.join('').length >= 2
  const { data, isPlaceholderData, isFetching } = useQuery(
    orpc.search.find.queryOptions({
      input: isAsked ? { query: query.trim(), limit: most } : skipToken,
      placeholderData: keepPreviousData,
    }),
  )
  const { data: papers = [] } = useQuery(orpc.search.papers.queryOptions({ enabled: isAsked }))
  const { data: councils = [] } = useQuery(orpc.councils.list.queryOptions())
  const { data: sessions = [] } = useQuery(orpc.sessions.list.queryOptions())
  const recordOf = useRecords()
  if (!isAsked) return { records: [], isPending: false }
  const best = <Thing>(
    things: readonly Thing[],
    record: (thing: Thing) => FoundRecord,
    textOf?: (thing: Thing) => string,
  ) =>
    byMatch(
      things.map((thing) => ({ record: record(thing), text: textOf?.(thing) })),
      { words, textOf: ({ record: { title, note }, text }) => text ?? `${title} ${note}` },
    )
      .slice(0, most)
      .map(({ thing, rank }) => ({ thing: thing.record, rank }))
  // What was found by the words of before is shown as far as it fits those of now.
  const products = best(data?.products ?? [], recordOf.product, ({ code, name, producerName, commune }) =>
    [code, name, producerName, commune].join(' '),
  )
  const [first] = products
  const opened = data?.products.find(({ id }) => first?.thing.id === `product.${id}`)
  const records = [
    ...products,
    ...(opened === undefined ? [] : recordOf.ofProduct(opened)).map((thing) => ({ thing, rank: first?.rank ?? 0 })),
    ...best(data?.producers ?? [], recordOf.producer),
    ...best(
      councils.flatMap(({ members }) => members),
      recordOf.person,
    ),
    ...best(papers, recordOf.paper),
    ...best(sessions, recordOf.session),
    ...best(councils, recordOf.council),
  ]
  return { records, isPending: isFetching && (data === undefined || isPlaceholderData) }
}

/** How each kind is called in the list, and where it leads. */
function useRecords() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data: sessions = [] } = useQuery(orpc.sessions.list.queryOptions())
  const sessionName = (session: { readonly round: number; readonly year: number }): string =>
    t('sessionName', { round: session.round, year: session.year })
  return {
    product: ({ id, code, name, producerName }: FoundProduct): FoundRecord => ({
      id: `product.${id}`,
      title: code === '' ? name : `${code} · ${name}`,
      note: producerName,
      group: 'product',
      run: () => void navigate({ to: '/products', search: { query: code === '' ? name : code, edit: id } }),
    }),

    /** The best product's time, and its results, ballots and papers where it was on an agenda. */
    ofProduct: ({ id, code, name, last }: FoundProduct): readonly FoundRecord[] => {
      const called = code === '' ? name : code
      const way = (part: string, note: string, run: () => void): FoundRecord => ({
        id: `product.${id}.${part}`,
        title: t(`palette.way.${part as 'timeline'}`, { product: called }),
        note,
        group: 'ofProduct',
        run,
      })
      const timeline = way('timeline', name, () => void navigate({ to: '/certificates', search: { product: id } }))
      if (last === null) return [timeline]
      const { sessionId, agendaItemId: item } = last
      const params = { sessionId }
      const note = sessionName(last)
      return [
        way('results', note, () => void navigate({ to: '/sessions/$sessionId/results', params, search: { item } })),
        way('ballots', note, () => void navigate({ to: '/sessions/$sessionId/scoring', params, search: { item } })),
        timeline,
        way('papers', note, () => void navigate({ to: '/sessions/$sessionId/documents', params, search: {} })),
      ]
    },

    producer: ({ id, name, commune }: { readonly id: number; readonly name: string; readonly commune: string }) => ({
      id: `producer.${id}`,
      title: name,
      note: commune,
      group: 'producer' as const,
      run: () => void navigate({ to: '/producers', search: { query: name, open: id } }),
    }),

    person: (member: Person): FoundRecord => ({
      id: `member.${member.id}`,
      title: member.name,
      note: [member.code, member.position, member.organisation].filter((part) => part !== '').join(' · '),
      group: 'person',
      run: () => void navigate({ to: '/councils/$councilId', params: { councilId: member.councilId } }),
    }),

    paper: ({ id, kind, code, issuedOn, sessionId }: Paper): FoundRecord => {
      const session = sessions.find((one) => one.id === sessionId)
      return {
        id: `paper.${id}`,
        title: `${code} · ${t(`documents:kind.${kind as 'decision'}`)}`,
        note: [formatDate(issuedOn), ...(session === undefined ? [] : [sessionName(session)])].join(' · '),
        group: 'paper',
        run: () => void navigate({ to: '/sessions/$sessionId/documents', params: { sessionId }, search: { kind } }),
      }
    },

    session: (session: {
      readonly id: number
      readonly round: number
      readonly year: number
      readonly councilName: string
    }) => ({
      id: `session.${session.id}`,
      title: sessionName(session),
      note: session.councilName,
      group: 'session' as const,
      run: () => void navigate({ to: '/sessions/$sessionId', params: { sessionId: session.id } }),
    }),

    council: (council: { readonly id: number; readonly name: string; readonly members: readonly unknown[] }) => ({
      id: `council.${council.id}`,
      title: council.name,
      note: t('memberCount', { count: council.members.length }),
      group: 'council' as const,
      run: () => void navigate({ to: '/councils/$councilId', params: { councilId: council.id } }),
    }),
  }
}

type Person = {
  readonly id: number
  readonly councilId: number
  readonly code: string
  readonly name: string
  readonly position: string
  readonly organisation: string
}

type Paper = {
  readonly id: number
  readonly kind: string
  readonly code: string
  readonly issuedOn: string
  readonly sessionId: number
}
