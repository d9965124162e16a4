import { useEffect, useRef } from 'react'
import { giveBack, useDesk } from '../../api/desk.ts'

/**
 * Keys that were lent for a check go back with its last ballot, or as its screen is left, and not before what was keyed is
 * saved. Where the host does not answer, the top bar says who works, and gives back as well.
 */
export function useGivingBack(isOver: boolean): void {
  const lender = useDesk()?.lender ?? null
  const lent = useRef(lender)
  useEffect(() => {
    lent.current = lender
    if (isOver && lender !== null) void giveBack().catch(() => {})
  }, [isOver, lender])
  useEffect(
    () => () => {
      if (lent.current !== null) void giveBack().catch(() => {})
    },
    [],
  )
}
