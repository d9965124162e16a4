import type { QueryClient } from '@tanstack/react-query'
import type { WorkspaceStatus } from '../../shared/api/workspace.ts'
import { visitedSession } from './current-session.ts'
import { keptYear } from './list-year.ts'
import { saveStore } from './save-state.ts'
import { forgetUnsaved } from './unsaved.ts'

const statusKey = [['workspace', 'status']] as const
const listKey = [['workspace', 'list']] as const

/**
 * Asks which file is open, and forgets everything known of the last one if it is another. The status is asked first:
 * where no file is open any more, the screens close before they ask for anything of the file that is gone.
 */
export async function refreshWorkspace(queryClient: QueryClient): Promise<void> {
  const before = openFile(queryClient)
  await queryClient.invalidateQueries({ queryKey: statusKey })
  const others = { predicate: isOther }
  if (openFile(queryClient) === before) {
    // Behind the lock nothing is answered, and what is known stays until it is opened.
    if (!isLocked(queryClient)) await queryClient.invalidateQueries(others)
    return
  }
  visitedSession.set(null)
  keptYear.set(null)
  saveStore.reset()
  forgetUnsaved()
  await Promise.all([
    // What files there are is no file's: taken away and given back, it would swallow a click on one of them.
    queryClient.invalidateQueries({ queryKey: listKey }),
    queryClient.resetQueries({ predicate: (query) => isOther(query) && !isList(query) }),
  ])
}

const openFile = (queryClient: QueryClient): string | null =>
  knownStatus(queryClient)
    .map(({ open }) => open?.id ?? null)
    .find((id) => id !== null) ?? null

const isLocked = (queryClient: QueryClient): boolean => knownStatus(queryClient).some(({ desk }) => desk.isLocked)

const knownStatus = (queryClient: QueryClient): readonly WorkspaceStatus[] =>
  queryClient.getQueriesData<WorkspaceStatus>({ queryKey: statusKey }).flatMap(([, status]) => status ?? [])

type Keyed = { readonly queryKey: readonly unknown[] }

const isOther = (query: Keyed): boolean => !isOf(query, 'status')

const isList = (query: Keyed): boolean => isOf(query, 'list')

function isOf({ queryKey: [path] }: Keyed, verb: string): boolean {
  return Array.isArray(path) && path[0] === 'workspace' && path[1] === verb
}
