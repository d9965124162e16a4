import { useSyncExternalStore } from 'react'

let state: 'starting' | 'connected' | 'lost' = 'starting'
const listeners = new Set<() => void>()

/** False while the live stream is down: then each write refreshes everything itself. */
export function isLiveConnected(): boolean {
  return state === 'connected'
}

export function setLiveConnected(isConnected: boolean): void {
  if (!isConnected && state === 'starting') return
  state = isConnected ? 'connected' : 'lost'
  for (const listener of listeners) listener()
}

/** True while a stream that was up is down. */
export function useIsLiveLost(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => state === 'lost',
  )
}
