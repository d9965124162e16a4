import type { Database } from 'better-sqlite3'

/**
 * Tables that the audit does not let anybody rebuild, each with the reason. Every other table of a file is covered: who
 * adds one need do nothing.
 */
export const uncoveredTables = {
  audit_events: 'the audit itself, held by its chain',
  rooms: 'whether a meeting room is on; no paper prints it',
  room_codes: 'codes come and go with a room; no paper prints them',
  room_devices: 'devices come and go with a room; no paper prints them',
  ballot_acts: 'ids of acts that were carried out; what they did stands in the ballots',
  __drizzle_migrations: 'which migrations were made; compared with those of the program',
} as const satisfies Readonly<Record<string, string>>

/** Columns that change without a command, by their table. */
const uncoveredColumns: Readonly<Record<string, readonly string[]>> = { workspace: ['commits', 'in_use'] }

export type CoveredTable = {
  readonly name: string
  /** In the order of the table. */
  readonly columns: readonly string[]
  /** Those of the primary key, in its order; all of a table that has none. */
  readonly key: readonly string[]
}

/** The covered tables of a file as they are in it. */
export function coveredTables(sqlite: Database): readonly CoveredTable[] {
  const names = sqlite
    .prepare<[], string>(
      "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'",
    )
    .pluck()
    .all()
  return names
    .filter((name) => !(name in uncoveredTables))
    .toSorted()
    .map((name) => readTable(sqlite, name))
}

function readTable(sqlite: Database, name: string): CoveredTable {
  const info = sqlite.prepare<string, { readonly name: string; readonly pk: number }>(
    "SELECT name, pk FROM pragma_table_info(?, 'main')",
  )
  const columns = info.all(name).filter((column) => uncoveredColumns[name]?.includes(column.name) !== true)
  const key = columns.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk)
  const namesOf = (some: typeof columns) => some.map((column) => column.name)
  return { name, columns: namesOf(columns), key: namesOf(key.length === 0 ? columns : key) }
}
