import { renameSync, rmSync, writeFileSync } from 'node:fs'
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

/**
 * The same at one go, to the disk before it has its name: nothing changes between this and what follows it.
 *
 * @throws the file system's own error; nothing is left then
 */
export function writeWhole(db: ReadDb, path: string): void {
  try {
    writeFileSync(`${path}.part`, connectionOf(db).serialize(), { flush: true })
    renameSync(`${path}.part`, path)
  } catch (error) {
    rmSync(`${path}.part`, { force: true })
    throw error
  }
}

/** The open file as it is now, as bytes. */
export function readWhole(db: ReadDb): Uint8Array<ArrayBuffer> {
  return new Uint8Array(connectionOf(db).serialize())
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

/** The same, of a question that is answered piece by piece. */
export async function studySnapshot<Result>(path: string, ask: (db: ReadDb) => Promise<Result>): Promise<Result> {
  const sqlite = new Sqlite(path, { readonly: true, fileMustExist: true })
  try {
    return await ask(toReadDb(sqlite))
  } finally {
    sqlite.close()
  }
}
