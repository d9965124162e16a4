import { createContext, useContext, useSyncExternalStore } from 'react'
import type { BallotDesk, DeskState } from './ballot-desk.ts'

export const DeskContext = createContext<BallotDesk | null>(null)

export function useDesk(): BallotDesk {
  const desk = useContext(DeskContext)
  if (desk === null) throw new Error('useDesk outside of a scoring screen')
  return desk
}

/**
 * A part of the desk; the component renders again only when the part changes, so a key touches two rows and not all.
 * `select` answers a primitive or something that keeps its identity.
 */
export function useDeskPart<Part>(select: (state: DeskState) => Part): Part {
  return useDeskPartOf(useDesk(), select)
}

/** The same for a desk at hand, above the context. */
export function useDeskPartOf<Part>(desk: BallotDesk, select: (state: DeskState) => Part): Part {
  return useSyncExternalStore(desk.subscribe, () => select(desk.read()))
}
