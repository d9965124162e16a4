import { randomUUID } from 'node:crypto'
import { notedRows, isSameRow, type NotedRow } from './change-log.ts'
import { connectionOf } from './connection.ts'
import type { CoveredTable } from './covered-tables.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import { keyText, type RowKey } from './row-changes.ts'
import { read, write } from './statement.ts'

// Whatever a command did to rows, `takeChanges` knows row by row, as it was and as it is: the same is enough to take it
// back. It is kept with the connection, for as long as the file is open.

/** What can be taken back, and what it was. */
type Deed = {
  readonly command: string
  readonly subject: string
  /** Of the session that it changed, or null. */
  readonly sessionId: number | null
}

/** An id for what a command is going to do. */
export function newDeedId(): string {
  return randomUUID()
}

/** Keeps what the running command did under an id; the oldest of many is forgotten. Before `takeChanges` is asked. */
export function keepDeed(db: WriteDb, id: string, deed: Deed): void {
  const connection = connectionOf(db)
  const deeds = kept.get(connection) ?? new Map<string, KeptDeed>()
  kept.set(connection, deeds)
  deeds.set(id, { ...deed, tables: notedRows(db).filter(({ table }) => table.name !== sealedForms) })
  for (const old of [...deeds.keys()].slice(0, -mostDeeds)) deeds.delete(old)
}

/** What was done under that id; null where nothing is known of it (any more). */
export function findDeed(db: ReadDb, id: string): Deed | null {
  return kept.get(connectionOf(db))?.get(id) ?? null
}

/**
 * Makes every row as it was before the deed, and nothing else. False, with half of it done, where one of them is not as the
 * deed left it, or others hang on it by now: the caller's transaction must fail then.
 */
export function takeDeedBack(db: WriteDb, id: string): boolean {
  const connection = connectionOf(db)
  const deed = kept.get(connection)?.get(id)
  if (deed === undefined) return false
  const planned = deed.tables.flatMap(({ table, rows }) => rows.map((row) => ({ table, ...row })))
  if (!planned.every((row) => isSameRow(readRow(db, row), row.after))) return false
  // Who refers to a row goes before it, and comes after it: whatever cannot be done yet waits for the rest.
  let waiting = planned
  while (waiting.length > 0) {
    const left = waiting.filter((row) => !restoreRow(db, row))
    if (left.length === waiting.length) return false
    waiting = left
  }
  return isAllOf(notedRows(db), planned)
}

/** Forgets it: what was taken back cannot be taken back again. */
export function forgetDeed(db: ReadDb, id: string): void {
  kept.get(connectionOf(db))?.delete(id)
}

type KeptDeed = Deed & { readonly tables: ReturnType<typeof notedRows> }
type PlannedRow = NotedRow & { readonly table: CoveredTable }

const kept = new WeakMap<ReturnType<typeof connectionOf>, Map<string, KeptDeed>>()

const mostDeeds = 20

/** A form that was sealed into the file stays there, as when a product is taken off an agenda. */
const sealedForms = 'sealed_files'

/** What went by itself with a row (`ON DELETE CASCADE`), came after the deed and is nobody's to drop. */
function isAllOf(noted: ReturnType<typeof notedRows>, planned: readonly PlannedRow[]): boolean {
  const known = new Set(planned.map(({ table, key }) => `${table.name} ${keyText(key)}`))
  return noted.every(({ table, rows }) => rows.every(({ key }) => known.has(`${table.name} ${keyText(key)}`)))
}

function readRow(db: ReadDb, { table, key }: PlannedRow): readonly unknown[] | null {
  const sql = `SELECT ${table.columns.map(quoted).join(', ')} FROM ${quoted(table.name)} WHERE ${isKey(table)}`
  const row = read<Values, Readonly<Record<string, unknown>>>(db, sql).get(...valuesOf(key))
  return row === undefined ? null : table.columns.map((column) => row[column])
}

/** False where others refer to it yet, or what it refers to is not there yet. */
function restoreRow(db: WriteDb, { table, key, before, after }: PlannedRow): boolean {
  const name = quoted(table.name)
  try {
    if (before === null) write<Values>(db, `DELETE FROM ${name} WHERE ${isKey(table)}`).run(...valuesOf(key))
    else if (after === null) {
      const [columns, places] = [table.columns.map(quoted).join(', '), table.columns.map(() => '?').join(', ')]
      write<Values>(db, `INSERT INTO ${name} (${columns}) VALUES (${places})`).run(...(before as Values))
    } else {
      const sets = table.columns.map((column) => `${quoted(column)} = ?`).join(', ')
      write<Values>(db, `UPDATE ${name} SET ${sets} WHERE ${isKey(table)}`).run(...(before as Values), ...valuesOf(key))
    }
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_CONSTRAINT')) return false
    throw error
  }
}

type Values = readonly (string | number | null)[]

const isKey = ({ key }: CoveredTable): string => key.map((column) => `${quoted(column)} = ?`).join(' AND ')
const valuesOf = (key: RowKey): Values => (typeof key === 'object' ? key : [key])
const quoted = (name: string): string => `"${name}"`
