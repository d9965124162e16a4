import { useCallback, useRef } from 'react'

/** How much lower a row may be than those that stood there before: one line beside three. */
const lowRow = 0.7

/**
 * How many rows of a table the window shows below the top of its body, by the height of those that stand there; of a table
 * not drawn yet, all. `ref` goes to the body.
 */
export function useRowsInSight() {
  const inSight = useRef(Number.POSITIVE_INFINITY)
  const ref = useCallback((body: HTMLTableSectionElement | null) => {
    if (body === null) return undefined
    // After a layout: asking here makes none.
    const observer = new ResizeObserver(() => {
      const { top, height } = body.getBoundingClientRect()
      if (height > 0) inSight.current = ((window.innerHeight - top) * body.rows.length) / (height * lowRow)
    })
    observer.observe(body)
    return () => observer.disconnect()
  }, [])
  return { ref, inSight }
}
