import { dirname, join } from 'node:path'
import type { WorkspaceInfo } from '../../../shared/api/workspace.ts'
import type { AppContext, OpenWorkspace } from '../../context.ts'
import { appendAuditEvent } from '../../db/audit.ts'
import { takeChanges } from '../../db/change-log.ts'
import { createWorkspaceFile } from '../../db/create.ts'
import { fileRefusal } from '../../db/file-trouble.ts'
import type { ReadDb } from '../../db/handles.ts'
import { closeWorkspaceFile, openWorkspaceFile } from '../../db/open.ts'
import { readWorkspaceFacts } from '../../db/queries/workspace.ts'
import { fileIdentity } from '../../workspace-path.ts'
import { isInPlace } from '../commit.ts'
import { endRoom } from '../room/end-room.ts'
import { checkIntegrity } from './check-integrity.ts'
import { rememberWorkspace, workspaceIdOf } from './listing.ts'

/** Opens the file in place of the one that is open now; that one stays open when this fails. */
export function openWorkspace(app: AppContext, path: string): WorkspaceInfo {
  const { current } = app.workspace
  if (current !== null && current.identity === fileIdentity(path)) {
    if (isInPlace(current)) return workspaceInfo(app)
    // The open file itself under its new name: its journal is tied to the old one.
    closeWorkspace(app)
  }
  const storage = app.storageOf(path)
  const { db, readOnly } = openWorkspaceFile({
    path,
    migrations: migrationsFolder(app),
    migrating: {
      at: app.clock.now().toISOString(),
      actor: app.actor,
      appVersion: app.appVersion,
      examine: examineBefore,
    },
  })
  return useWorkspace(app, { path, db, readOnly, storage })
}

/** Creates an empty file, with its first audit event, and opens it. */
export function createWorkspace(
  app: AppContext,
  file: { readonly path: string; readonly name: string; readonly isSample: boolean },
): WorkspaceInfo {
  const at = app.clock.now().toISOString()
  const storage = app.storageOf(file.path)
  const db = createWorkspaceFile({
    ...file,
    migrations: migrationsFolder(app),
    createdAt: at,
    begin: (made) =>
      appendAuditEvent(
        made,
        {
          at,
          actor: app.actor,
          command: 'workspace.create',
          subject: 'workspace',
          detail: { name: file.name, isSample: file.isSample, appVersion: app.appVersion },
        },
        takeChanges(made),
      ),
  })
  return useWorkspace(app, { path: file.path, db, readOnly: null, storage })
}

/** Ends the meeting room, and lets go of the file. */
export function closeWorkspace(app: AppContext): void {
  const workspace = app.workspace.current
  if (workspace === null) return
  endRoom(app)
  app.workspace.current = null
  closeWorkspaceFile(workspace.db, isInPlace(workspace))
}

/** @throws when no workspace is open */
export function workspaceInfo(app: AppContext): WorkspaceInfo {
  const workspace = app.workspace.current
  if (workspace === null) throw new Error('no workspace is open')
  return {
    id: workspace.id,
    ...readWorkspaceFacts(workspace.db),
    location: dirname(workspace.path),
    readOnly: workspace.readOnly,
    storage: workspace.storage,
    appVersion: app.appVersion,
  }
}

function useWorkspace(app: AppContext, workspace: Omit<OpenWorkspace, 'id' | 'identity'>): WorkspaceInfo {
  closeWorkspace(app)
  app.workspace.current = {
    id: workspaceIdOf(workspace.path),
    identity: fileIdentity(workspace.path),
    ...workspace,
  }
  try {
    rememberWorkspace(app.host.dataFolder, workspace.path)
  } catch (error) {
    // The file is open all the same; only the start screen will not name it.
    app.log.error('the list of recent files could not be written', error)
  }
  app.live.publish({ topics: ['workspace'], sessionId: null, agendaItemId: null })
  return workspaceInfo(app)
}

const migrationsFolder = (app: AppContext) => join(app.resources, 'migrations')

/** A file of before the audit kept rows is checked once more as it was then; what stands in it counts from there. */
function examineBefore(db: ReadDb): readonly string[] {
  try {
    const { firstDifference } = checkIntegrity(db)
    return firstDifference === null ? [] : [firstDifference.kind]
  } catch (error) {
    if (fileRefusal(error) !== null) throw error
    return ['not-computable']
  }
}
