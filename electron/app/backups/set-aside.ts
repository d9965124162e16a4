import { existsSync, rmSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { BackupFacts } from '../../../shared/api/backups.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { newBackupId, notePathOf } from '../../backups/keep-backup.ts'
import { folderOf, ownStore, type StoredBackup } from '../../backups/list-backups.ts'
import { noteText, type BackupNote } from '../../backups/note.ts'
import { measureFile, writeWholeFile } from '../../backups/whole-file.ts'
import type { AppContext } from '../../context.ts'
import { askFile } from '../../db/peek.ts'
import { readBackupFacts, readHead } from '../../db/queries/backup-facts.ts'
import { isSameFile, makeFolder } from '../../workspace-path.ts'

/**
 * Notes a closed file that is about to be set aside, with its bytes as they are: it stands in the list before it has its
 * new name, so that nothing is ever set aside unlisted.
 *
 * @param facts what it holds, where its connection told so before it was closed
 * @returns where the note lies
 */
export function noteAside(
  app: AppContext,
  { aside, path, facts: known }: { readonly aside: string; readonly path: string; readonly facts: BackupFacts | null },
): string {
  const facts = known ?? askFile(path, readBackupFacts)
  const note: BackupNote = {
    id: newBackupId(),
    occasion: 'restore',
    madeAt: app.clock.now().toISOString(),
    source: path,
    facts,
    ...measureAside(app, path),
    sealed: null,
    aside,
  }
  const notePath = notePathOfAside(app, note)
  writeWholeFile(notePath, noteText(note))
  return notePath
}

/** Of a disk that does not give all of it the length alone is known: that keeps nobody from putting a backup there. */
function measureAside(app: AppContext, path: string): Pick<BackupNote, 'size' | 'sha256'> {
  try {
    return measureFile(path)
  } catch (error) {
    app.log.error('the file that is set aside could not be read to its end', error)
    return { size: statSync(path).size, sha256: '' }
  }
}

/**
 * Nothing goes back but what was set aside.
 *
 * @throws Refusal `backup-is-open`, `aside-changed`
 */
export async function requireAsItWas(app: AppContext, { note, path }: StoredBackup): Promise<void> {
  const { current } = app.workspace
  if (current !== null && isSameFile(current.path, path)) throw new Refusal('backup-is-open')
  const { size, sha256, facts } = note
  const isOfLength = statSync(path).size === size
  const isSame = isOfLength && (sha256 === '' ? isOfHead(path, facts) : await isOfBytes(app, path, sha256))
  if (!isSame) throw new Refusal('aside-changed', { name: basename(path) })
}

async function isOfBytes(app: AppContext, path: string, sha256: string): Promise<boolean> {
  return (await app.work.run('measure-file', { path })).sha256 === sha256
}

/** Where the bytes were not noted, the end of the audit tells, if that is known. */
function isOfHead(path: string, facts: BackupFacts | null): boolean {
  return facts === null || askFile(path, (db) => readHead(db).head) === facts.head
}

/** Once it is back in its place. */
export function forgetAside(app: AppContext, { note }: StoredBackup): void {
  const notePath = notePathOfAside(app, note)
  if (existsSync(notePath)) rmSync(notePath)
}

function notePathOfAside({ host }: AppContext, { id, facts, source }: BackupNote): string {
  const folder = folderOf(ownStore(host.dataFolder), { uuid: facts?.uuid ?? null, path: source })
  makeFolder(folder)
  return notePathOf(join(folder, id))
}
