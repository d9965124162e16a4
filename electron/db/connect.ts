import { rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'
import { Refusal } from '../../shared/api/refusal.ts'

/**
 * The connection that writes a file, which it locks for as long as it is open: no other program reads or writes it in
 * between. A journal that a crash left is rolled back. Nothing of the file is changed otherwise (see `keepJournal`).
 *
 * The journal belongs to the path: a file that is renamed is closed first.
 *
 * @throws Refusal `workspace-open-elsewhere`
 */
export function connectToWrite(path: string): Sqlite.Database {
  // Another program that only looks has it for a moment.
  const sqlite = new Sqlite(path, { timeout: 500 })
  try {
    // Set before the first reading, so that an old log is read without shared memory. https://www.sqlite.org/wal.html#noshm
    sqlite.pragma('locking_mode = EXCLUSIVE')
    sqlite.exec('BEGIN EXCLUSIVE; COMMIT')
    return sqlite
  } catch (error) {
    sqlite.close()
    throw isBusy(error) ? new Refusal('workspace-open-elsewhere') : error
  }
}

/**
 * From here on each change is in the file itself when it is answered: `synchronous=FULL` and a rollback journal, which
 * stays as an empty file until closing. What an older program kept in a log beside the file is taken into it.
 */
export function keepJournal(sqlite: Sqlite.Database): void {
  if (sqlite.pragma('journal_mode = TRUNCATE', { simple: true }) !== 'truncate') {
    throw new Refusal('workspace-open-elsewhere')
  }
  // Left by a program that was killed; nobody else has the file.
  rmSync(`${sqlite.name}-shm`, { force: true })
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
}

/**
 * The last change, and the empty journal taken away, under the lock still; then the file is let go. Where the disk takes
 * neither any more, both are left for the next opening.
 */
export function disconnect(sqlite: Sqlite.Database, lastChange: string): void {
  try {
    sqlite.exec(lastChange)
    // Only where the lock is to be let go does SQLite delete the journal.
    sqlite.pragma('locking_mode = NORMAL')
    sqlite.pragma('journal_mode = DELETE')
  } catch (error) {
    if (!(error instanceof Sqlite.SqliteError)) throw error
  } finally {
    sqlite.close()
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)
}
