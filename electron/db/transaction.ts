import { connectionOf, toWriteDb } from './connection.ts'
import type { ReadDb, WriteDb } from './handles.ts'

/**
 * Runs a change in an immediate transaction of its own, or inside the one that is running: all of it is written, or where
 * it throws nothing. Lint lets `commit` alone import this, so that whatever is written stands in the audit.
 */
export function transaction<Result>(db: ReadDb, change: (db: WriteDb) => Result): Result {
  const connection = connectionOf(db)
  return connection.transaction(() => change(toWriteDb(connection))).immediate()
}
