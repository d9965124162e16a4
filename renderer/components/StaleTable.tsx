import { useEffect, useState, type ReactNode } from 'react'
import classes from './table-page.module.css'

/** Milliseconds: what comes sooner would make the table flicker at every key. */
const lateAfter = 150

type Props = {
  /** What stands there is of before, and others are on their way. */
  readonly isStale: boolean
  /** Nothing stands in it. It stays unseen, and the next list that is found need not make it anew. */
  readonly isEmpty?: boolean
  readonly children: ReactNode
}

/** The table of a page, faded once others have been awaited for so long; a style that waits would be drawn at every key. */
export function StaleTable({ isStale, isEmpty = false, children }: Props) {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    if (!isStale) return undefined
    const timer = setTimeout(() => setLate(true), lateAfter)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [isStale])
  return (
    <div hidden={isEmpty} data-stale={isLate || undefined} className={classes.table}>
      {children}
    </div>
  )
}
