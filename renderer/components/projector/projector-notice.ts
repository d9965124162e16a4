import { useSyncExternalStore } from 'react'

let isBlocked = false
const listeners = new Set<() => void>()

/** The browser did, or did not, let the second window open. */
export const showBlocked = (next: boolean): void => {
  isBlocked = next
  for (const listener of listeners) listener()
}

export const useIsProjectorBlocked = (): boolean => useSyncExternalStore(subscribe, () => isBlocked)

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
