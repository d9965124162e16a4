import { useMemo } from 'react'
import { useAnswered } from './use-answered.ts'

type Asked = { readonly query?: string; readonly page?: number }

/** For the field: what is typed, and that its address leads elsewhere. */
export type WordsAhead = {
  readonly type: (query: string | undefined) => void
  readonly drop: () => void
}

/** Milliseconds that nobody types for before the address of a list says its words. */
export const addressPauseMs = 600

/**
 * What a list shows while its words are typed. Its address follows when nobody types: writing it with each key would draw all
 * that looks at an address. `search` is the address; `fetch` fetches what a search shows and does not fail.
 */
export function useTypedWords<Search extends Asked>(search: Search, fetch: (search: Search) => Promise<unknown>) {
  const {
    shown: typed,
    ask,
    put,
  } = useAnswered<{ readonly query: string | undefined } | null>(null, (next) => fetch(withWords(search, next)))
  const shown = useMemo(() => withWords(search, typed), [search, typed])
  const ahead = useMemo<WordsAhead>(() => ({ type: (query) => ask({ query }), drop: () => put(null) }), [ask, put])
  return { search: shown, ahead }
}

/** The first page by other words than those of the address. */
function withWords<Search extends Asked>(search: Search, typed: { readonly query: string | undefined } | null): Search {
  if (typed === null || typed.query === search.query) return search
  const { page: _page, query: _query, ...others } = search
  return { ...others, ...(typed.query !== undefined && { query: typed.query }) } as unknown as Search
}
