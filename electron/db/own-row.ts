import { walkAudit } from './audit.ts'
import type { ReadDb } from './handles.ts'
import { applyChanges, compareRows, type KnownRows } from './known-rows.ts'
import { toChanges } from './log-migration.ts'
import type { RowChanges } from './row-changes.ts'

const table = 'workspace'

/**
 * What makes the file's own row, as the audit left it, the one that stands there, as canonical JSON of `RowChanges`; empty
 * where it is the same. For a file whose own row was lost and made anew: what its audit says of it is over.
 */
export function changesOfOwnRow(db: ReadDb): string {
  const known: KnownRows = new Map()
  for (const { event } of walkAudit(db)) {
    const change = readChanges(event.changes)[table]
    if (change !== undefined) applyChanges(known, { seq: event.seq, changes: { [table]: change } })
  }
  const differences = [...compareRows(db, known)].flatMap((each) => (each?.table === table ? [each] : []))
  return toChanges(db, differences)
}

function readChanges(changes: string): RowChanges {
  try {
    return JSON.parse(changes) as RowChanges
  } catch {
    // Kiểm chứng names the event.
    return {}
  }
}
