import type { QueryClient } from '@tanstack/react-query'
import type { WorkspaceStatus } from '../../shared/api/workspace.ts'
import { visitedSession } from './current-session.ts'
import { saveStore } from './save-state.ts'
import { forgetUnsaved } from './unsaved.ts'

const statusKey = [['workspace', 'status']] as const

/**
 * Asks which file is open, and drops what is known of the file before if it is another one. The status comes first:
 * with no file open the screens of the old one leave before they ask it anything.
 */
export async function refreshWorkspace(queryClient: QueryClient): Promise<void> {
  const before = openFile(queryClient)
  await queryClient.invalidateQueries({ queryKey: statusKey })
  const others = { predicate: isOther }
  if (openFile(queryClient) === before) {
    await queryClient.invalidateQueries(others)
    return
  }
  visitedSession.set(null)
  saveStore.reset()
  forgetUnsaved()
  await queryClient.resetQueries(others)
}

const openFile = (queryClient: QueryClient): string | null =>
  queryClient
    .getQueriesData<WorkspaceStatus>({ queryKey: statusKey })
    .map(([, status]) => status?.open?.id ?? null)
    .find((id) => id !== null) ?? null

function isOther({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean {
  const path = queryKey[0]
  return !(Array.isArray(path) && path[0] === 'workspace' && path[1] === 'status')
}
