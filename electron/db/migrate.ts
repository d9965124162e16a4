import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { versionOf } from './application-id.ts'
import { connectionOf, toReadDb, toWriteDb } from './connection.ts'
import type { ReadDb } from './handles.ts'
import { logMigration, rowsBeforeMigration, type Migrating } from './log-migration.ts'

/**
 * Brings a workspace file to the newest schema, and says in its audit what that altered: both in one transaction, so that
 * a file is never found changed by nobody. The migrations and their table are drizzle's; its own `migrate` ends the
 * transaction before anything could be added to it.
 *
 * Foreign keys are off meanwhile, since a migration that rebuilds a parent table would cascade its DROP into the child
 * rows; nothing may dangle afterwards.
 *
 * @param migrating null for a file that is being made
 * @throws Error when a migration leaves rows without their parent; nothing is changed then.
 */
export function migrateWorkspace(sqlite: Database, folder: string, migrating: Migrating | null): void {
  sqlite.pragma('foreign_keys = OFF')
  try {
    sqlite.transaction(() => migrateInside(sqlite, folder, migrating)).immediate()
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
}

/** Makes the tables of that version in an empty file. */
export function makeSchema(sqlite: Database, of: { readonly folder: string; readonly version: number }): void {
  makeMigrationsTable(sqlite)
  runSteps(sqlite, readMigrationFiles({ migrationsFolder: of.folder }).slice(0, of.version))
}

/** The schema version that this program writes: the number of migrations in its journal. */
export function newestSchemaVersion(folder: string): number {
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
    readonly entries: readonly unknown[]
  }
  return journal.entries.length
}

/** Whether the file says of itself that just these migrations were made, as far as it came. */
export function hasKnownMigrations(db: ReadDb, folder: string): boolean {
  const sqlite = connectionOf(db)
  const made = sqlite.prepare('SELECT hash, created_at FROM __drizzle_migrations ORDER BY created_at').raw().all()
  const own = readMigrationFiles({ migrationsFolder: folder }).map(({ hash, folderMillis }) => [hash, folderMillis])
  return JSON.stringify(made) === JSON.stringify(own.slice(0, versionOf(sqlite)))
}

function migrateInside(sqlite: Database, folder: string, migrating: Migrating | null): void {
  makeMigrationsTable(sqlite)
  const last = sqlite.prepare<[], number | null>('SELECT max(created_at) FROM __drizzle_migrations').pluck().get() ?? 0
  const steps = readMigrationFiles({ migrationsFolder: folder }).filter(({ folderMillis }) => folderMillis > last)
  if (steps.length === 0) return
  const version = () => sqlite.pragma('user_version', { simple: true }) as number
  const from = version()
  const before = migrating === null ? null : rowsBeforeMigration(toReadDb(sqlite))
  runSteps(sqlite, steps)
  const dangling = sqlite.pragma('foreign_key_check') as readonly unknown[]
  if (dangling.length > 0) throw new Error(`migration left ${dangling.length} rows without their parent row`)
  if (migrating === null || before === null) return
  logMigration(toWriteDb(sqlite), { from, to: version(), before, migrating })
}

function makeMigrationsTable(sqlite: Database): void {
  sqlite.exec(
    'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
  )
}

function runSteps(sqlite: Database, steps: ReturnType<typeof readMigrationFiles>): void {
  const done = sqlite.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)')
  for (const { sql, hash, folderMillis } of steps) {
    for (const statement of sql) sqlite.exec(statement)
    done.run(hash, folderMillis)
  }
}
