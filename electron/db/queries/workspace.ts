import { applicationId } from '../application-id.ts'
import { connectionOf } from '../connection.ts'
import type { ReadDb } from '../handles.ts'
import { read } from '../statement.ts'

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

/** SQLite's own check of the whole file; `ok` or its first complaint. */
export function checkDatabase(db: ReadDb): string {
  return String(connectionOf(db).pragma('integrity_check(1)', { simple: true }))
}
