import { useNavigate } from '@tanstack/react-router'
import type { TFunction } from 'i18next'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { FoundCertificate, FoundDecision, FoundPaper, FoundProduct } from '../../../shared/api/search.ts'
import { formatDate } from '../../../shared/domain/calendar/format-date.ts'
import { orpc } from '../../api/client.ts'

type FoundKind =
  | 'product'
  | 'ofProduct'
  | 'ballot'
  | 'producer'
  | 'person'
  | 'paper'
  | 'certificate'
  | 'session'
  | 'council'
  | 'year'
  | 'criteria'

export type FoundRecord = {
  readonly id: string
  readonly title: string
  readonly note: string
  readonly group: FoundKind
  readonly run: () => void
}

export type Records = ReturnType<typeof recordsOf>

/** How each kind is called in the list, and where it leads. */
export function useRecords() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { data: sessions } = useQuery(orpc.sessions.list.queryOptions())
  return useMemo(() => recordsOf({ t, navigate, sessions: sessions ?? [] }), [t, navigate, sessions])
}

type Words = {
  readonly t: TFunction
  readonly navigate: ReturnType<typeof useNavigate>
  readonly sessions: readonly { readonly id: number; readonly round: number; readonly year: number }[]
}

function recordsOf({ t, navigate, sessions }: Words) {
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

    /** What is asked of a product is called before it: `kết quả SP07`. */
    wayWords: {
      results: t('palette.wayWords.results'),
      ballots: t('palette.wayWords.ballots'),
      timeline: t('palette.wayWords.timeline'),
      papers: t('palette.wayWords.papers'),
    },

    ballot: ({ sessionId, item, member }: NamedBallot): FoundRecord => ({
      id: `ballot.${item.id}.${member.id}`,
      title: t('palette.ballot', { product: item.code, member: member.code }),
      note: [item.productName, member.name].join(' · '),
      group: 'ballot',
      run: () =>
        void navigate({
          to: '/sessions/$sessionId/scoring',
          params: { sessionId },
          search: { item: item.id, member: member.id },
        }),
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

    paper: ({ id, kind, code, issuedOn, sessionId, paper, isVoid, about }: FoundPaper): FoundRecord => {
      const session = sessions.find((one) => one.id === sessionId)
      const of = session === undefined ? about : sessionName(session)
      return {
        id: `paper.${id}`,
        title: `${code} · ${t(`documents:kind.${kind as 'decision'}`)}`,
        note: [isVoid ? t('palette.void') : '', formatDate(issuedOn), of].filter((part) => part !== '').join(' · '),
        group: 'paper',
        run: () =>
          void (sessionId === null
            ? navigate({ to: '/papers', search: paper === null ? {} : { papers: [paper] } })
            : navigate({ to: '/sessions/$sessionId/documents', params: { sessionId }, search: { kind } })),
      }
    },

    /** In the register; one that is not there where it was given. */
    certificate: ({ code, issuedOn, productId, productName, ...given }: FoundCertificate): FoundRecord => {
      const { state, isVoid, sessionId, roundId } = given
      return {
        id: `certificate.${code} ${issuedOn} ${productId}`,
        title: `${code} · ${t('palette.certificate')}`,
        note: [isVoid ? t('palette.void') : '', issuedOn.length === 10 ? formatDate(issuedOn) : issuedOn, productName]
          .filter((part) => part !== '')
          .join(' · '),
        group: 'certificate',
        run: () => {
          if (state !== null) {
            const search = { query: code, product: productId, ...(state === 'superseded' && { state }) }
            void navigate({ to: '/certificates', search })
          } else if (sessionId !== null) {
            void navigate({ to: '/sessions/$sessionId/documents', params: { sessionId }, search: {} })
          } else if (roundId !== null) void navigate({ to: '/opinions/$roundId', params: { roundId } })
        },
      }
    },

    decision: ({ code, decidedOn, products }: FoundDecision): FoundRecord => ({
      id: `decision.${code} ${decidedOn}`,
      title: `${code} · ${t('palette.decision')}`,
      note: [decidedOn === null ? '' : formatDate(decidedOn), t('productCount', { count: products })]
        .filter((part) => part !== '')
        .join(' · '),
      group: 'certificate',
      run: () => void navigate({ to: '/certificates', search: { query: code } }),
    }),

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

    /** What a year has: its registrations and its sessions. */
    ofYear: (year: number): readonly FoundRecord[] => [
      {
        id: `year.${year}.registrations`,
        title: t('palette.ofYear.registrations', { year }),
        note: '',
        group: 'year',
        run: () => void navigate({ to: '/registrations', search: { year } }),
      },
      {
        id: `year.${year}.sessions`,
        title: t('palette.ofYear.sessions', { year }),
        note: '',
        group: 'year',
        run: () => void navigate({ to: '/sessions', search: { year } }),
      },
    ],

    /** What a criteria set is called by before its number. */
    setWords: t('palette.setWords'),

    set: (
      set: { readonly key: string; readonly setNumber: number; readonly name: string },
      law: string,
    ): FoundRecord => ({
      id: `criteria.${set.key}`,
      title: t('palette.set', { number: set.setNumber, name: set.name }),
      note: law,
      group: 'criteria',
      run: () => void navigate({ to: '/criteria/$key', params: { key: set.key } }),
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

type NamedBallot = {
  readonly sessionId: number
  readonly item: { readonly id: number; readonly code: string; readonly productName: string }
  readonly member: { readonly id: number; readonly code: string; readonly name: string }
}

type Person = {
  readonly id: number
  readonly councilId: number
  readonly code: string
  readonly name: string
  readonly position: string
  readonly organisation: string
}
