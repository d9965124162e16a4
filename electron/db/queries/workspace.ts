import { applicationId, versionOf } from '../application-id.ts'
import { connectionOf } from '../connection.ts'
import type { ReadDb } from '../handles.ts'
import { read, readColumn } from '../statement.ts'

export type WorkspaceFacts = { readonly name: string; readonly isSample: boolean }

/** Name and sample mark of the open file. */
export function readWorkspaceFacts(db: ReadDb): WorkspaceFacts {
  const row = read<[], { readonly name: string; readonly isSample: number }>(
    db,
    'SELECT name, is_sample AS isSample FROM workspace',
  ).get()
  if (row === undefined) throw new Error('workspace row is missing')
  return { name: row.name, isSample: row.isSample === 1 }
}

/** True for a file that names itself ours. */
export function isWorkspace(db: ReadDb): boolean {
  return connectionOf(db).pragma('application_id', { simple: true }) === applicationId
}

/** Version of its tables. */
export function readVersion(db: ReadDb): number {
  return versionOf(connectionOf(db))
}

/** Rows that the connection ever changed. */
export function countChanges(db: ReadDb): number {
  return readColumn<[], number>(db, 'SELECT total_changes()').get() ?? 0
}

/** All that SQLite's own check of the whole file complains of. */
export function checkDatabase(db: ReadDb): readonly string[] {
  const lines = connectionOf(db).pragma('integrity_check(1000)') as readonly { readonly integrity_check: string }[]
  return lines.map((line) => line.integrity_check).filter((line) => line !== 'ok')
}

export type DanglingRow = { readonly table: string; readonly rowid: number | null; readonly parent: string }

/** Rows whose parent is missing. */
export function checkForeignKeys(db: ReadDb): readonly DanglingRow[] {
  return connectionOf(db).pragma('foreign_key_check') as readonly DanglingRow[]
}

/** How many changes the file counts. */
export function readCommits(db: ReadDb): number {
  return readColumn<[], number>(db, 'SELECT commits FROM workspace').get() ?? 0
}

/** The same; null within a transaction, where what stands there may never be so. */
export function readSettledCommits(db: ReadDb): number | null {
  return connectionOf(db).inTransaction ? null : readCommits(db)
}
