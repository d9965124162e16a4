import { useQuery } from '@tanstack/react-query'
import type { SessionSummary } from '../../shared/api/sessions.ts'
import { orpc } from './client.ts'
import { sharedValue } from './shared-value.ts'

/** The session whose screen was opened last: the one that the frame speaks of. */
export const visitedSession = sharedValue<number | null>(null)

/**
 * The session that the frame speaks of: the one visited last, else the open one, else the latest by date.
 * Null in an empty file and while loading.
 */
export function useCurrentSession(): SessionSummary | null {
  const visited = visitedSession.use()
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
