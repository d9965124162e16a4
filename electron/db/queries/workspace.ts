import type { WorkspaceDb } from '../open.ts'
import { workspace } from '../schema.ts'

export type WorkspaceFacts = { readonly name: string; readonly isSample: boolean }

/** Name and sample mark of the open file. */
export function readWorkspaceFacts(db: WorkspaceDb): WorkspaceFacts {
  const row = db.select({ name: workspace.name, isSample: workspace.isSample }).from(workspace).get()
  if (row === undefined) throw new Error('workspace row is missing')
  return row
}

/** SQLite's own check of the whole file; `ok` or its first complaint. */
export function checkDatabase(db: WorkspaceDb): string {
  return String(db.$client.pragma('integrity_check(1)', { simple: true }))
}
