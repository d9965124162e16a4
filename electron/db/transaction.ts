import { connectionOf, toWriteDb } from './connection.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import { countChanges } from './queries/workspace.ts'
import { write } from './statement.ts'

/**
 * Runs a change in an immediate transaction of its own, or inside the one that is running: all of it is written, or where
 * it throws nothing. Lint lets `commit` alone import this, so that whatever is written stands in the audit. One that
 * writes anything is counted in the file, which bears the mark of an open one from then on (`closeWorkspaceFile`).
 */
export function transaction<Result>(db: ReadDb, change: (db: WriteDb) => Result): Result {
  const connection = connectionOf(db)
  const isOutermost = !connection.inTransaction
  return connection
    .transaction(() => {
      const writing = toWriteDb(connection)
      const before = countChanges(db)
      const result = change(writing)
      if (isOutermost && countChanges(db) !== before) {
        write<[]>(writing, 'UPDATE workspace SET commits = commits + 1, in_use = 1').run()
      }
      return result
    })
    .immediate()
}

/** True while what was written is not on the disk yet. */
export function isWithinTransaction(db: ReadDb): boolean {
  return connectionOf(db).inTransaction
}
