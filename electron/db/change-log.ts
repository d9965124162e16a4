import type { Database } from 'better-sqlite3'
import { connectionOf } from './connection.ts'
import { coveredTables, type CoveredTable } from './covered-tables.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import {
  keyOfRow,
  keyText,
  loggedValue,
  sortedFields,
  tellTable,
  toldChanges,
  type LoggedValue,
  type RowKey,
  type SpeltRows,
  type TableChanges,
  type ToldChanges,
} from './row-changes.ts'

// What a command does to the rows of covered tables, by whatever statement, cascade or upsert: temporary triggers of the
// connection that writes note it, and the command's audit event takes it along.

/** Begins to gather on a connection whose schema is the newest. */
export function installChangeLog(sqlite: Database): void {
  const tables = coveredTables(sqlite)
  const rows = tables.map(() => new Map<string | number, ChangedRow>())
  const log: ChangeLog = { tables, rows, copied: new Map(), commands: new Map(tables.map(({ name }) => [name, 0])) }
  logs.set(sqlite, log)
  // Without it what REPLACE deletes is not told to the triggers.
  sqlite.pragma('recursive_triggers = ON')
  sqlite.function('note_change', { varargs: true }, (...noted: readonly unknown[]) => note(log, noted))
  sqlite.exec(tables.flatMap(triggersOf).join('\n'))
}

/** Drops what a command that was refused left behind; its rows are as they were. */
export function forgetChanges(db: WriteDb): void {
  const log = logs.get(connectionOf(db))
  for (const rows of log?.rows ?? []) rows.clear()
  log?.copied.clear()
}

/**
 * Rows that a command copies by the thousand out of a file in which they were written: what the audit tells of them was made
 * there, and the triggers, which would tell the same row by row, are left out meanwhile.
 *
 * @throws Error where another number of rows was copied than is told
 */
export function addCopied(db: WriteDb, { table, count, told }: CopiedRows, copy: () => number): void {
  const sqlite = connectionOf(db)
  const log = logs.get(sqlite)
  const place = log?.tables.findIndex(({ name }) => name === table) ?? -1
  const covered = log?.tables[place]
  if (log === undefined || covered === undefined) throw new Error(`nothing is gathered of ${table}`)
  const [trigger] = triggersOf(covered, place)
  sqlite.exec(`DROP TRIGGER temp."note_INSERT_${table}"`)
  const copied = copy()
  sqlite.exec(trigger)
  if (copied !== count) throw new Error(`${copied} rows of ${table} were copied and ${count} are told`)
  log.copied.set(table, told)
}

/** The new rows of one table, as the audit tells them. */
export type CopiedRows = { readonly table: string; readonly count: number; readonly told: SpeltRows }

/** A row that was changed since the last time, by its columns: as it was, as it is; null where there was or is none. */
export type TouchedRow = { readonly before: RowValues | null; readonly after: RowValues | null }

export type RowValues = Readonly<Record<string, unknown>>

/** The rows of a table that `takeChanges` is going to tell of. Long texts of copied rows are as the audit tells them. */
export function touchedRows(db: ReadDb, name: string): readonly TouchedRow[] {
  const log = logs.get(connectionOf(db))
  const place = log?.tables.findIndex((table) => table.name === name) ?? -1
  const table = log?.tables[place]
  if (log === undefined || table === undefined) throw new Error(`nothing is gathered of ${name}`)
  const valuesOf = (row: Row | null) =>
    row === null ? null : Object.fromEntries(table.columns.map((column, index) => [column, row[index]]))
  const copied = log.copied.get(name)
  const added = copied === undefined ? [] : ((JSON.parse(copied.text) as TableChanges).added ?? [])
  return [
    ...added.map((row) => ({ before: null, after: valuesOf(row) })),
    ...[...(log.rows[place]?.values() ?? [])].map(({ before, after }) => ({
      before: valuesOf(before),
      after: valuesOf(after),
    })),
  ]
}

/** A row that was changed since the last time, by its key; its values are in the order of the table's columns. */
export type NotedRow = { readonly key: RowKey; readonly before: Row | null; readonly after: Row | null }

/** All that `takeChanges` is going to tell of, whole; without rows that are again as they were. Nothing of copied rows. */
export function notedRows(db: ReadDb): readonly { readonly table: CoveredTable; readonly rows: readonly NotedRow[] }[] {
  const log = logs.get(connectionOf(db))
  if (log === undefined) throw new Error('nothing is gathered on this connection')
  return log.tables.flatMap((table, place) => {
    const rows = [...(log.rows[place]?.values() ?? [])].filter(({ before, after }) => !isSameRow(before, after))
    return rows.length === 0 ? [] : [{ table, rows: rows.map((row) => ({ ...row })) }]
  })
}

/** Whether both are the same values, or both no row. */
function isSameRow(one: Row | null, other: Row | null): boolean {
  if (one === null || other === null) return one === other
  return one.every((value, place) => isSameValue(value, other[place]))
}

/** Of one column. */
export function isSameValue(one: unknown, other: unknown): boolean {
  return one === other || (one instanceof Uint8Array && other instanceof Uint8Array && Buffer.compare(one, other) === 0)
}

