import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { pageAt, pagesHeld, sameSpot, stackPages, type PageStack } from './page-stack.ts'

/** Between pages, in pixels. */
const gap = 12

/**
 * A pane in which pages stand one below the other, of which those near its window alone are held. `ref` and `onScroll` go to
 * the pane, which has no padding above.
 * @param heights of the pages in pixels, the same array while they stay so
 * @param held how far around the window pages are held, by its height, and those that are held wherever they lie
 */
export function usePageStack(heights: readonly number[], held: Parameters<typeof pagesHeld>[2]) {
  const pane = useRef<HTMLDivElement>(null)
  const [view, setView] = useState({ top: 0, height: 0 })
  const stack = useMemo(() => stackPages(heights, gap), [heights])
  const look = useCallback(() => {
    const at = pane.current
    if (at !== null) setView({ top: at.scrollTop, height: at.clientHeight })
  }, [])
  useLayoutEffect(() => {
    if (pane.current === null) return undefined
    const observer = new ResizeObserver(look)
    observer.observe(pane.current)
    return () => observer.disconnect()
  }, [look])
  const before = useRef<PageStack>(stack)
  useLayoutEffect(() => {
    const at = pane.current
    if (at !== null && before.current !== stack)
      at.scrollTop = sameSpot({ from: before.current, to: stack, top: at.scrollTop })
    before.current = stack
    look()
  }, [stack, look])
  return {
    ref: pane,
    onScroll: look,
    stack,
    held: pagesHeld(stack, view, held),
    /** From 0: the one in the middle of the pane. */
    current: pageAt(stack, view.top + view.height / 2),
    goTo: (page: number): void => void pane.current?.scrollTo({ top: (stack.tops[page] ?? 0) - gap }),
    isInView: (page: number): boolean => {
      const top = stack.tops[page] ?? 0
      return top >= view.top && top + (heights[page] ?? 0) <= view.top + view.height
    },
  }
}
