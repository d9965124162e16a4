import { randomUUID } from 'node:crypto'
import { isSameValue, notedRows, type NotedRow } from './change-log.ts'
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

/** What stands in the way of taking a deed back: a row that others changed, dropped or built on since. */
export type Obstacle = {
  readonly kind: 'changed' | 'gone' | 'used'
  readonly table: string
  readonly key: RowKey
  /** The row's values by its columns, as they are or were at the last. */
  readonly fields: Readonly<Record<string, unknown>>
  /** The first that is not as the deed left it; empty where none is to be named. */
  readonly column: string
}

/**
 * Makes what the deed changed as it was before, and nothing else: fields that it did not touch and the order of rows stay as
 * they are by now, and a row that it made and somebody dropped since is gone already. Null, or what stands in the way of
 * it; nothing is changed then.
 */
export function takeDeedBack(db: WriteDb, id: string): Obstacle | null {
  const connection = connectionOf(db)
  const deed = kept.get(connection)?.get(id)
  if (deed === undefined) throw new Error('nothing is known of the deed')
  const planned = deed.tables.flatMap(({ table, rows }) =>
    rows.map((row): PlannedRow => {
      const known = { table, ...row }
      return { ...known, now: readRow(db, known) }
    }),
  )
  const changed = planned.map(changedSince).find((obstacle) => obstacle !== null)
  if (changed !== undefined) return changed
  connection.exec('SAVEPOINT take_back')
  const obstacle = restoreAll(db, planned)
  connection.exec(obstacle === null ? 'RELEASE take_back' : 'ROLLBACK TO take_back; RELEASE take_back')
  return obstacle
}

/** Forgets it: what was taken back cannot be taken back again. */
export function forgetDeed(db: ReadDb, id: string): void {
  kept.get(connectionOf(db))?.delete(id)
}

type KeptDeed = Deed & { readonly tables: ReturnType<typeof notedRows> }
type KnownRow = NotedRow & { readonly table: CoveredTable }
type PlannedRow = KnownRow & { readonly now: NotedRow['after'] }

const kept = new WeakMap<ReturnType<typeof connectionOf>, Map<string, KeptDeed>>()

const mostDeeds = 20

/** A form that was sealed into the file stays there, as when a product is taken off an agenda. */
const sealedForms = 'sealed_files'

/** Columns that say where a row stands among others. */
const orderColumns: Readonly<Record<string, readonly string[]>> = {
  agenda_items: ['position'],
  members: ['sort_order'],
}

function changedSince(row: PlannedRow): Obstacle | null {
  const { table, before, after, now } = row
  if (after === null) return now === null ? null : obstacleAt(row, 'used')
  if (now === null) return before === null ? null : obstacleAt(row, 'gone')
  const column = table.columns.find((name, place) => {
    const isOwn = before === null ? orderColumns[table.name]?.includes(name) !== true : isTouched(row, place)
    return isOwn && !isSameValue(now[place], after[place])
  })
  return column === undefined ? null : obstacleAt(row, 'changed', column)
}

const isTouched = ({ before, after }: NotedRow, place: number): boolean => !isSameValue(before?.[place], after?.[place])

function obstacleAt({ table, key, before, after, now }: PlannedRow, kind: Obstacle['kind'], column = ''): Obstacle {
  const values = now ?? after ?? before ?? []
  const fields = Object.fromEntries(table.columns.map((name, place) => [name, values[place]]))
  return { kind, table: table.name, key, fields, column }
}

/** Who refers to a row goes before it, and comes after it: whatever cannot be done yet waits for the rest. */
function restoreAll(db: WriteDb, planned: readonly PlannedRow[]): Obstacle | null {
  let waiting = planned
  while (waiting.length > 0) {
    const left = waiting.filter((row) => !restoreRow(db, row))
    const [first] = left
    if (first !== undefined && left.length === waiting.length) return obstacleAt(first, 'used')
    waiting = left
  }
  return goneAlong(db, planned)
}

/** What went by itself with a row (`ON DELETE CASCADE`), came after the deed and is nobody's to drop. */
function goneAlong(db: WriteDb, planned: readonly PlannedRow[]): Obstacle | null {
  const known = new Set(planned.map(({ table, key }) => `${table.name} ${keyText(key)}`))
  const all = notedRows(db).flatMap(({ table, rows }) => rows.map((row) => ({ table, ...row, now: row.before })))
  const other = all.find(({ table, key }) => !known.has(`${table.name} ${keyText(key)}`))
  return other === undefined ? null : obstacleAt(other, 'used')
}

function readRow(db: ReadDb, { table, key }: KnownRow): readonly unknown[] | null {
  const sql = `SELECT ${table.columns.map(quoted).join(', ')} FROM ${quoted(table.name)} WHERE ${isKey(table)}`
  const row = read<Values, Readonly<Record<string, unknown>>>(db, sql).get(...valuesOf(key))
  return row === undefined ? null : table.columns.map((column) => row[column])
}

/** False where others refer to it yet, or what it refers to is not there yet. */
function restoreRow(db: WriteDb, row: PlannedRow): boolean {
  const { table, key, before, after } = row
  const name = quoted(table.name)
  try {
    if (before === null) write<Values>(db, `DELETE FROM ${name} WHERE ${isKey(table)}`).run(...valuesOf(key))
    else if (after === null) {
      const [columns, places] = [table.columns.map(quoted).join(', '), table.columns.map(() => '?').join(', ')]
      write<Values>(db, `INSERT INTO ${name} (${columns}) VALUES (${places})`).run(...(before as Values))
    } else {
      const touched = table.columns.flatMap((column, place) => (isTouched(row, place) ? [{ column, place }] : []))
      const sets = touched.map(({ column }) => `${quoted(column)} = ?`).join(', ')
      const values = touched.map(({ place }) => before[place]) as Values
      write<Values>(db, `UPDATE ${name} SET ${sets} WHERE ${isKey(table)}`).run(...values, ...valuesOf(key))
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
