import { statSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { Refusal } from '../../shared/api/refusal.ts'
import type { ReadOnlyReason } from '../../shared/api/workspace.ts'
import { applicationId, isOursByHeader, versionOf } from './application-id.ts'
import { connectToWrite, disconnect, keepJournal } from './connect.ts'
import { installChangeLog } from './change-log.ts'
import { putCopyBack } from './put-copy-back.ts'
import { isUnwritable, refusingFileTroubles } from './file-trouble.ts'
import { connectionOf, toReadDb } from './connection.ts'
import type { ReadDb } from './handles.ts'
import { hasLog, orWithoutTrace } from './log-beside.ts'
import type { Migrating } from './log-migration.ts'
import { migrateWorkspace, newestSchemaVersion } from './migrate.ts'
import { isPlaceReadOnly, readIntoMemory } from './read-only-copy.ts'
import { setStrayAside } from './stray.ts'
import { findSchemaDifferences, hasOwnTables } from './schema-differences.ts'

type OpenWorkspaceFileInput = {
  readonly path: string
  readonly migrations: string
  /** Who is said to have brought an older file up to date. */
  readonly migrating: Migrating
}

/**
 * Opens a workspace file (see `connectToWrite`), its schema brought up to date once a copy of the file is kept. A
 * file of a newer program opens read-only, and so does one where nothing can be written. `strayAside` names a journal
 * that lay beside it and was another file's.
 *
 * @throws Refusal `not-a-workspace`, `workspace-damaged`, `workspace-not-found`, `workspace-open-elsewhere`, and those of
 *   `fileRefusal`; nothing is left beside the file then.
 */
export function openWorkspaceFile(file: OpenWorkspaceFileInput): Opened & { readonly strayAside: string | null } {
  const { path } = file
  const newest = newestSchemaVersion(file.migrations)
  return refusingFileTroubles(() => {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats === undefined) throw new Refusal('workspace-not-found')
    if (!stats.isFile() || isOther(path)) throw new Refusal('not-a-workspace')
    if (isPlaceReadOnly(path)) return { ...openCopy({ ...file, newest }), strayAside: null }
    const strayAside = setStrayAside(path)
    try {
      return { ...orWithoutTrace(path, () => openInPlace({ ...file, newest })), strayAside }
    } catch (error) {
      // Where a folder only looks as if it could be written, SQLite tells.
      if (!isUnwritable(error)) throw error
      return { ...openCopy({ ...file, newest }), strayAside }
    }
  })
}

/**
 * The file is let go, without anything beside it; nothing can be asked of it then. What lies beside a path that leads to
 * the file no more is somebody else's, and stays.
 */
export function closeWorkspaceFile(db: ReadDb, isInPlace: boolean): void {
  const sqlite = connectionOf(db)
  if (sqlite.readonly || sqlite.memory || !isInPlace) sqlite.close()
  else disconnect(sqlite, 'UPDATE workspace SET in_use = 0 WHERE in_use = 1')
}

type Opened = { readonly db: ReadDb; readonly readOnly: ReadOnlyReason | null }

type FileToOpen = OpenWorkspaceFileInput & { readonly newest: number }

function openInPlace({ path, migrations, migrating, newest }: FileToOpen): Opened {
  const sqlite = connectToWrite(path)
  let copy: string | null = null
  try {
    const version = versionOf(sqlite)
    const readOnly = reasonWithin(sqlite, { migrations, newest })
    if (readOnly !== null) {
      sqlite.close()
      return { db: checked(new Sqlite(path, { readonly: true })), readOnly }
    }
    keepJournal(sqlite)
    if (version < newest) copy = migrating.keepBefore(toReadDb(sqlite))
    migrateWorkspace(sqlite, migrations, migrating)
    installChangeLog(sqlite)
    return { db: checked(sqlite), readOnly: null }
  } catch (error) {
    sqlite.close()
    if (copy !== null) putCopyBack({ copy, path })
    throw error
  }
}

/**
 * Opened where nothing can be written: what an older program kept is brought up to date in memory only.
 *
 * @throws Refusal `place-read-only` where a log beside the file holds what the file itself does not
 */
function openCopy({ path, migrations, migrating, newest }: FileToOpen): Opened {
  if (hasLog(path)) throw new Refusal('place-read-only')
  let sqlite: Sqlite.Database | null = null
  try {
    sqlite = readIntoMemory(path)
    const readOnly = reasonWithin(sqlite, { migrations, newest })
    if (readOnly === null) migrateWorkspace(sqlite, migrations, migrating)
    sqlite.pragma('query_only = ON')
    return { db: checked(sqlite), readOnly: readOnly ?? { kind: 'place' } }
  } catch (error) {
    sqlite?.close()
    throw error
  }
}

/**
 * Why a file is only to be read, wherever it lies. Asked before anything of its tables is read.
 *
 * @throws Refusal `workspace-schema-altered` where not even reading is safe
 */
function reasonWithin(sqlite: Sqlite.Database, ours: Pick<FileToOpen, 'migrations' | 'newest'>): ReadOnlyReason | null {
  const [version, db] = [versionOf(sqlite), toReadDb(sqlite)]
  if (!hasOwnTables(db, ours.migrations)) throw new Refusal('workspace-schema-altered')
  if (version > ours.newest) return { kind: 'newer', fileVersion: version, ownVersion: ours.newest }
  const differences = findSchemaDifferences(db, ours.migrations)
  return differences.length === 0 ? null : { kind: 'schema', differences }
}

/** A damaged file shows itself at the first rows, while the file that is open now can still stay open. */
function checked(sqlite: Sqlite.Database): ReadDb {
  try {
    if (sqlite.prepare('SELECT * FROM workspace').get() === undefined) throw new Refusal('workspace-damaged')
    return toReadDb(sqlite)
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/** No file of ours, told without changing anything: one that was never closed may have its name in its log alone. */
function isOther(path: string): boolean {
  if (isOursByHeader(path)) return false
  if (!hasLog(path)) return true
  return orWithoutTrace(path, () => {
    const sqlite = new Sqlite(path, { readonly: true, fileMustExist: true })
    try {
      return sqlite.pragma('application_id', { simple: true }) !== applicationId
    } finally {
      sqlite.close()
    }
  })
}
