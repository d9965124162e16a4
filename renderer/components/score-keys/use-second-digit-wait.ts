import { useEffect, useEffectEvent } from 'react'
import type { Pending } from '../../../shared/score-grid/score-grid.ts'

/** How long "1" waits for a second digit where 1 and 10 are both offered, in milliseconds. */
const secondDigitWait = 900

/** Lets a digit that is points by itself stand once no second one came. */
export function useSecondDigitWait(pending: Pending | null, onSettle: () => void): void {
  const settle = useEffectEvent(onSettle)
  const isWaiting = pending?.kind === 'digits' && pending.canStand
  useEffect(() => {
    if (!isWaiting) return undefined
    const timer = setTimeout(settle, secondDigitWait)
    return () => clearTimeout(timer)
  }, [isWaiting])
}
