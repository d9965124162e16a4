import { useCallback, useEffect, useRef, useState } from 'react'
import { SearchField } from './SearchField.tsx'

type Props = {
  readonly commandId: string
  readonly label: string
  readonly placeholder: string
  /** What the address of the page asks for. */
  readonly query: string | undefined
  /** Milliseconds that nobody types for before it is asked for; 0, with the key, where 20,000 products answer before the next. */
  readonly pauseMs?: number
  /** Told once nobody has typed for so long; undefined for no words. */
  readonly onQuery: (query: string | undefined) => void
}

/** The words by which a page is filtered, which stand in its address. */
export function WordsField({ query = '', pauseMs = 150, onQuery, ...field }: Props) {
  const [text, setText] = useState(query)
  const latest = useRef(onQuery)
  /** What the page was told and its address does not say yet. */
  const told = useRef<string[]>([])
  useEffect(() => {
    latest.current = onQuery
  })
  const tell = useCallback(
    (words: string) => {
      if (words === (told.current.at(-1) ?? query)) return
      told.current.push(words)
      latest.current(words === '' ? undefined : words)
    },
    [query],
  )
  useEffect(() => {
    const timer = setTimeout(() => tell(text.trim()), pauseMs)
    return () => clearTimeout(timer)
  }, [text, pauseMs, tell])
  // An address that these words did not make, as of something found by Ctrl+K, has its own.
  useEffect(() => {
    const place = told.current.indexOf(query)
    told.current = told.current.slice(place + 1)
    if (place < 0) setText(query)
  }, [query])
  const type = (next: string): void => {
    setText(next)
    // With the key itself, before anything is drawn.
    if (pauseMs === 0) tell(next.trim())
  }
  return <SearchField {...field} text={text} onText={type} />
}