/** What was changed since the last time. */
export function takeChanges(db: WriteDb): ToldChanges {
  const log = logs.get(connectionOf(db))
  if (log === undefined) throw new Error('nothing is gathered on this connection')
  const changes = log.tables.flatMap((table, index): readonly (readonly [string, TableChanges | SpeltRows])[] => {
    const rows = log.rows[index]
    const copied = log.copied.get(table.name)
    if ((rows?.size ?? 0) > 0 || copied !== undefined) countUp(log.commands, table.name)
    if (rows === undefined || rows.size === 0) return copied === undefined ? [] : [[table.name, copied]]
    const told = tellRows(table, { rows: [...rows.values()], copied: copied?.text })
    rows.clear()
    return told === null ? [] : [[table.name, told]]
  })
  log.copied.clear()
  return toldChanges(changes)
}

/**
 * How many commands touched rows of any of these tables since the file was opened, those that were refused at their end too;
 * null where nothing is gathered, as of a file that is only read. @throws Error for a table that is not covered
 */
export function countCommands(db: ReadDb, names: readonly string[]): number | null {
  const log = logs.get(connectionOf(db))
  if (log === undefined) return null
  return names.reduce((sum, name) => {
    const count = log.commands.get(name)
    if (count === undefined) throw new Error(`nothing is gathered of ${name}`)
    return sum + count
  }, 0)
}

function countUp(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

type ChangeLog = {
  readonly tables: readonly CoveredTable[]
  /** By the place of the table. */
  readonly rows: readonly Map<string | number, ChangedRow>[]
  /** What is told of copied rows already, by the name of the table. */
  readonly copied: Map<string, SpeltRows>
  /** How many commands touched each table. */
  readonly commands: Map<string, number>
}

/** A row since the command began; null where there is none, undefined where it was not looked at. */
type ChangedRow = { readonly key: RowKey; readonly before: Row | null; after: Row | null }

/** Values of a row in the order of its table's columns. */
type Row = readonly unknown[]

const logs = new WeakMap<Database, ChangeLog>()

function triggersOf({ name, columns }: CoveredTable, place: number): readonly [string, string, string] {
  const values = (row: 'old' | 'new') => columns.map((column) => `${row}."${column}"`).join(', ')
  const trigger = (event: string, noted: string) =>
    `CREATE TEMP TRIGGER "note_${event.slice(0, 6)}_${name}" AFTER ${event} ON main."${name}"
     BEGIN SELECT note_change(${place}, ${noted}); END;`
  return [
    trigger('INSERT', `0, ${values('new')}`),
    trigger(`UPDATE OF ${columns.map((column) => `"${column}"`).join(', ')}`, `1, ${values('old')}, ${values('new')}`),
    trigger('DELETE', `2, ${values('old')}`),
  ]
}

/** `noted`: the place of the table; 0 for a new row, 1 for a changed one, 2 for one that went; old values, new values. */
function note(log: ChangeLog, noted: readonly unknown[]): null {
  const [place, kind] = noted as readonly [number, number]
  const table = log.tables[place] as CoveredTable
  const middle = 2 + (kind === 0 ? 0 : table.columns.length)
  const old = kind === 0 ? null : noted.slice(2, middle)
  const next = kind === 2 ? null : noted.slice(middle)
  const rows = log.rows[place] as Map<string | number, ChangedRow>
  if (old !== null && next !== null && keyText(keyOfRow(table, old)) === keyText(keyOfRow(table, next))) {
    set(rows, keyOfRow(table, next), old, next)
    return null
  }
  if (old !== null) set(rows, keyOfRow(table, old), old, null)
  if (next !== null) set(rows, keyOfRow(table, next), null, next)
  return null
}

function set(rows: Map<string | number, ChangedRow>, key: RowKey, before: Row | null, after: Row | null): void {
  const text = keyText(key)
  const known = rows.get(text)
  if (known === undefined) rows.set(text, { key, before, after })
  else known.after = after
}

type ToTell = { readonly rows: readonly ChangedRow[]; readonly copied: string | undefined }

function tellRows(table: CoveredTable, { rows, copied }: ToTell): TableChanges | null {
  const gone: RowKey[] = []
  const changed: [RowKey, Readonly<Record<string, LoggedValue>>][] = []
  const before = copied === undefined ? null : (JSON.parse(copied) as TableChanges)
  const added: (readonly LoggedValue[])[] = [...(before?.added ?? [])]
  for (const { key, before, after } of rows) {
    if (before === null && after !== null) added.push(after.map(loggedValue))
    else if (before !== null && after === null) gone.push(key)
    else if (before !== null && after !== null) {
      const fields = fieldsThatDiffer(table, before, after)
      if (fields.length > 0) changed.push([key, sortedFields(fields)])
    }
  }
  return tellTable(table, { gone, changed, added })
}

function fieldsThatDiffer({ columns }: CoveredTable, before: Row, after: Row) {
  return columns.flatMap((column, place) => {
    const [old, next] = [before[place], after[place]]
    return isSameValue(old, next) ? [] : [[column, loggedValue(next)] as const]
  })
}
