import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { SessionSummary } from '../../shared/api/sessions.ts'
import { orpc } from './client.ts'

let visitedId: number | null = null
const listeners = new Set<() => void>()

/** A screen of that session was opened: it becomes the one that the frame speaks of. */
export function visitSession(sessionId: number | null): void {
  if (visitedId === sessionId) return
  visitedId = sessionId
  for (const listener of listeners) listener()
}

/**
 * The session that the frame speaks of: the one visited last, else the open one, else the latest by date.
 * Null in an empty file and while loading.
 */
export function useCurrentSession(): SessionSummary | null {
  const visited = useSyncExternalStore(subscribe, () => visitedId)
  const { data } = useQuery(orpc.sessions.list.queryOptions())
  return data === undefined ? null : pickCurrentSession(data, visited)
}

export function pickCurrentSession(sessions: readonly SessionSummary[], visited: number | null): SessionSummary | null {
  return (
    sessions.find(({ id }) => id === visited) ??
    sessions.find(({ state }) => state === 'open') ??
    sessions.toSorted((one, other) => other.heldOn.localeCompare(one.heldOn))[0] ??
    null
  )
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
