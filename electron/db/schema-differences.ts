import Sqlite from 'better-sqlite3'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import type { SchemaDifference } from '../../shared/api/workspace.ts'
import { versionOf } from './application-id.ts'
import { connectionOf } from './connection.ts'
import type { ReadDb } from './handles.ts'

/**
 * Compares the file's schema with what the shipped migrations up to the file's version make. Nothing but SQLite's own list
 * of the schema is read: a view in a table's place is never asked.
 *
 * @param migrations folder of the shipped migrations
 * @returns none for a file of a newer program, of whose schema nothing is known but see `hasOwnTables`
 */
export function findSchemaDifferences(db: ReadDb, migrations: string): readonly SchemaDifference[] {
  const sqlite = connectionOf(db)
  const made = schemaOf({ migrations, version: versionOf(sqlite) })
  if (made === null) return []
  const found = readSchema(sqlite)
  const missing = [...made.values()].filter(({ key }) => !found.has(key)).map((entry) => difference('missing', entry))
  const others = [...found.values()].flatMap((entry) => {
    const own = made.get(entry.key)
    if (own === undefined) return [difference('unknown', entry)]
    return own.text === entry.text ? [] : [difference('altered', entry)]
  })
  return [...missing, ...others]
}

/** True where each table that this program makes is a table of the file: reading asks no view and no virtual table then. */
export function hasOwnTables(db: ReadDb, migrations: string): boolean {
  const sqlite = connectionOf(db)
  const newest = readMigrationFiles({ migrationsFolder: migrations }).length
  const made = schemaOf({ migrations, version: Math.min(versionOf(sqlite), newest) })
  const found = readSchema(sqlite)
  return [...(made?.values() ?? [])].every(
    ({ type, key }) => type !== 'table' || (found.get(key)?.isVirtual ?? true) === false,
  )
}

type Entry = {
  readonly key: string
  readonly type: string
  readonly name: string
  readonly text: string
  readonly isVirtual: boolean
}

const known = new Map<string, ReadonlyMap<string, Entry>>()

/** Built in memory once a version; null for a version that no migration here makes. */
function schemaOf(of: { readonly migrations: string; readonly version: number }): ReadonlyMap<string, Entry> | null {
  const place = `${of.version} ${of.migrations}`
  const kept = known.get(place)
  if (kept !== undefined) return kept
  const steps = readMigrationFiles({ migrationsFolder: of.migrations })
  if (of.version < 1 || of.version > steps.length) return null
  const sqlite = new Sqlite(':memory:')
  try {
    sqlite.pragma('foreign_keys = OFF')
    for (const { sql } of steps.slice(0, of.version)) for (const statement of sql) sqlite.exec(statement)
    const made = readSchema(sqlite)
    known.set(place, made)
    return made
  } finally {
    sqlite.close()
  }
}

function readSchema(sqlite: Sqlite.Database): ReadonlyMap<string, Entry> {
  const rows = sqlite
    .prepare<[], Row>(
      `SELECT type, name, tbl_name AS owner, coalesce(sql, '') AS sql, rootpage FROM sqlite_schema
       WHERE NOT (tbl_name = '__drizzle_migrations' AND (type = 'table' OR sql IS NULL)) ORDER BY type, name`,
    )
    .all()
  return new Map(
    rows.map(({ type, name, owner, sql, rootpage }) => {
      const key = `${type} ${name.toLowerCase()}`
      return [key, { key, type, name, text: `${owner} ${sql}`, isVirtual: type === 'table' && rootpage === 0 }]
    }),
  )
}

type Row = {
  readonly type: string
  readonly name: string
  readonly owner: string
  readonly sql: string
  readonly rootpage: number
}

const difference = (kind: SchemaDifference['kind'], { type, name }: Entry): SchemaDifference => ({ kind, type, name })
