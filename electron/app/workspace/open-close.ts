import { dirname, join } from 'node:path'
import type { WorkspaceInfo } from '../../../shared/api/workspace.ts'
import { keepBeforeMigration } from '../../backups/keep-before-migration.ts'
import type { AppContext, OpenWorkspace } from '../../context.ts'
import { appendAuditEvent } from '../../db/audit.ts'
import { takeChanges } from '../../db/change-log.ts'
import { createWorkspaceFile } from '../../db/create.ts'
import { closeWorkspaceFile, openWorkspaceFile } from '../../db/open.ts'
import { readWorkspaceFacts } from '../../db/queries/workspace.ts'
import { fileIdentity } from '../../workspace-path.ts'
import { isInPlace } from '../commit.ts'
import { faultsOfBefore } from '../integrity/check-integrity.ts'
import { clearDesk, meetPeople } from '../people/desk.ts'
import { endRoom } from '../room/end-room.ts'
import { keepWhatIsGone } from './keep-what-is-gone.ts'
import { rememberWorkspace, workspaceIdOf } from './listing.ts'

/** Opens the file in place of the one that is open now; that one stays open when this fails. */
export function openWorkspace(app: AppContext, path: string): WorkspaceInfo {
  const { current } = app.workspace
  if (current !== null && current.identity === fileIdentity(path)) {
    if (isInPlace(current)) return workspaceInfo(app)
    // The open file itself under its new name: its journal is tied to the old one.
    letGo(app, current)
  } else if (current !== null) keepWhatIsGone(app, current)
  return useWorkspace(app, openInstead(app, path))
}

/** The file, not in use yet; `kept` is the copy of a file that was made from one. */
export function openInstead(app: AppContext, path: string, kept?: string): OpenWorkspace {
  const opened = openWorkspaceFile({
    path,
    migrations: migrationsFolder(app),
    migrating: {
      at: app.clock.now().toISOString(),
      actor: app.actor,
      appVersion: app.appVersion,
      examine: (db) => faultsOfBefore(db, app.rules),
      keepBefore: (file) =>
        kept ?? keepBeforeMigration(file, { dataFolder: app.host.dataFolder, source: path, now: app.clock.now() }),
    },
  })
  return { ...opened, ...placeOf(app, path) }
}

/** Creates an empty file, with its first audit event, and opens it. */
export function createWorkspace(
  app: AppContext,
  file: { readonly path: string; readonly name: string; readonly isSample: boolean },
): WorkspaceInfo {
  const at = app.clock.now().toISOString()
  const { current } = app.workspace
  if (current !== null) keepWhatIsGone(app, current)
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
  return useWorkspace(app, { db, readOnly: null, strayAside: null, ...placeOf(app, file.path) })
}

/**
 * Ends the meeting room, and lets go of the file; nothing of it is lost where it is not in its place any more.
 *
 * @throws Refusal where that cannot be written; the file stays open then
 */
export function closeWorkspace(app: AppContext): void {
  const { current } = app.workspace
  if (current === null) return
  keepWhatIsGone(app, current)
  letGo(app, current)
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
    isMoved: !isInPlace(workspace),
    strayAside: workspace.strayAside,
    storage: workspace.storage,
    appVersion: app.appVersion,
  }
}

function useWorkspace(app: AppContext, workspace: OpenWorkspace): WorkspaceInfo {
  const { current } = app.workspace
  if (current !== null) letGo(app, current)
  changeWorkspace(app, workspace)
  meetPeople(app, workspace.db)
  return workspaceInfo(app)
}

/** From here on it is the file that everybody is shown; the one before is the caller's to let go. */
export function changeWorkspace(app: AppContext, workspace: OpenWorkspace): void {
  app.workspace.current = workspace
  try {
    rememberWorkspace(app.host.dataFolder, workspace.path)
  } catch (error) {
    // The file is open all the same; only the start screen will not name it.
    app.log.error('the list of recent files could not be written', error)
  }
  app.live.publish({ topics: ['workspace'], sessionId: null, agendaItemId: null })
}

function letGo(app: AppContext, workspace: OpenWorkspace): void {
  endRoom(app)
  app.workspace.current = null
  clearDesk(app)
  // Nothing is written into a harmed file: its mark of an open one stays where it has it.
  closeWorkspaceFile(workspace.db, workspace.readOnly?.kind !== 'harmed' && isInPlace(workspace))
}

const placeOf = (app: AppContext, path: string) => ({
  id: workspaceIdOf(path),
  path,
  identity: fileIdentity(path),
  storage: app.storageOf(path),
})

const migrationsFolder = (app: AppContext) => join(app.resources, 'migrations')
