import { useEffect, useRef, useState } from 'react'
import { SearchField } from './SearchField.tsx'

const typingPauseMs = 150

type Props = {
  readonly commandId: string
  readonly label: string
  readonly placeholder: string
  /** What the address of the page asks for. */
  readonly query: string | undefined
  /** Told once nobody has typed for a while; undefined for no words. */
  readonly onQuery: (query: string | undefined) => void
}

/** The words by which a page is filtered, which stand in its address. */
export function WordsField({ query = '', onQuery, ...field }: Props) {
  const [text, setText] = useState(query)
  const latest = useRef(onQuery)
  useEffect(() => {
    latest.current = onQuery
  })
  useEffect(() => {
    const wanted = text.trim()
    if (wanted === query) return undefined
    const timer = setTimeout(() => latest.current(wanted === '' ? undefined : wanted), typingPauseMs)
    return () => clearTimeout(timer)
  }, [text, query])
  return <SearchField {...field} text={text} onText={setText} />
}
