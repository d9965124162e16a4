import { Refusal } from '../../../shared/api/refusal.ts'
import type { WorkspaceInfo } from '../../../shared/api/workspace.ts'
import type { AppContext, OpenWorkspace } from '../../context.ts'
import { refusingFileTroubles } from '../../db/file-trouble.ts'
import { readWorkspaceFacts } from '../../db/queries/workspace.ts'
import { readWhole, writeWhole } from '../../db/snapshot.ts'
import { fileStemOf, workspaceEnding } from '../../workspace-path.ts'
import { isInPlace } from '../commit.ts'
import { keepAside, putBack } from './keep-aside.ts'
import { changeWorkspace, dropFile, workspaceInfo } from './open-close.ts'
import { openAtOnce } from './open-instead.ts'
import { inTurnAt } from './turns.ts'

/**
 * Writes all of the open file, which is not in its place any more, into a new one where the person says, and goes on in
 * that one: the same record under another name, so that the room stays on and keys that wait go there.
 *
 * @returns null where the person left it
 */
export async function saveElsewhere(app: AppContext): Promise<WorkspaceInfo | null> {
  const moved = app.workspace.current
  if (moved === null) throw new Refusal('no-workspace')
  if (isInPlace(moved)) return workspaceInfo(app)
  return inTurnAt(app, readWorkspaceFacts(moved.db).name, async (path) =>
    app.workspace.current === moved ? moveTo(app, moved, path) : null,
  )
}

function moveTo(app: AppContext, moved: OpenWorkspace, path: string): WorkspaceInfo {
  const kept = app.host.capabilities.hasFileDialogs ? refusingFileTroubles(() => keepAside(path)) : null
  try {
    refusingFileTroubles(() => writeWhole(moved.db, path))
    changeWorkspace(app, { ...openAtOnce(app, { path }).workspace, id: moved.id })
  } catch (error) {
    if (kept !== null) putBack({ kept, path })
    throw error
  }
  dropFile(moved, false)
  return workspaceInfo(app)
}

/** Name of the open file where it is not in its place any more, else null. */
export function movedName({ workspace: { current } }: AppContext): string | null {
  return current === null || isInPlace(current) ? null : readWorkspaceFacts(current.db).name
}

/** All of the open file, which is not in its place any more, for a browser to keep where the person likes. */
export function downloadMoved(app: AppContext): File {
  const { current } = app.workspace
  if (current === null) throw new Refusal('no-workspace')
  if (isInPlace(current)) throw new Refusal('host-cannot')
  const name = fileStemOf(readWorkspaceFacts(current.db).name) + workspaceEnding
  return new File([readWhole(current.db)], name, { type: 'application/octet-stream' })
}
