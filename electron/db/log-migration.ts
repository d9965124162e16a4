import { appendAuditEvent } from './audit.ts'
import { connectionOf } from './connection.ts'
import { coveredTables } from './covered-tables.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import { compareRows, readRows, type KnownRows, type RowDifference } from './known-rows.ts'
import { write } from './statement.ts'
import { changesText, sortedFields, tellTable, toldText } from './row-changes.ts'

/** Who brings a file to a newer schema, and what is said of it in the audit. */
export type Migrating = {
  /** ISO time. */
  readonly at: string
  readonly actor: string
  readonly appVersion: string
  /** Checks what could be checked before the audit kept rows, and names each kind of fault. */
  readonly examine: (db: ReadDb) => readonly string[]
  /** Keeps a checked copy of the file as it is, and answers the copy's path. */
  readonly keepBefore: (db: ReadDb) => string
}

/** Of an event: who replays it has it whole in memory. */
const mostRows = 5000

/** The rows as the audit may know them before a migration: none where it kept none so far. */
export function rowsBeforeMigration(db: ReadDb): KnownRows {
  return keepsChanges(db) ? readRows(db) : new Map()
}

/**
 * Writes down which rows a migration altered, as any command's; where the audit kept no rows before, these are all that
 * there are, and the event says what the checks of before found in them.
 */
export function logMigration(
  db: WriteDb,
  step: { readonly from: number; readonly to: number; readonly before: KnownRows; readonly migrating: Migrating },
): void {
  const { from, to, before, migrating } = step
  if (!keepsChanges(db)) return
  const { at, actor, appVersion, examine } = migrating
  const detail = { from, to, appVersion, ...(before.size === 0 && { found: examine(db) }) }
  // Nothing can be written while rows are read.
  const events = changesSince(db, before)
  for (const changes of events) {
    appendAuditEvent(db, { at, actor, command: 'workspace.migrate', subject: 'workspace', detail }, toldText(changes))
  }
  // The file counts no fewer changes than its audit has events.
  write<[number]>(db, 'UPDATE workspace SET commits = commits + ?').run(events.length)
}

/** One text at least. */
function changesSince(db: ReadDb, before: KnownRows): readonly string[] {
  const texts: string[] = []
  let rows: RowDifference[] = []
  for (const difference of compareRows(db, before)) {
    if (difference === null) continue
    rows.push(difference)
    if (rows.length < mostRows) continue
    texts.push(toChanges(db, rows))
    rows = []
  }
  if (rows.length > 0) texts.push(toChanges(db, rows))
  return texts.length === 0 ? [''] : texts
}

/** What makes the known rows those that are there, as canonical JSON of `RowChanges`; empty for nothing. */
export function toChanges(db: ReadDb, differences: readonly RowDifference[]): string {
  const tables = new Map(coveredTables(connectionOf(db)).map((table) => [table.name, table]))
  const byTable = Map.groupBy(differences, ({ table }) => table)
  return changesText(
    [...byTable].flatMap(([name, rows]) => {
      const told = tellTable(tables.get(name), {
        gone: rows.flatMap((row) => (row.kind === 'missing' ? [row.key] : [])),
        changed: rows.flatMap((row) =>
          row.kind === 'changed'
            ? [[row.key, sortedFields(row.differ.map(({ column, found }) => [column, found]))] as const]
            : [],
        ),
        added: rows.flatMap((row) => (row.kind === 'unknown' ? [Object.values(row.fields)] : [])),
      })
      return told === null ? [] : [[name, told] as const]
    }),
  )
}

function keepsChanges(db: ReadDb): boolean {
  const columns = connectionOf(db).pragma('main.table_info(audit_events)') as readonly { readonly name: string }[]
  return columns.some(({ name }) => name === 'changes')
}
