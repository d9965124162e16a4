import { basename, dirname } from 'node:path'
import type { HandedFile } from '../../../shared/api/workspace.ts'
import { withoutHidden } from '../../../shared/domain/vietnamese/normalise-input.ts'
import type { AppContext } from '../../context.ts'
import { isSameFile, workspaceEnding } from '../../workspace-path.ts'
import { workspaceIdOf } from './listing.ts'

/**
 * The system handed a file to the application that runs already. The page opens it, since only the page knows of keys
 * that are not saved yet; a later one takes the place of one that waits. What kind of file it is, opening tells.
 */
export function handOver(app: AppContext, path: string): void {
  const { current } = app.workspace
  if (current !== null && isSameFile(current.path, path)) return
  app.workspace.handed = path
  tell(app)
}

/** The person decided on it. */
export function dropHanded(app: AppContext): void {
  app.workspace.handed = null
  tell(app)
}

/** What waits to be opened, as the page shows it. */
export function handedFile({ handed }: AppContext['workspace']): HandedFile | null {
  if (handed === null) return null
  const name = withoutHidden(basename(handed, workspaceEnding))
  const kind = isPackage(handed) ? 'package' : 'workspace'
  return { id: workspaceIdOf(handed), kind, name, location: dirname(handed) }
}

/** By its name: what it holds, reading it tells. */
export function isPackage(path: string): boolean {
  return path.toLowerCase().endsWith(packageEnding)
}

const packageEnding = '.ocop-goi'

function tell(app: AppContext): void {
  app.live.publish({ topics: ['workspace'], sessionId: null, agendaItemId: null })
}
