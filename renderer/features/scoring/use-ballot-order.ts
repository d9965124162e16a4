import { useState } from 'react'
import type { BallotOrder } from '../../../shared/domain/ballot/ballot-order.ts'

const storageKey = 'ocop-ballot-order'

/** The order in which this office keys its pile of ballots; kept on this machine. */
export function useBallotOrder(): readonly [BallotOrder, (order: BallotOrder) => void] {
  const [order, setOrder] = useState<BallotOrder>(() =>
    localStorage.getItem(storageKey) === 'by-member' ? 'by-member' : 'by-product',
  )
  return [
    order,
    (next) => {
      localStorage.setItem(storageKey, next)
      setOrder(next)
    },
  ]
}
