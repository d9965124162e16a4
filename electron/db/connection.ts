import type { Database } from 'better-sqlite3'
import type { ReadDb, WriteDb } from './handles.ts'

// Handles are the connection itself under a type that says less. Lint keeps this file within `electron/db`.

export function connectionOf(db: ReadDb): Database {
  return db as unknown as Database
}

export function toReadDb(connection: Database): ReadDb {
  return connection as unknown as ReadDb
}

export function toWriteDb(connection: Database): WriteDb {
  return connection as unknown as WriteDb
}
