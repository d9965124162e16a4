import { startTransition, useCallback, useEffect, useRef, useState } from 'react'
import { typing } from './typing.ts'

/** Below the edge: so many rows cost a key little. */
const fewRows = 12

/**
 * What a table draws of its rows: all of them, but while somebody types the words that find them so many as the window shows.
 * What lies below the edge is as dear to a key as what it shows, and is drawn when it comes in sight or somebody does anything
 * but typing. `body` and `edge` are refs of the table's body and of what takes the place of the others, `below` its height in
 * pixels; 0 for none.
 */
export function useDrawnRows<Row>(rows: readonly Row[]) {
  /** Null while all are drawn. */
  const [cut, setCut] = useState<Sight | null>(null)
  const standing = useRef<HTMLTableSectionElement>(null)
  useEffect(() => {
    const stop = typing.subscribe(() => {
      if (typing.read()) setCut(sightOf(standing.current))
      else startTransition(() => setCut(null))
    })
    return () => void stop()
  }, [])
  const body = useCallback((element: HTMLTableSectionElement | null) => {
    standing.current = element
    if (element === null) return undefined
    // After a layout: asking here makes none.
    const observer = new ResizeObserver(() => {
      const seen = typing.read() ? sightOf(element) : null
      if (seen !== null) setCut((before) => (seen.rows > (before?.rows ?? 0) ? seen : before))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const edge = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined
    const observer = new IntersectionObserver((seen) => {
      // Scrolled there, as a rule.
      if (seen.some(({ isIntersecting }) => isIntersecting)) typing.set(false)
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  if (cut === null || rows.length <= cut.rows + fewRows) return { body, edge, drawn: rows, below: 0 }
  return { body, edge, drawn: rows.slice(0, cut.rows), below: (rows.length - cut.rows) * cut.rowHeight }
}

type Sight = {
  /** How many the window shows below the top of the body at most, and two. */
  readonly rows: number
  /** Of one among many, in pixels. */
  readonly rowHeight: number
}

/** Null of a body that is not seen. */
function sightOf(body: HTMLTableSectionElement | null): Sight | null {
  const { top, height } = body?.getBoundingClientRect() ?? { top: 0, height: 0 }
  if (body === null || height === 0) return null
  const lowest = Math.min(...Array.from(body.rows, (row) => row.offsetHeight))
  const rows = Math.ceil(Math.max(0, window.innerHeight - top) / lowest) + 2
  return { rows, rowHeight: height / body.rows.length }
}
