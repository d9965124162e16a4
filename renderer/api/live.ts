import type { QueryClient } from '@tanstack/react-query'
import type { AppClient } from '../../shared/api/contract.ts'
import { gatherStale } from './gather-stale.ts'
import { setLiveConnected, setLiveRefused, type RoomEnd } from './live-state.ts'
import { stalePaths, type QueryPath } from './live-topics.ts'
import { isFinalRefusal, readRefusal } from './refusal.ts'
import { refreshWorkspace } from './refresh-workspace.ts'

const retryAfterMs = 2000

type FollowChangesInput = {
  client: Pick<AppClient, 'live'>
  queryClient: QueryClient
  /** In milliseconds; see `gatherStale`. */
  gatherFor: number
  signal: AbortSignal
}

/** Follows every committed change and makes the queries that it touches stale, until `signal` aborts. */
export async function followChanges({ client, queryClient, gatherFor, signal }: FollowChangesInput): Promise<void> {
  const tell = gatherStale((stale) => invalidate(queryClient, stale), gatherFor)
  while (!signal.aborted) {
    try {
      const changes = await client.live.changes(undefined, { signal })
      setLiveConnected(true)
      // Whatever changed while the stream was down.
      await refreshWorkspace(queryClient)
      for await (const change of changes) tell(stalePaths(change))
    } catch (error) {
      // The stream ended: the host restarted or the machine slept. Ask again below.
      if (isFinalRefusal(error)) {
        const end = readRoomEnd(error)
        setLiveRefused(end)
        // After the room's end nobody answers.
        if (end === null) await refreshWorkspace(queryClient)
      }
    }
    setLiveConnected(false)
    if (!signal.aborted) await pause(signal)
  }
}

function readRoomEnd(error: unknown): RoomEnd | null {
  const refusal = readRefusal(error)
  if (refusal?.reason !== 'room-off') return null
  return refusal.detail['session'] === 'locked' ? 'session-locked' : 'room-off'
}

function invalidate(queryClient: QueryClient, stale: ReturnType<typeof stalePaths>): void {
  if (stale === 'all') {
    void refreshWorkspace(queryClient)
    return
  }
  // oRPC keys begin with the procedure's path: `[['councils', 'list'], …]`; a prefix of it matches.
  for (const path of stale) {
    askAgainAfterFirstAnswer(queryClient, path)
    void queryClient.invalidateQueries({ queryKey: [path] })
  }
}

/**
 * TanStack Query does not restart a query whose first answer is still under way, and that answer may be older than the
 * change. Cancelling it at each change could keep it from ever answering; so it is asked once more after its answer.
 */
function askAgainAfterFirstAnswer(queryClient: QueryClient, path: QueryPath): void {
  const first = queryClient.getQueryCache().findAll({
    queryKey: [path],
    fetchStatus: 'fetching',
    predicate: ({ state }) => state.data === undefined,
  })
  for (const query of first) {
    const again = (): void => void queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true })
    query.promise?.then(again, again)
  }
}

const pause = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, retryAfterMs)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
