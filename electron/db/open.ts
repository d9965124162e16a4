import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { drizzle, type BetterSQLite3Database } from 'drizzle-orm/better-sqlite3'
import { Refusal } from '../../shared/api/refusal.ts'
import { migrateWorkspace, newestSchemaVersion } from './migrate.ts'
import * as schema from './schema.ts'

/** A workspace file through Drizzle; `$client` is the same connection for prepared SQL on hot paths. */
export type WorkspaceDb = BetterSQLite3Database<typeof schema> & { readonly $client: Sqlite.Database }

/** "OCOP" in ASCII: tells a workspace file from any other SQLite file. */
const applicationId = 0x4f434f50

/**
 * Opens a workspace file: WAL (in a shared place a rollback journal, see `setJournal`), `synchronous=FULL`, foreign keys on, schema brought up to date (after a copy of the
 * file was set aside). A file of a newer program opens read-only.
 *
 * @throws Refusal `not-a-workspace`, `workspace-damaged`, `workspace-not-found`, `workspace-open-elsewhere`.
 */
export function openWorkspaceFile({
  path,
  migrations,
  isShared = false,
}: {
  readonly path: string
  readonly migrations: string
  /** The file lies on a network drive or in a folder that is kept in step with a server. */
  readonly isShared?: boolean
}): {
  readonly db: WorkspaceDb
  readonly isReadOnly: boolean
} {
  if (!existsSync(path)) throw new Refusal('workspace-not-found')
  const newest = newestSchemaVersion(migrations)
  const version = readSchemaVersion(path)
  if (version > newest) return { db: connect(path, { readonly: true }), isReadOnly: true }
  const backup = version < newest ? setCopyAside({ path, version }) : null
  const db = connect(path, { readonly: false, isShared })
  try {
    migrateWorkspace({ sqlite: db.$client, folder: migrations })
  } catch (error) {
    db.$client.close()
    if (backup !== null) restoreCopy({ path, backup })
    throw error
  }
  return { db, isReadOnly: false }
}

/**
 * Creates an empty workspace file.
 *
 * @throws Refusal `workspace-exists`: an existing file is never overwritten.
 */
export function createWorkspaceFile(facts: {
  readonly path: string
  readonly migrations: string
  readonly name: string
  readonly isSample: boolean
  readonly createdAt: string
  readonly isShared?: boolean
}): WorkspaceDb {
  if (existsSync(facts.path)) throw new Refusal('workspace-exists')
  const db = connect(facts.path, { readonly: false, isShared: facts.isShared ?? false })
  db.$client.pragma(`application_id = ${applicationId}`)
  migrateWorkspace({ sqlite: db.$client, folder: facts.migrations })
  db.insert(schema.workspace)
    .values({ id: 1, name: facts.name, isSample: facts.isSample, createdAt: facts.createdAt })
    .run()
  return db
}

/** Name and sample mark of a workspace file, or null where the file is no readable workspace. Never changes it. */
export function peekWorkspace(path: string): { readonly name: string; readonly isSample: boolean } | null {
  try {
    const sqlite = new Sqlite(path, { readonly: true, fileMustExist: true })
    try {
      if (sqlite.pragma('application_id', { simple: true }) !== applicationId) return null
      const row = sqlite.prepare('SELECT name, is_sample AS isSample FROM workspace').get() as
        | { name: string; isSample: number }
        | undefined
      return row === undefined ? null : { name: row.name, isSample: row.isSample === 1 }
    } finally {
      sqlite.close()
    }
  } catch {
    return null
  }
}

function connect(
  path: string,
  { readonly, isShared = false }: { readonly readonly: boolean; readonly isShared?: boolean },
): WorkspaceDb {
  const sqlite = new Sqlite(path, { readonly })
  if (!readonly) {
    setJournal(sqlite, { isShared })
    sqlite.pragma('synchronous = FULL')
  }
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('busy_timeout = 5000')
  return drizzle(sqlite, { schema })
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
    const isOurs = sqlite.pragma('application_id', { simple: true }) === applicationId
    if (!isOurs) throw new Refusal('not-a-workspace')
    return sqlite.pragma('user_version', { simple: true }) as number
  } catch (error) {
    if (error instanceof Refusal) throw error
    const code = error instanceof Sqlite.SqliteError ? error.code : ''
    if (code === 'SQLITE_NOTADB') throw new Refusal('not-a-workspace')
    if (code.startsWith('SQLITE_CORRUPT')) throw new Refusal('workspace-damaged')
    throw error
  } finally {
    sqlite?.close()
  }
}

/** A full copy of the file with its write-ahead log merged, named by the version that it holds. */
function setCopyAside({ path, version }: { readonly path: string; readonly version: number }): string {
  const backup = `${path}.version-${version}.bak`
  const sqlite = new Sqlite(path)
  sqlite.pragma('wal_checkpoint(TRUNCATE)')
  sqlite.close()
  copyFileSync(path, `${backup}.part`)
  renameSync(`${backup}.part`, backup)
  return backup
}

function restoreCopy({ path, backup }: { readonly path: string; readonly backup: string }): void {
  rmSync(`${path}-wal`, { force: true })
  rmSync(`${path}-shm`, { force: true })
  copyFileSync(backup, path)
}
