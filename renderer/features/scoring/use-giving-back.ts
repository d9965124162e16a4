import { useEffect, useRef } from 'react'
import { giveBack, useDesk } from '../../api/desk.ts'

/** Keys that were lent for a check go back as its screen is left, and not before what was keyed is saved. */
export function useGivingBack(): void {
  const lender = useDesk()?.lender ?? null
  const lent = useRef(lender)
  useEffect(() => {
    lent.current = lender
  }, [lender])
  useEffect(
    () => () => {
      // Where the host does not answer, the top bar says who works, and gives back as well.
      if (lent.current !== null) void giveBack().catch(() => {})
    },
    [],
  )
}
