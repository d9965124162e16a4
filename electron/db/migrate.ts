import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'

/**
 * Brings a workspace file to the newest schema.
 *
 * Drizzle's `migrate` runs inside a transaction, where `PRAGMA foreign_keys` has no effect: with enforcement on,
 * a migration that rebuilds a parent table would cascade its DROP into the child rows. So enforcement is switched
 * off on the connection first, and afterwards nothing may dangle.
 *
 * @throws Error when a migration leaves rows without their parent; the caller then restores its copy.
 */
export function migrateWorkspace(sqlite: Database, folder: string): void {
  sqlite.pragma('foreign_keys = OFF')
  try {
    migrate(drizzle(sqlite), { migrationsFolder: folder })
    const dangling = sqlite.pragma('foreign_key_check') as readonly unknown[]
    if (dangling.length > 0) {
      throw new Error(`migration left ${dangling.length} rows without their parent row`)
    }
  } finally {
    sqlite.pragma('foreign_keys = ON')
  }
}

/** The schema version that this program writes: the number of migrations in its journal. */
export function newestSchemaVersion(folder: string): number {
  const journal = JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')) as {
    readonly entries: readonly unknown[]
  }
  return journal.entries.length
}
