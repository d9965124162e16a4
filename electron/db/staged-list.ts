import Sqlite from 'better-sqlite3'
import { addCopied, type CopiedRows } from './change-log.ts'
import { connectionOf, toWriteDb } from './connection.ts'
import { coveredTables } from './covered-tables.ts'
import type { ReadDb, WriteDb } from './handles.ts'
import { loggedValue, spellText, tellTable } from './row-changes.ts'
import { read, readColumn } from './statement.ts'

/** What a list writes thousands of, those that others refer to first. */
const copied = ['producers', 'products', 'list_rows', 'recognitions', 'registrations'] as const

/** The tables of a file that a list is written to, and the last number that each has given. */
export type ListPlace = {
  readonly tables: readonly { readonly name: string; readonly sql: string; readonly lastId: number | null }[]
  /** That the list will have. */
  readonly importId: number
}

export function readListPlace(db: ReadDb): ListPlace {
  const tables = [...copied, 'list_imports'].map((name) => {
    const sql = readColumn<string, string>(db, 'SELECT sql FROM main.sqlite_schema WHERE name = ?').get(name)
    if (sql === undefined) throw new Error(`the file has no table ${name}`)
    const hasId = read<string, unknown>(db, "SELECT 1 FROM pragma_table_info(?) WHERE name = 'id'").get(name)
    const lastId = hasId === undefined ? null : lastIdIn(db, name)
    return { name, sql, lastId }
  })
  return { tables, importId: 1 + (tables.find(({ name }) => name === 'list_imports')?.lastId ?? 0) }
}

function lastIdIn(db: ReadDb, table: string): number {
  return readColumn<[], number>(db, `SELECT coalesce(max(id), 0) FROM ${table}`).get() ?? 0
}

/**
 * Has `insert` write into a file at the path as if it were that file without its rows: what is new has the numbers that it
 * would have there. Answers what the audit tells of it, so that the command that copies it (`copyStagedList`) holds the keys no
 * longer than SQLite needs to copy.
 */
export function stageList(path: string, place: ListPlace, insert: (db: WriteDb) => void): readonly CopiedRows[] {
  const sqlite = new Sqlite(path)
  try {
    for (const setting of ['journal_mode = OFF', 'synchronous = OFF', 'foreign_keys = OFF']) sqlite.pragma(setting)
    for (const { sql } of place.tables) sqlite.exec(sql)
    sqlite.transaction(() => {
      const last = place.tables.filter(({ lastId }) => lastId !== null && lastId > 0)
      for (const { name, lastId } of last) holdNumber(sqlite, name, lastId ?? 0)
      insert(toWriteDb(sqlite))
      for (const { name, lastId } of last) sqlite.prepare(`DELETE FROM ${name} WHERE id = ?`).run(lastId)
    })()
    return coveredTables(sqlite).flatMap((table) => {
      if (!copied.some((name) => name === table.name)) return []
      const rows = sqlite
        .prepare(`SELECT ${table.columns.join(', ')} FROM ${table.name}`)
        .raw()
        .all() as unknown[][]
      const told = tellTable(table, { gone: [], changed: [], added: rows.map((row) => row.map(loggedValue)) })
      if (told === null) return []
      const text = JSON.stringify(told)
      return [{ table: table.name, count: rows.length, told: { text, spelt: Buffer.from(spellText(text)) } }]
    })
  } finally {
    sqlite.close()
  }
}

/** Copies the new rows of a staged list (see `withStaged`), in their own order of tables. */
export function copyStagedList(db: WriteDb, told: readonly CopiedRows[]): void {
  const connection = connectionOf(db)
  const columnsOf = new Map(coveredTables(connection).map(({ name, columns }) => [name, columns.join(', ')]))
  for (const table of copied) {
    const rows = told.find((one) => one.table === table)
    if (rows === undefined) continue
    const columns = columnsOf.get(table) ?? ''
    addCopied(db, rows, () => {
      const sql = `INSERT INTO main.${table} (${columns}) SELECT ${columns} FROM staged.${table}`
      return connection.prepare(sql).run().changes
    })
  }
}

/** A row of nothing with that number, after which SQLite numbers on. */
function holdNumber(sqlite: Sqlite.Database, table: string, id: number): void {
  const info = sqlite.pragma(`table_info(${table})`) as readonly {
    readonly name: string
    readonly type: string
    readonly notnull: number
    readonly dflt_value: string | null
  }[]
  const nothing = info.filter(
    ({ name, notnull, dflt_value: usual }) => name !== 'id' && notnull === 1 && usual === null,
  )
  const names = ['id', ...nothing.map(({ name }) => name)].join(', ')
  const values = ['?', ...nothing.map(({ type }) => (type === 'INTEGER' ? '0' : "''"))].join(', ')
  sqlite.pragma('ignore_check_constraints = ON')
  sqlite.prepare(`INSERT INTO ${table} (${names}) VALUES (${values})`).run(id)
  sqlite.pragma('ignore_check_constraints = OFF')
}
