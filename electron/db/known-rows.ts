import { connectionOf } from './connection.ts'
import { coveredTables, type CoveredTable } from './covered-tables.ts'
import type { ReadDb } from './handles.ts'
import {
  keyOfRow,
  keyText,
  loggedValue,
  readKey,
  type LoggedValue,
  type RowChanges,
  type RowKey,
  type TableChanges,
} from './row-changes.ts'

/** What is known of the rows of covered tables: from the audit, or from the file at another time. By table. */
export type KnownRows = Map<string, KnownTable>

type KnownTable = {
  /** Where each column's value stands in a row; at 0 stands the number of the event that wrote the row last. */
  readonly places: Map<string, number>
  readonly rows: Map<string | number, KnownRow>
}

type KnownRow = (LoggedValue | undefined)[]

export type RowFields = Readonly<Record<string, LoggedValue>>

/** `known` is undefined for a column that nobody told of. */
export type FieldDifference = {
  readonly column: string
  readonly known: LoggedValue | undefined
  readonly found: LoggedValue
}

/** A row that is not as it is known. `seq`: of the event that wrote it last. */
export type RowDifference = { readonly table: string; readonly key: RowKey } & (
  | { readonly kind: 'missing'; readonly seq: number; readonly fields: RowFields }
  | { readonly kind: 'unknown'; readonly fields: RowFields }
  | {
      readonly kind: 'changed'
      readonly seq: number
      readonly fields: RowFields
      readonly differ: readonly FieldDifference[]
    }
)

/** Something that an event says of a row although those before it say otherwise. */
export type Contradiction = { readonly seq: number; readonly table: string; readonly key: RowKey }

/** Carries out on `known` what one event changed. */
export function applyChanges(
  known: KnownRows,
  { seq, changes }: { readonly seq: number; readonly changes: RowChanges },
): readonly Contradiction[] {
  const contradictions: Contradiction[] = []
  for (const [name, change] of Object.entries(changes)) {
    const table = tableOf(known, name)
    const contradict = (key: RowKey) => void contradictions.push({ seq, table: name, key })
    for (const key of change.gone ?? []) if (!table.rows.delete(keyText(key))) contradict(key)
    for (const [key, fields] of change.changed ?? []) {
      const row = table.rows.get(keyText(key))
      if (row === undefined) contradict(key)
      else {
        row[0] = seq
        for (const [column, value] of Object.entries(fields)) row[placeOf(table, column)] = value
      }
    }
    addRows(table, { seq, change, contradict })
  }
  return contradictions
}

type Adding = {
  readonly seq: number
  readonly change: Pick<TableChanges, 'columns' | 'key' | 'added'>
  readonly contradict: (key: RowKey) => void
}

function addRows(table: KnownTable, { seq, change, contradict }: Adding): void {
  const { columns = [], key = [], added = [] } = change
  const places = columns.map((column) => placeOf(table, column))
  for (const values of added) {
    const rowKey = keyOfRow({ columns, key }, values)
    if (table.rows.has(keyText(rowKey))) contradict(rowKey)
    const row: KnownRow = Array.from({ length: table.places.size + 1 })
    row[0] = seq
    for (const [index, place] of places.entries()) row[place] = values[index]
    table.rows.set(keyText(rowKey), row)
  }
}

/** All covered rows of a file as they stand there. */
export function readRows(db: ReadDb): KnownRows {
  const known: KnownRows = new Map()
  for (const table of coveredTables(connectionOf(db))) {
    const added: (readonly LoggedValue[])[] = []
    for (const row of rowsOf(db, table)) added.push(row)
    addRows(tableOf(known, table.name), { seq: 0, change: { ...table, added }, contradict: () => {} })
  }
  return known
}

/** Compares what stands in the file with what is known, field by field; null now and then, where one may pause. */
export function* compareRows(db: ReadDb, known: KnownRows): Generator<RowDifference | null> {
  const tables = coveredTables(connectionOf(db))
  let looked = 0
  for (const table of tables) {
    const { places, rows } = tableOf(known, table.name)
    const seen = new Set<string | number>()
    const at = table.columns.map((column) => places.get(column))
    for (const found of rowsOf(db, table)) {
      const key = keyOfRow(table, found)
      const row = rows.get(keyText(key))
      seen.add(keyText(key))
      const difference = row === undefined ? unknownRow(table, found) : changedRow({ table, found, row, at })
      if (difference !== null) yield difference
      if ((looked += 1) % 1000 === 0) yield null
    }
    for (const [key, row] of rows) if (!seen.has(key)) yield missingRow({ name: table.name, key, row, places })
  }
  const names = new Set(tables.map(({ name }) => name))
  for (const [name, { rows, places }] of known) {
    if (!names.has(name)) for (const [key, row] of rows) yield missingRow({ name, key, row, places })
  }
}

function unknownRow(table: CoveredTable, found: readonly LoggedValue[]): RowDifference {
  return { kind: 'unknown', table: table.name, key: keyOfRow(table, found), fields: fieldsOf(table.columns, found) }
}

type Met = {
  readonly table: CoveredTable
  readonly found: readonly LoggedValue[]
  readonly row: KnownRow
  /** Where the row has the value of each column. */
  readonly at: readonly (number | undefined)[]
}

function changedRow({ table, found, row, at }: Met): RowDifference | null {
  const { name, columns } = table
  const differ = columns.flatMap((column, index): readonly FieldDifference[] => {
    const place = at[index]
    const [known, value] = [place === undefined ? undefined : row[place], found[index] as LoggedValue]
    return isSame(known, value) ? [] : [{ column, known, found: value }]
  })
  if (differ.length === 0) return null
  const key = keyOfRow(table, found)
  return { kind: 'changed', table: name, key, seq: Number(row[0]), fields: fieldsOf(columns, found), differ }
}

type Missed = Pick<KnownTable, 'places'> & {
  readonly name: string
  readonly key: string | number
  readonly row: KnownRow
}

function missingRow({ name, key, row, places }: Missed): RowDifference {
  const fields = Object.fromEntries([...places].map(([column, place]) => [column, row[place] ?? null]))
  return { kind: 'missing', table: name, key: readKey(key), seq: Number(row[0]), fields }
}

function isSame(one: LoggedValue | undefined, other: LoggedValue): boolean {
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) return one === other
  return one.sha256 === other.sha256
}

function* rowsOf(db: ReadDb, { name, columns, key }: CoveredTable): Generator<readonly LoggedValue[]> {
  const quoted = (names: readonly string[]) => names.map((column) => `"${column}"`).join(', ')
  const rows = connectionOf(db)
    .prepare<[], readonly unknown[]>(`SELECT ${quoted(columns)} FROM main."${name}" ORDER BY ${quoted(key)}`)
    .raw()
    .iterate()
  for (const row of rows) yield row.map(loggedValue)
}

function tableOf(known: KnownRows, name: string): KnownTable {
  const table = known.get(name) ?? { places: new Map(), rows: new Map() }
  known.set(name, table)
  return table
}

function placeOf({ places }: KnownTable, column: string): number {
  const place = places.get(column) ?? places.size + 1
  places.set(column, place)
  return place
}

function fieldsOf(columns: readonly string[], values: readonly LoggedValue[]): RowFields {
  return Object.fromEntries(columns.map((column, index) => [column, values[index] as LoggedValue]))
}
