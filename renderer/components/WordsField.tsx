import { useEffect, useRef, useState } from 'react'
import { SearchField } from './SearchField.tsx'

type Props = {
  readonly commandId: string
  readonly label: string
  readonly placeholder: string
  /** What the address of the page asks for. */
  readonly query: string | undefined
  /** Milliseconds that nobody types for before it is asked for; 0 where a file of 20,000 products answers before the next key. */
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
  useEffect(() => {
    const wanted = text.trim()
    if (wanted === query) return undefined
    const timer = setTimeout(() => {
      told.current.push(wanted)
      latest.current(wanted === '' ? undefined : wanted)
    }, pauseMs)
    return () => clearTimeout(timer)
  }, [text, query, pauseMs])
  // An address that these words did not make, as of something found by Ctrl+K, has its own.
  useEffect(() => {
    const place = told.current.indexOf(query)
    told.current = told.current.slice(place + 1)
    if (place < 0) setText(query)
  }, [query])
  return <SearchField {...field} text={text} onText={setText} />
}
