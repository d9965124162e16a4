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
import { isPlaceReadOnly, readBetweenChanges } from './read-only-copy.ts'
import { setStrayAside } from './stray.ts'
import { findSchemaDifferences, hasOwnTables } from './schema-differences.ts'

type OpenWorkspaceFileInput = {
  readonly path: string
  readonly migrations: string
  /** Who is said to have brought an older file up to date. */
  readonly migrating: Migrating
  /** Why the file is not to be written, where that is known: a copy of it as it is now is read. */
  readonly only?: ReadOnlyReason
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
    if (file.only !== undefined) return { ...openCopy({ ...file, newest }, file.only), strayAside: null }
    if (isPlaceReadOnly(path)) return { ...openCopy({ ...file, newest }, { kind: 'place' }), strayAside: null }
    const strayAside = setStrayAside(path)
    try {
      return { ...orWithoutTrace(path, () => openInPlace({ ...file, newest })), strayAside }
    } catch (error) {
      // Where a folder only looks as if it could be written, SQLite tells.
      if (!isUnwritable(error)) throw error
      return { ...openCopy({ ...file, newest }, { kind: 'place' }), strayAside }
    }
  })
}

/**
 * The file is let go, without anything beside it; nothing can be asked of it then.
 *
 * @param isInOrder false for one that keeps its mark, and for one whose path leads elsewhere: what lies beside is not its own
 */
export function closeWorkspaceFile(db: ReadDb, isInOrder: boolean): void {
  const sqlite = connectionOf(db)
  if (sqlite.readonly || sqlite.memory || !isInOrder) sqlite.close()
  else disconnect(sqlite, 'UPDATE workspace SET in_use = 0 WHERE in_use = 1')
}

/** What could be read of a damaged file (`salvageFile`), to be read. */
export function openSalvage(bytes: Uint8Array): ReadDb {
  const sqlite = new Sqlite(Buffer.from(bytes))
  sqlite.pragma('query_only = ON')
  return checked(sqlite)
}

type Opened = {
  readonly db: ReadDb
  readonly readOnly: ReadOnlyReason | null
  /** It is written here, and was not closed in order the last time. */
  readonly wasLeft: boolean
}

type FileToOpen = OpenWorkspaceFileInput & { readonly newest: number }

function openInPlace({ path, migrations, migrating, newest }: FileToOpen): Opened {
  const hadLog = hasLog(path)
  const sqlite = connectToWrite(path)
  let copy: string | null = null
  try {
    const version = versionOf(sqlite)
    const readOnly = reasonWithin(sqlite, { migrations, newest })
    if (readOnly !== null) {
      sqlite.close()
      return { db: checked(new Sqlite(path, { readonly: true })), readOnly, wasLeft: false }
    }
    keepJournal(sqlite)
    if (version < newest) copy = migrating.keepBefore(toReadDb(sqlite))
    migrateWorkspace(sqlite, migrations, migrating)
    installChangeLog(sqlite)
    return { db: checked(sqlite), readOnly: null, wasLeft: hadLog || isMarked(sqlite) }
  } catch (error) {
    sqlite.close()
    if (copy !== null) putCopyBack({ copy, path })
    throw error
  }
}

/**
 * Opened where nothing is to be written: what an older program kept is brought up to date in memory only.
 *
 * @throws Refusal `place-read-only`, `workspace-open-elsewhere` where a log beside the file holds what the file itself does
 *   not
 */
function openCopy({ path, migrations, migrating, newest }: FileToOpen, only: ReadOnlyReason): Opened {
  let sqlite: Sqlite.Database | null = null
  try {
    sqlite = readWhole(path, only)
    const readOnly = reasonWithin(sqlite, { migrations, newest })
    if (readOnly === null) migrateWorkspace(sqlite, migrations, migrating)
    sqlite.pragma('query_only = ON')
    return { db: checked(sqlite), readOnly: readOnly ?? only, wasLeft: false }
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

/** Where somebody writes the file, a moment in between two changes is waited for. */
function readWhole(path: string, only: ReadOnlyReason): Sqlite.Database {
  const copy = readBetweenChanges(path)
  if (copy !== null) return copy
  throw new Refusal(only.kind === 'held' ? 'workspace-open-elsewhere' : 'place-read-only')
}

/** What a file of before it could be marked never is. */
function isMarked(sqlite: Sqlite.Database): boolean {
  const row = sqlite.prepare<[], { readonly in_use?: number }>('SELECT * FROM workspace').get()
  return row?.in_use === 1
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
