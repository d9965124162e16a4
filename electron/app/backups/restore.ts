import { existsSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { BackupFacts } from '../../../shared/api/backups.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { WorkspaceInfo } from '../../../shared/api/workspace.ts'
import { newBackupId, notePathOf } from '../../backups/keep-backup.ts'
import { folderOf, ownStore, type StoredBackup } from '../../backups/list-backups.ts'
import { noteText, type BackupNote } from '../../backups/note.ts'
import { putInPlace } from '../../backups/put-in-place.ts'
import { unfinishedPath, writeWholeFile } from '../../backups/whole-file.ts'
import type { AppContext, OpenWorkspace } from '../../context.ts'
import { refusingFileTroubles } from '../../db/file-trouble.ts'
import { readBackupFacts } from '../../db/queries/backup-facts.ts'
import { freeWorkspacePath, makeFolder } from '../../workspace-path.ts'
import { countAgain, noteReplacing, noteRestored } from '../anchors/note-anchor.ts'
import { commitApart } from '../commit-apart.ts'
import { asideName } from '../workspace/keep-aside.ts'
import { closeWorkspace, dropFile, inTurn, openNext } from '../workspace/open-close.ts'
import { openAtOnce } from '../workspace/open-instead.ts'
import { findBackup, listed } from './find-backups.ts'
import { beginBackup } from './make-backup.ts'
import { requireSecretary, requireSecretaryIn } from './require-secretary.ts'

type Asked = {
  readonly id: string
  /** Of an encrypted backup. */
  readonly password?: string | undefined
  readonly secretaryPassword?: string | undefined
}

type Restored = WorkspaceInfo & { readonly aside: string | null }

/**
 * Puts a backup in the place of its file and opens it. The new file is whole, checked, on the disk and tells of the
 * restore before anything happens to the old one, which keeps its bytes under another name and stands in the list then.
 *
 * A file that was set aside so goes back itself: what is put back is the record, not a copy, and nothing is added to it.
 */
export function restoreBackup(app: AppContext, asked: Asked): Promise<Restored> {
  return inTurn(app, () => restoreNext(app, asked))
}

async function restoreNext(app: AppContext, { id, password, secretaryPassword }: Asked): Promise<Restored> {
  if (app.room.current !== null) throw new Refusal('restore-in-meeting')
  const backup = await findBackup(app, id)
  const proven = await requireSecretary(app, backup, secretaryPassword)
  const path = targetOf(app, backup)
  const isOpen = app.workspace.current?.path === path
  const present = isOpen ? await backUpPresent(app) : null
  const aside = existsSync(path) ? asideName(path, statSync(path).mtime) : null
  const prove: Preparing['prove'] = async (opened) =>
    proven === 'sealed' ? requireSecretaryIn(app, opened, secretaryPassword) : proven
  const finished =
    backup.place === 'aside' ? backup.path : await prepare(app, { backup, path, aside, present, password, prove })
  try {
    if (isOpen) closeWorkspace(app)
    noteReplacing(app, finished)
    refusingFileTroubles(() => {
      const noteOfAside = aside === null ? null : noteAside(app, { aside, path, facts: present })
      try {
        putInPlace({ finished, path, aside })
      } catch (error) {
        if (noteOfAside !== null) rmSync(noteOfAside, { force: true })
        throw error
      }
    })
  } finally {
    if (backup.place !== 'aside') rmSync(finished, { force: true })
    if (app.workspace.current === null && isOpen && existsSync(path)) {
      await openNext(app, path)
      countAgain(app)
    }
  }
  const info = await openNext(app, path)
  noteRestored(app)
  return { ...info, aside: aside === null ? null : basename(aside) }
}

/** The open file where it is one of its backups, else where its file lay; a new one where there is no such folder any more. */
function targetOf(app: AppContext, backup: StoredBackup): string {
  const { current } = app.workspace
  const open = current === null ? null : { uuid: readBackupFacts(current.db).uuid, path: current.path }
  const { isOfOpen, file } = listed(backup, open)
  if (current !== null && isOfOpen) return current.path
  const path = join(file.location, file.name)
  if (existsSync(file.location)) return path
  return freeWorkspacePath({ folder: app.host.dataFolder, name: backup.note.facts?.name ?? basename(path) })
}

/** The file is set aside as it is in any case; that a verified backup could not be made of a damaged one stops nothing. */
async function backUpPresent(app: AppContext): Promise<BackupFacts | null> {
  await beginBackup(app, 'restore').done
  const { current } = app.workspace
  try {
    return current === null ? null : readBackupFacts(current.db)
  } catch (error) {
    app.log.error('the file that is replaced could not be read', error)
    return null
  }
}

type Preparing = {
  readonly backup: StoredBackup
  readonly path: string
  readonly aside: string | null
  readonly present: BackupFacts | null
  readonly password: string | undefined
  /** Who answers for it, once it can be read. */
  readonly prove: (opened: OpenWorkspace) => Promise<{ readonly by: string | null }>
}

/** A verified copy beside its place to be, brought up to date, with the event that says what it replaced. */
async function prepare(app: AppContext, preparing: Preparing): Promise<string> {
  const { backup, path, aside, present, password, prove } = preparing
  const { note, isEncrypted } = backup
  if (note.facts === null) throw new Refusal('backup-faulty', { what: '' })
  const finished = unfinishedPath(dirname(path))
  try {
    const from = { from: backup.path, to: finished, isEncrypted, password: password ?? app.backups.password, note }
    await app.work.run('unpack-backup', from)
    const opened = openAtOnce(app, { path: finished, kept: backup.path }).workspace
    try {
      if (opened.readOnly !== null) throw new Refusal('workspace-from-newer-version')
      const { by } = await prove(opened)
      const detail = {
        madeAt: note.madeAt,
        aside: aside === null ? null : basename(aside),
        from: present === null ? null : stateOf(present),
        to: stateOf(note.facts),
      }
      commitApart(by === null ? app : { ...app, actor: by }, opened, { command: 'workspace.restore', detail })
    } finally {
      dropFile(opened, true)
    }
    return finished
  } catch (error) {
    rmSync(finished, { force: true })
    throw error
  }
}

function stateOf({ events, head, commits }: BackupFacts) {
  return { events, head, commits }
}

/** Stands in the list before the file has its new name: nothing is ever set aside unlisted. */
function noteAside(
  app: AppContext,
  { aside, path, facts }: { readonly aside: string; readonly path: string; readonly facts: BackupFacts | null },
): string {
  const note: BackupNote = {
    id: newBackupId(),
    occasion: 'restore',
    madeAt: app.clock.now().toISOString(),
    source: path,
    facts,
    size: statSync(path).size,
    sha256: '',
    aside,
  }
  const folder = folderOf(ownStore(app.host.dataFolder), { uuid: facts?.uuid ?? null, path })
  makeFolder(folder)
  const notePath = notePathOf(join(folder, note.id))
  writeWholeFile(notePath, noteText(note))
  return notePath
}
