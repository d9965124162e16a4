import type { Database, RunResult, Statement } from 'better-sqlite3'
import { connectionOf } from './connection.ts'
import type { ReadDb, WriteDb } from './handles.ts'

/**
 * Prepared statements, kept with their connection: scoring runs the same few at every key. `Params` is one value, a tuple
 * for `?`, or an object for `@names`; `Row` an object by column name.
 *
 * In a join or an ordered read that runs at every key, a parameter is written `+?`. The library's SQLite has STAT4, under
 * which a statement with a bare parameter there is planned anew at each binding: 20 µs instead of 2.
 */

/** A statement that asks. @throws Error for one that would change the file */
export function read<Params extends Bindable, Row>(db: ReadDb, sql: string): Reading<Params, Row> {
  return prepare(connectionOf(db), sql, 'asks') as unknown as Reading<Params, Row>
}

/** The same for statements of one column, whose bare values it gives. */
export function readColumn<Params extends Bindable, Value>(db: ReadDb, sql: string): Reading<Params, Value> {
  return prepare(connectionOf(db), sql, 'asks').pluck() as unknown as Reading<Params, Value>
}

/** A statement that changes the file; `Row` is what it returns. @throws Error outside a transaction */
export function write<Params extends Bindable, Row = never>(db: WriteDb, sql: string): Writing<Params, Row> {
  const connection = connectionOf(db)
  if (!connection.inTransaction) throw new Error(`outside a transaction: ${sql}`)
  return prepare(connection, sql, 'changes') as unknown as Writing<Params, Row>
}

/**
 * Inserts row after row by one statement, the fields bound in its places: for what a list writes thousands of. Answers the new
 * row's id.
 */
export function inserting<Field extends string>(
  db: WriteDb,
  sql: string,
  fields: readonly Field[],
): (row: { readonly [F in Field]: Value }) => number {
  const statement = write<readonly Value[]>(db, sql)
  return (row) => Number(statement.run(...fields.map((field) => row[field])).lastInsertRowid)
}

type Value = string | number | Uint8Array | null
type Bindable = Value | readonly Value[] | { readonly [name: string]: Value }
type Bound<Params> = [Params] extends [readonly unknown[]] ? [...Params] : [Params]

type Reading<Params, Row> = {
  readonly get: (...bound: Bound<Params>) => Row | undefined
  readonly all: (...bound: Bound<Params>) => readonly Row[]
  /** One by one: a long answer holds no more memory than a short one. */
  readonly iterate: (...bound: Bound<Params>) => IterableIterator<Row>
}

type Writing<Params, Row> = {
  readonly run: (...bound: Bound<Params>) => RunResult
  /** The one row that it returns. */
  readonly get: (...bound: Bound<Params>) => Row
}

const kept = new WeakMap<Database, Map<string, Statement<unknown[]>>>()

function prepare(connection: Database, sql: string, what: 'asks' | 'changes'): Statement<unknown[]> {
  const statements = kept.get(connection) ?? new Map<string, Statement<unknown[]>>()
  kept.set(connection, statements)
  const known = statements.get(sql)
  if (known !== undefined) return known
  const prepared = connection.prepare(sql)
  if (prepared.readonly !== (what === 'asks')) throw new Error(`expected a statement that ${what}: ${sql}`)
  statements.set(sql, prepared)
  return prepared
}
