import { useSyncExternalStore } from 'react'
import type { SavedFile } from '../../shared/api/files.ts'

/** What happened outside of the page and is not to be seen on it: one line at the foot of the window. */
export type Notice =
  | { readonly kind: 'saved'; readonly file: SavedFile }
  /** A browser took the file over. */
  | { readonly kind: 'sent'; readonly name: string }
  /** A new file took the place of one that is still there under this name. */
  | { readonly kind: 'kept-aside'; readonly name: string }
  | { readonly kind: 'not-saved'; readonly name: string; readonly error: unknown }

let notice: Notice | null = null
const listeners = new Set<() => void>()

/** In the place of the one before; null takes it away. */
export function showNotice(next: Notice | null): void {
  notice = next
  for (const listener of listeners) listener()
}

export function useNotice(): Notice | null {
  return useSyncExternalStore(subscribe, () => notice)
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
