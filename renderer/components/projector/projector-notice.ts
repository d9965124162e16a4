import { useSyncExternalStore } from 'react'

let isBlocked = false
const listeners = new Set<() => void>()

/** The browser did, or did not, let the second window open. */
export function showBlocked(next: boolean): void {
  isBlocked = next
  for (const listener of listeners) listener()
}

export function useIsProjectorBlocked(): boolean {
  return useSyncExternalStore(subscribe, () => isBlocked)
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
