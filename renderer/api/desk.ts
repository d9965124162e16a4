import { useQuery } from '@tanstack/react-query'
import type { Desk } from '../../shared/api/people.ts'
import { client, orpc } from './client.ts'
import { queryClient } from './query-client.ts'
import { refreshWorkspace } from './refresh-workspace.ts'
import { sharedValue } from './shared-value.ts'
import { whenSaved } from './unsaved.ts'

/** Who works at this machine; undefined until the host has said. */
export function useDesk(): Desk | undefined {
  return useQuery(orpc.workspace.status.queryOptions()).data?.desk
}

/** The screen is covered at once: the lock screen then locks the host. */
export const isCovered = sharedValue(false)

/** Locks the host behind a covered screen, once what was keyed is saved: no key is lost. */
export async function lockHost(): Promise<void> {
  // A field that the cover took the focus from saves itself first.
  await new Promise((resolve) => setTimeout(resolve))
  await whenSaved()
  if (!isCovered.read()) return
  await client.people.lock()
  await refreshWorkspace(queryClient)
}

/** Gives the keys back to whom they were lent by, once what the second person keyed is saved. */
export async function giveBack(): Promise<void> {
  await whenSaved()
  await client.people.giveBack()
  await refreshWorkspace(queryClient)
}
