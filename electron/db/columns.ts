import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

// The long column lists of SQL, from the tables of `schema`.

/** Every column under its field's name, for a SELECT: `members.id AS id, members.council_id AS councilId`. */
export function columnsOf(table: SQLiteTable): string {
  return columnNames(table)
    .map(([field, column]) => `${getTableName(table)}.${column} AS ${field}`)
    .join(', ')
}

/** Inserts the fields that the table has, bound by their names. A list has thousands of rows of the same fields. */
export function insertInto(table: SQLiteTable, row: object): string {
  const known = inserts.get(table) ?? new Map<string, string>()
  inserts.set(table, known)
  const fields = Object.keys(row).join()
  const sql = known.get(fields) ?? insertOf(table, row)
  known.set(fields, sql)
  return sql
}

const inserts = new WeakMap<SQLiteTable, Map<string, string>>()

function insertOf(table: SQLiteTable, row: object): string {
  const given = columnNames(table).filter(([field]) => field in row)
  const columns = given.map(([, column]) => column).join(', ')
  return `INSERT INTO ${getTableName(table)} (${columns}) VALUES (${given.map(([field]) => `@${field}`).join(', ')})`
}

/** The same of those fields, bound by their places, which SQLite is handed in half the time. */
export function insertByPlace(table: SQLiteTable, fields: readonly string[]): string {
  const names = new Map(columnNames(table))
  const columns = fields.map((field) => names.get(field) ?? field).join(', ')
  return `INSERT INTO ${getTableName(table)} (${columns}) VALUES (${fields.map(() => '?').join(', ')})`
}

/** Sets the fields of a change in the row with that `@id`. */
export function updateById(table: SQLiteTable, change: object): string {
  const given = columnNames(table).filter(([field]) => field in change && field !== 'id')
  const sets = given.map(([field, column]) => `${column} = @${field}`).join(', ')
  return `UPDATE ${getTableName(table)} SET ${sets} WHERE id = @id`
}

function columnNames(table: SQLiteTable): readonly (readonly [field: string, column: string])[] {
  return Object.entries(getTableColumns(table)).map(([field, { name }]) => [field, name])
}
