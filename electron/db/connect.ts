import Sqlite from 'better-sqlite3'
import { Refusal } from '../../shared/api/refusal.ts'

/**
 * A connection that writes: `synchronous=FULL`, foreign keys on, and a write-ahead log but in a shared place.
 *
 * @throws Refusal `workspace-open-elsewhere` where another program holds a shared file with its log
 */
export function connectToWrite(path: string, isShared: boolean): Sqlite.Database {
  const sqlite = new Sqlite(path)
  try {
    setJournal(sqlite, isShared)
    sqlite.pragma('synchronous = FULL')
    sqlite.pragma('foreign_keys = ON')
    return sqlite
  } catch (error) {
    sqlite.close()
    throw error
  }
}

/**
 * A write-ahead log needs shared memory, which a network drive does not have; and whoever copies the file without its log
 * has not all of it. In a shared place each change is in the file itself when it is answered.
 */
function setJournal(sqlite: Sqlite.Database, isShared: boolean): void {
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
  throw new Refusal('workspace-open-elsewhere')
}
