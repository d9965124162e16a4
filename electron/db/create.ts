import { accessSync, constants, existsSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Database } from 'better-sqlite3'
import { Refusal } from '../../shared/api/refusal.ts'
import { applicationId } from './application-id.ts'
import { installChangeLog } from './change-log.ts'
import { connectToWrite, keepJournal } from './connect.ts'
import { fileRefusal, refusingFileTroubles } from './file-trouble.ts'
import { toReadDb } from './connection.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import { besideEndings } from './log-beside.ts'
import { migrateWorkspace } from './migrate.ts'
import { write } from './statement.ts'
import { transaction } from './transaction.ts'

/** A file that does not exist yet. */
export type NewFile = {
  readonly path: string
  readonly migrations: string
  readonly name: string
  readonly isSample: boolean
  readonly createdAt: string
  /** What else a new file holds. */
  readonly begin?: (db: WriteDb) => void
}

/**
 * Creates an empty workspace file. Where that fails, nothing of it is left.
 *
 * @throws Refusal `workspace-exists`: an existing file is never overwritten; and those of `fileRefusal`.
 */
export function createWorkspaceFile(file: NewFile): ReadDb {
  const { path, migrations } = file
  if (existsSync(path)) throw new Refusal('workspace-exists')
  refusingFileTroubles(() => {
    if (!statSync(dirname(path)).isDirectory()) throw new Refusal('place-gone')
    accessSync(dirname(path), constants.W_OK)
  })
  let sqlite: Database | null = null
  try {
    sqlite = connectToWrite(path)
    keepJournal(sqlite)
    sqlite.pragma(`application_id = ${applicationId}`)
    migrateWorkspace(sqlite, migrations, null)
    installChangeLog(sqlite)
    transaction(toReadDb(sqlite), (db) => begin(db, file))
    return toReadDb(sqlite)
  } catch (error) {
    sqlite?.close()
    for (const end of ['', ...besideEndings]) rmSync(path + end, { force: true })
    throw fileRefusal(error) ?? error
  }
}

function begin(db: WriteDb, { name, isSample, createdAt, begin: beginMore }: NewFile): void {
  write<[string, number, string]>(
    db,
    'INSERT INTO workspace (id, name, is_sample, created_at, uuid) VALUES (1, ?, ?, ?, lower(hex(randomblob(16))))',
  ).run(name, Number(isSample), createdAt)
  beginMore?.(db)
}
