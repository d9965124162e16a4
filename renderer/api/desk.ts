import { useQuery } from '@tanstack/react-query'
import type { Desk } from '../../shared/api/people.ts'
import { client, orpc } from './client.ts'
import { queryClient } from './query-client.ts'
import { refreshWorkspace } from './refresh-workspace.ts'
import { sharedValue } from './shared-value.ts'
import { whenTried } from './unsaved.ts'

/** Who works at this machine; undefined until the host has said. */
export function useDesk(): Desk | undefined {
  return useQuery(orpc.workspace.status.queryOptions()).data?.desk
}

/** The screen is covered at once: the lock screen then locks the host. */
export const isCovered = sharedValue(false)

/** How often somebody has signed in. */
let entries = 0

/** Somebody has signed in: a lock that still waits is none any more. */
export function noteEntry(): void {
  entries += 1
}

/** Locks the host behind a covered screen, once what was keyed is saved, or waits for who keyed it: no key is lost. */
export async function lockHost(): Promise<void> {
  const before = entries
  // A field that the cover took the focus from saves itself first.
  await new Promise((resolve) => setTimeout(resolve))
  await whenTried()
  if (!isCovered.read() || entries !== before) return
  await client.people.lock()
  await refreshWorkspace(queryClient)
}

/** Gives the keys back to whom they were lent by, once what the second person keyed is saved or waits for that one. */
export async function giveBack(): Promise<void> {
  await whenTried()
  await client.people.giveBack()
  await refreshWorkspace(queryClient)
}
