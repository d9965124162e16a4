import Sqlite from 'better-sqlite3'
import { connectionOf, toReadDb } from './connection.ts'
import type { ReadDb } from './handles.ts'

/**
 * Writes the open file as it is now to another path, some pages at a time: keys are taken in between, and what they
 * change is in the copy. The file is read through the connection that writes it, so that no lock holds the writer up,
 * whatever its journal is and wherever the file was moved meanwhile.
 */
export async function writeSnapshot(db: ReadDb, path: string): Promise<void> {
  await connectionOf(db).backup(path)
}

/** Asks such a copy. */
export function readSnapshot<Result>(path: string, ask: (db: ReadDb) => Result): Result {
  const sqlite = new Sqlite(path, { readonly: true, fileMustExist: true })
  try {
    return ask(toReadDb(sqlite))
  } finally {
    sqlite.close()
  }
}
