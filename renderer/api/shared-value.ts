import { useSyncExternalStore } from 'react'

/** A value that the whole page shares: what reads it with `use` is drawn anew when it is set to another. */
export function sharedValue<Value>(initial: Value) {
  let value = initial
  const listeners = new Set<() => void>()
  const read = (): Value => value
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  return {
    read,
    subscribe,
    set: (next: Value): void => {
      if (next === value) return
      value = next
      for (const listener of listeners) listener()
    },
    use: (): Value => useSyncExternalStore(subscribe, read),
  }
}
