import { join } from 'node:path'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { FileCheck, ReadOnlyReason } from '../../../shared/api/workspace.ts'
import { keepBeforeMigration } from '../../backups/keep-before-migration.ts'
import type { AppContext, OpenWorkspace } from '../../context.ts'
import { fileRefusal } from '../../db/file-trouble.ts'
import type { Migrating } from '../../db/log-migration.ts'
import { closeWorkspaceFile, openSalvage, openWorkspaceFile } from '../../db/open.ts'
import { writeSnapshot } from '../../db/snapshot.ts'
import { fileIdentity } from '../../workspace-path.ts'
import { faultsOfBefore } from '../integrity/check-integrity.ts'
import { begins, fileCheck } from '../integrity/file-check.ts'
import { makeTempFolder, removeTempFolder } from '../temp-folders.ts'
import { workspaceIdOf } from './listing.ts'
import { holdFile, releaseFile, type Holding } from './owner-file.ts'
import { endingSignal } from './turns.ts'

type ToOpen = {
  readonly path: string
  readonly takesOver?: boolean
  /** The copy that the file was made from, where there is one. */
  readonly kept?: string
}

/**
 * The file at the path, held, read and checked, but not in use yet: whatever is open stays so meanwhile. What was not closed
 * in order is checked in full before the first change, in the worker.
 *
 * @throws Refusal as `openAtOnce`
 */
export async function openInstead(app: AppContext, asked: ToOpen): Promise<OpenWorkspace> {
  try {
    const { workspace, wasLeft } = openAtOnce(app, asked)
    return wasLeft ? await checkFirst(app, workspace) : workspace
  } catch (error) {
    if (!(error instanceof Refusal) || error.reason !== 'workspace-damaged') throw error
    return openDamaged(app, asked.path)
  }
}

/** What can be read of it, to be read; the file itself is left as it is. @throws Refusal `workspace-damaged` for nothing */
async function openDamaged(app: AppContext, path: string): Promise<OpenWorkspace> {
  tellChecking(app, begins)
  try {
    const { bytes, tables } = await app.work.run('salvage-file', { path }, { signal: endingSignal(app) })
    const readOnly: ReadOnlyReason = { kind: 'damaged', tables }
    return { ...placeOf(app, path), db: openSalvage(bytes), readOnly, strayAside: null, holding: null }
  } finally {
    tellChecking(app, null)
  }
}

/**
 * The same, unchecked. Where somebody else has the file, or nothing can be written beside it, what is there is read.
 *
 * @throws Refusal of `openWorkspaceFile`; nothing of it is held then
 */
export function openAtOnce(app: AppContext, asked: ToOpen): Opened {
  const { path, takesOver = false } = asked
  const held = holdFile({ path, now: app.clock.now(), takesOver })
  switch (held.kind) {
    case 'held':
      return openHeld(app, asked, held.holding)
    case 'of-another':
      return openToRead(app, asked, { kind: 'held', owner: held.owner })
    case 'cannot':
      return openToRead(app, asked, { kind: fileRefusal(held.error)?.reason === 'disk-full' ? 'full' : 'place' })
  }
}

type Opened = { readonly workspace: OpenWorkspace; readonly wasLeft: boolean }

/** What is known of a file by its path. */
export function placeOf(app: AppContext, path: string) {
  return { id: workspaceIdOf(path), path, identity: fileIdentity(path), storage: app.storageOf(path) }
}

function openToRead(app: AppContext, asked: ToOpen, only: ReadOnlyReason): Opened {
  const { wasLeft, ...opened } = openWorkspaceFile({ ...fileOf(app, asked), only })
  return { workspace: { ...placeOf(app, asked.path), ...opened, holding: null }, wasLeft }
}

function openHeld(app: AppContext, asked: ToOpen, holding: Holding): Opened {
  try {
    const { wasLeft, ...opened } = openWorkspaceFile(fileOf(app, asked))
    const isWritten = opened.readOnly === null
    if (!isWritten) releaseFile(holding)
    return { workspace: { ...placeOf(app, asked.path), ...opened, holding: isWritten ? holding : null }, wasLeft }
  } catch (error) {
    releaseFile(holding)
    // Not one of our programs: it made no file beside.
    if (!(error instanceof Refusal) || error.reason !== 'workspace-open-elsewhere') throw error
    return openToRead(app, asked, { kind: 'held', owner: null })
  }
}

function fileOf(app: AppContext, { path, kept }: ToOpen) {
  const { actor, appVersion } = app
  const now = app.clock.now()
  const migrating: Migrating = {
    at: now.toISOString(),
    actor,
    appVersion,
    examine: (db) => faultsOfBefore(db, app.rules),
    keepBefore: (file) => kept ?? keepBeforeMigration(file, { dataFolder: app.host.dataFolder, source: path, now }),
  }
  return { path, migrations: migrationsFolder(app), migrating }
}

async function checkFirst(app: AppContext, workspace: OpenWorkspace): Promise<OpenWorkspace> {
  tellChecking(app, begins)
  const folder = makeTempFolder(app)
  try {
    const path = join(folder, 'kiem-chung.sqlite')
    await writeSnapshot(workspace.db, path)
    const report = await app.work.run(
      'check-integrity',
      { path },
      { signal: endingSignal(app), onProgress: (progress) => (app.workspace.checking = fileCheck(progress)) },
    )
    if (report.isIntact) return workspace
    const isReadWhole = report.faults.every(({ part }) => part !== 'file')
    return { ...workspace, readOnly: { kind: 'faults', isReadWhole } }
  } catch (error) {
    closeWorkspaceFile(workspace.db, false)
    if (workspace.holding !== null) releaseFile(workspace.holding)
    throw fileRefusal(error) ?? error
  } finally {
    removeTempFolder(app, folder)
    tellChecking(app, null)
  }
}

function tellChecking(app: AppContext, checking: FileCheck | null): void {
  app.workspace.checking = checking
  app.live.publish({ topics: ['workspace'], sessionId: null, agendaItemId: null })
}

export function migrationsFolder(app: AppContext): string {
  return join(app.resources, 'migrations')
}
