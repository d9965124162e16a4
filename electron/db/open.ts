import { accessSync, constants, copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { Refusal } from '../../shared/api/refusal.ts'
import { applicationId, isForeign, versionOf } from './application-id.ts'
import { fileRefusal, isUnwritable, refusingFileTroubles } from './file-trouble.ts'
import { hasLog, logEndings, orWithoutTrace } from './log-beside.ts'
import { migrateWorkspace, newestSchemaVersion } from './migrate.ts'
import { isPlaceReadOnly, readIntoMemory } from './read-only-copy.ts'
import * as schema from './schema.ts'

/** A workspace file through Drizzle; `$client` is the same connection for prepared SQL on hot paths. */
export type WorkspaceDb = BetterSQLite3Database<typeof schema> & { readonly $client: Sqlite.Database }

type OpenWorkspaceFileInput = {
  readonly path: string
  readonly migrations: string
  /** The file lies on a network drive or in a folder that is kept in step with a server. */
  readonly isShared?: boolean
}

/**
 * Opens a workspace file: WAL (in a shared place a rollback journal, see `setJournal`), `synchronous=FULL`, foreign keys on, schema brought up to date (after a copy of the
 * file was set aside). A file of a newer program opens read-only, and so does one where nothing can be written.
 *
 * @throws Refusal `not-a-workspace`, `workspace-damaged`, `workspace-not-found`, `workspace-open-elsewhere`, and those of
 *   `fileRefusal`; nothing is left beside the file then.
 */
export function openWorkspaceFile({ path, migrations, isShared = false }: OpenWorkspaceFileInput): Opened {
  const newest = newestSchemaVersion(migrations)
  return refusingFileTroubles(() => {
    const stats = statSync(path, { throwIfNoEntry: false })
    if (stats === undefined) throw new Refusal('workspace-not-found')
    if (!stats.isFile()) throw new Refusal('not-a-workspace')
    if (isPlaceReadOnly(path)) return openCopy({ path, migrations, newest })
    try {
      return orWithoutTrace(path, () => openInPlace({ path, migrations, newest, isShared }))
    } catch (error) {
      // Where a folder only looks as if it could be written, SQLite tells.
      if (!isUnwritable(error)) throw error
      return openCopy({ path, migrations, newest })
    }
  })
}

type Opened = { readonly db: WorkspaceDb; readonly isReadOnly: boolean }

type FileToOpen = { readonly path: string; readonly migrations: string; readonly newest: number }

function openInPlace({ path, migrations, newest, isShared }: FileToOpen & { readonly isShared: boolean }): Opened {
  const version = readSchemaVersion(path)
  if (version > newest) return { db: checked(connect(path, { readonly: true })), isReadOnly: true }
  const backup = version < newest ? setCopyAside(path, version) : null
  const db = connect(path, { readonly: false, isShared })
  try {
    migrateWorkspace(db.$client, migrations)
    return { db: checked(db), isReadOnly: false }
  } catch (error) {
    db.$client.close()
    if (backup !== null) restoreCopy({ path, backup })
    throw error
  }
}

/**
 * Creates an empty workspace file. Where that fails, nothing of it is left.
 *
 * @throws Refusal `workspace-exists`: an existing file is never overwritten; and those of `fileRefusal`.
 */
export function createWorkspaceFile(facts: {
  readonly path: string
  readonly migrations: string
  readonly name: string
  readonly isSample: boolean
  readonly createdAt: string
  readonly isShared?: boolean
  /** What else a new file holds. */
  readonly begin?: (db: WorkspaceDb) => void
}): WorkspaceDb {
  const { path } = facts
  if (existsSync(path)) throw new Refusal('workspace-exists')
  refusingFileTroubles(() => {
    if (!statSync(dirname(path)).isDirectory()) throw new Refusal('place-gone')
    accessSync(dirname(path), constants.W_OK)
  })
  let db: WorkspaceDb | null = null
  try {
    db = connect(path, { readonly: false, isShared: facts.isShared ?? false })
    db.$client.pragma(`application_id = ${applicationId}`)
    migrateWorkspace(db.$client, facts.migrations)
    db.insert(schema.workspace)
      .values({ id: 1, name: facts.name, isSample: facts.isSample, createdAt: facts.createdAt })
      .run()
    facts.begin?.(db)
    return db
  } catch (error) {
    db?.$client.close()
    for (const end of ['', '-journal', ...logEndings]) rmSync(path + end, { force: true })
    throw fileRefusal(error) ?? error
  }
}

/** Name and sample mark of a workspace file, or null where the file is no readable workspace. Never changes it. */
export function peekWorkspace(path: string): { readonly name: string; readonly isSample: boolean } | null {
  try {
    return orWithoutTrace(path, () => {
      const sqlite = openToPeek(path)
      try {
        if (sqlite.pragma('application_id', { simple: true }) !== applicationId) return null
        const row = sqlite.prepare('SELECT name, is_sample AS isSample FROM workspace').get() as
          | { name: string; isSample: number }
          | undefined
        return row === undefined ? null : { name: row.name, isSample: row.isSample === 1 }
      } finally {
        sqlite.close()
      }
    })
  } catch {
    return null
  }
}

const openToPeek = (path: string): Sqlite.Database =>
  isPlaceReadOnly(path) && !hasLog(path)
    ? readIntoMemory(path)
    : new Sqlite(path, { readonly: true, fileMustExist: true })

function connect(
  path: string,
  { readonly, isShared = false }: { readonly readonly: boolean; readonly isShared?: boolean },
): WorkspaceDb {
  const sqlite = new Sqlite(path, { readonly })
  try {
    if (!readonly) {
      setJournal(sqlite, { isShared })
      sqlite.pragma('synchronous = FULL')
    }
    sqlite.pragma('foreign_keys = ON')
    sqlite.pragma('busy_timeout = 5000')
    return drizzle(sqlite, { schema })
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/**
 * Opened where nothing can be written: what an older program kept is brought up to date in memory only.
 *
 * @throws Refusal `place-read-only` where a log beside the file holds what the file itself does not
 */
function openCopy({ path, migrations, newest }: FileToOpen): Opened {
  if (hasLog(path)) throw new Refusal('place-read-only')
  let sqlite: Sqlite.Database | null = null
  try {
    sqlite = readIntoMemory(path)
    if (versionOf(sqlite) <= newest) migrateWorkspace(sqlite, migrations)
    sqlite.pragma('query_only = ON')
    return { db: checked(drizzle(sqlite, { schema })), isReadOnly: true }
  } catch (error) {
    sqlite?.close()
    throw isForeign(error, path) ? new Refusal('not-a-workspace') : error
  }
}

/** A damaged file shows itself at the first rows, while the file that is open now can still stay open. */
function checked(db: WorkspaceDb): WorkspaceDb {
  try {
    if (db.$client.prepare('SELECT * FROM workspace').get() === undefined) throw new Refusal('workspace-damaged')
    return db
  } catch (error) {
    db.$client.close()
    throw error
  }
}

/**
 * A write-ahead log needs shared memory, which a network drive does not have; and whoever copies the file without its log
 * has not all of it. In a shared place each change is in the file itself when it is answered.
 *
 * @throws Refusal `workspace-open-elsewhere` where another program holds the file with its log
 */
function setJournal(sqlite: Sqlite.Database, { isShared }: { readonly isShared: boolean }): void {
  if (!isShared) {
    sqlite.pragma('journal_mode = WAL')
    return
  }
  try {
    // A log that is there already is read and ended without shared memory.
    sqlite.pragma('locking_mode = EXCLUSIVE')
    if (sqlite.pragma('journal_mode = TRUNCATE', { simple: true }) === 'truncate') {
      sqlite.pragma('locking_mode = NORMAL')
      // The lock is let go at the next reading.
      sqlite.pragma('user_version')
      return
    }
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError) || !error.code.startsWith('SQLITE_BUSY')) throw error
  }
  sqlite.close()
  throw new Refusal('workspace-open-elsewhere')
}

function readSchemaVersion(path: string): number {
  let sqlite: Sqlite.Database | null = null
  try {
    sqlite = new Sqlite(path, { readonly: true, fileMustExist: true })
    return versionOf(sqlite)
  } catch (error) {
    throw isForeign(error, path) ? new Refusal('not-a-workspace') : error
  } finally {
    sqlite?.close()
  }
}

/** A full copy of the file with its write-ahead log merged, named by the version that it holds. */
function setCopyAside(path: string, version: number): string {
  const backup = `${path}.version-${version}.bak`
  const sqlite = new Sqlite(path)
  try {
    sqlite.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    sqlite.close()
  }
  try {
    copyFileSync(path, `${backup}.part`)
    renameSync(`${backup}.part`, backup)
  } catch (error) {
    rmSync(`${backup}.part`, { force: true })
    throw error
  }
  return backup
}

function restoreCopy({ path, backup }: { readonly path: string; readonly backup: string }): void {
  rmSync(`${path}-wal`, { force: true })
  rmSync(`${path}-shm`, { force: true })
  copyFileSync(backup, path)
}
