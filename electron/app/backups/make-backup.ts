import { existsSync, rmSync } from 'node:fs'
import type { BackupFacts } from '../../../shared/api/backups.ts'
import type { BackupOccasion } from '../../../shared/domain/backups/retention.ts'
import { newBackupId } from '../../backups/keep-backup.ts'
import {
  dropOldBackups,
  folderOf,
  listBackups,
  ownStore,
  type BackupsOf,
  type StoredBackup,
} from '../../backups/list-backups.ts'
import { storeRefusal } from '../../backups/store-trouble.ts'
import { unfinishedPath } from '../../backups/whole-file.ts'
import type { AppContext, OpenWorkspace } from '../../context.ts'
import { fileRefusal } from '../../db/file-trouble.ts'
import type { ReadDb } from '../../db/handles.ts'
import { readBackupFacts, readHead, readIdentity } from '../../db/queries/backup-facts.ts'
import { writeSnapshot } from '../../db/snapshot.ts'
import { makeFolder } from '../../workspace-path.ts'
import { noteAnchor } from '../anchors/note-anchor.ts'
import { backupsOf } from './find-backups.ts'

/**
 * Begins a backup of the open file; none where the newest holds all of it, or where the file cannot be written anyway.
 *
 * @returns `copied` settles once the file may be changed or closed, `done` once the copy was checked and counts. Neither
 *   fails: what went wrong is told until a backup succeeds.
 */
export function beginBackup(
  app: AppContext,
  occasion: BackupOccasion,
): { readonly copied: Promise<void>; readonly done: Promise<void> } {
  const { backups } = app
  const { promise: copied, resolve } = Promise.withResolvers<void>()
  const before = backups.copying
  backups.copying = copied
  const done = (async () => {
    await before
    try {
      if (await backUp(app, { occasion, onCopied: resolve })) noteOutcome(app, null)
    } catch (error) {
      app.log.error('a backup could not be made', error)
      noteOutcome(app, error)
    } finally {
      resolve()
    }
  })()
  const ended = done.finally(() => backups.checking.delete(ended))
  backups.checking.add(ended)
  return { copied, done: ended }
}

/** A backup here that holds the file as it is now; null where there is none, and where somebody closed it meanwhile. */
export async function backupOfNow(app: AppContext, workspace: OpenWorkspace): Promise<StoredBackup | null> {
  const { db } = workspace
  if (app.workspace.current?.db !== db) return null
  const own = await listBackups(ownStore(app.host.dataFolder), { place: 'own', of: backupsOf(workspace) })
  const isOfNow = ({ place, note: { facts } }: StoredBackup) =>
    place === 'own' && facts !== null && isStateOf(db, facts)
  return app.workspace.current?.db === db ? (own.find(isOfNow) ?? null) : null
}

type Copying = { readonly occasion: BackupOccasion; readonly onCopied: () => void }

/** True once a backup holds all of the open file; false where there is no file to be backed up. */
async function backUp(app: AppContext, copying: Copying): Promise<boolean> {
  const workspace = app.workspace.current
  if (workspace === null || workspace.readOnly !== null) return false
  if ((await backupOfNow(app, workspace)) !== null) return true
  // Somebody closed it meanwhile.
  if (app.workspace.current?.db !== workspace.db) return false
  await writeBackup(app, workspace, copying)
  publish(app)
  return true
}

async function writeBackup(app: AppContext, workspace: OpenWorkspace, { occasion, onCopied }: Copying): Promise<void> {
  const { db, path } = workspace
  const store = ownStore(app.host.dataFolder)
  const of: BackupsOf = backupsOf(workspace)
  const folder = folderOf(store, of)
  try {
    makeFolder(folder)
  } catch (error) {
    throw storeRefusal(error, existsSync(folder) ? folder : store)
  }
  const unfinished = unfinishedPath(folder)
  try {
    await writeSnapshot(db, unfinished)
    // No key comes in between: what the copy holds is what is there now.
    const facts = readBackupFacts(db)
    const madeAt = app.clock.now().toISOString()
    noteAnchor(app, 'backup')
    onCopied()
    await app.work.run('keep-backup', { id: newBackupId(), unfinished, folder, facts, occasion, madeAt, source: path })
  } catch (error) {
    throw storeRefusal(error, folder)
  } finally {
    rmSync(unfinished, { force: true })
  }
  await dropOldBackups(store, of)
}

function isStateOf(db: ReadDb, facts: BackupFacts): boolean {
  const { commits } = readIdentity(db)
  if (readHead(db).head !== facts.head) return false
  return commits === null || commits === facts.commits
}

function noteOutcome(app: AppContext, error: unknown): void {
  const now = app.clock.now()
  const refusal = fileRefusal(error)
  const { reason, detail } = refusal ?? ({ reason: 'unexpected', detail: {} } as const)
  const isNews = error !== null || app.backups.trouble !== null
  app.backups.trouble = error === null ? null : { at: now.toISOString(), reason, detail }
  if (error === null) app.backups.lastAt = now.getTime()
  if (isNews) publish(app)
}

function publish(app: AppContext): void {
  app.live.publish({ topics: ['backups'], sessionId: null, agendaItemId: null })
}
