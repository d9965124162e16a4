import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { SearchField } from './SearchField.tsx'
import { useLatest } from './use-latest.ts'
import type { WordsAhead } from './use-typed-words.ts'

type Props = {
  readonly commandId: string
  readonly label: string
  readonly placeholder: string
  /** What the address of the page asks for. */
  readonly query: string | undefined
  /** Milliseconds that nobody types for before it is asked for; 0, with the key. */
  readonly pauseMs?: number
  /** Told once nobody has typed for so long, or does anything else; undefined for no words. */
  readonly onQuery: (query: string | undefined) => void
  /** Of a list that is asked with each key, ahead of its address. */
  readonly ahead?: WordsAhead
}

/** The words by which a page is filtered, which stand in its address. */
export function WordsField({ query = '', pauseMs = 150, onQuery, ahead, ...field }: Props) {
  const [put, setPut] = useState({ text: query, turn: 0 })
  const words = useRef(query)
  /** What the page was told and its address does not say yet. */
  const told = useRef<string[]>([])
  const timer = useRef(0)
  const latest = useLatest({ query, onQuery })
  const tell = useCallback((): void => {
    clearTimeout(timer.current)
    const typed = words.current
    if (typed === (told.current.at(-1) ?? latest().query)) return
    told.current.push(typed)
    latest().onQuery(typed === '' ? undefined : typed)
  }, [latest])
  useEffect(() => () => clearTimeout(timer.current), [])
  // An address that these words did not make, as of something found by Ctrl+K, has its own.
  useLayoutEffect(() => {
    const place = told.current.indexOf(query)
    told.current = told.current.slice(place + 1)
    if (place >= 0 || words.current === query) return
    clearTimeout(timer.current)
    words.current = query
    ahead?.drop()
    setPut(({ turn }) => ({ text: query, turn: turn + 1 }))
  }, [query, ahead])
  const type = useCallback(
    (text: string): void => {
      const typed = text.trim()
      if (typed === words.current) return
      words.current = typed
      ahead?.type(typed === '' ? undefined : typed)
      clearTimeout(timer.current)
      if (pauseMs === 0) tell()
      else timer.current = window.setTimeout(tell, pauseMs)
    },
    [ahead, pauseMs, tell],
  )
  return <SearchField {...field} {...put} onText={type} onRest={tell} />
}
