import { readFileSync } from 'node:fs'
import { basename, extname } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { Refusal } from '../../shared/api/refusal.ts'
import type { SalvagedTable } from '../../shared/api/workspace.ts'
import { applicationId, versionOf } from './application-id.ts'
import { toReadDb } from './connection.ts'
import { fileRefusal, refusingFileTroubles } from './file-trouble.ts'
import { makeSchema, migrateWorkspace, newestSchemaVersion } from './migrate.ts'
import { tableOf, walkTable, type StoredRow, type StoredTable } from './readable-rows.ts'
import { hasOwnTables } from './schema-differences.ts'

/** `bytes`: a whole file of the newest schema with all that could be read. */
export type Salvage = { readonly bytes: Uint8Array; readonly tables: readonly SalvagedTable[] }

/**
 * Copies, row by row, what can be read of a damaged file into a new one in memory. The file itself is only read. Rows
 * that break a rule of their table are counted as lost, never forced in.
 *
 * @throws Refusal `workspace-damaged` where nothing can be read, `workspace-schema-altered`
 */
export function salvageFile(file: { readonly path: string; readonly migrations: string }): Salvage {
  const { path, migrations } = file
  return refusingFileTroubles(() => {
    const image = new Sqlite(wholeImage(readFileSync(path)))
    const copy = new Sqlite(':memory:')
    try {
      image.pragma('cell_size_check = ON')
      const version = versionOf(image)
      if (version > newestSchemaVersion(migrations)) throw new Refusal('workspace-damaged')
      if (!hasOwnTables(toReadDb(image), migrations)) throw new Refusal('workspace-schema-altered')
      copy.pragma('foreign_keys = OFF')
      copy.pragma(`application_id = ${applicationId}`)
      makeSchema(copy, { folder: migrations, version })
      const tables = namesOfTables(copy).map((name) => copyTable({ image, copy, name }))
      if (tables.every(({ read }) => read === 0)) throw new Refusal('workspace-damaged')
      bringUpToDate(copy, migrations)
      nameIt(copy, basename(path, extname(path)))
      return { bytes: Uint8Array.from(copy.serialize()), tables }
    } finally {
      image.close()
      copy.close()
    }
  })
}

/**
 * The file as long as its header says it is, for SQLite reads nothing of a shorter one. Pages of nothing but zeros hold
 * no row; as a continuation of a long value they would pass for its end, which pages of 0xFF do not (see `isTorn`).
 */
function wholeImage(bytes: Buffer): Buffer {
  if (bytes.length < 100) throw new Refusal('workspace-damaged')
  const size = bytes.readUInt16BE(16) === 1 ? 65_536 : bytes.readUInt16BE(16)
  const length = size * bytes.readUInt32BE(28)
  if (size < 512 || length > longestImage) throw new Refusal('workspace-damaged')
  const image = Buffer.alloc(Math.max(length, bytes.length))
  bytes.copy(image)
  // "Read and written with a log" in the header; memory has none.
  image[18] = image[19] = 1
  const zeros = Buffer.alloc(size)
  for (let at = size; at + size <= image.length; at += size) {
    if (image.compare(zeros, 0, size, at, at + size) === 0) image.fill(0xff, at, at + size)
  }
  return image
}

/** A header that was overwritten may say anything. */
const longestImage = 2 ** 30

function namesOfTables(copy: Database): readonly string[] {
  return copy
    .prepare<[], string>(
      `SELECT name FROM sqlite_schema
       WHERE type = 'table' AND name NOT LIKE 'sqlite!_%' ESCAPE '!' AND name <> '__drizzle_migrations' ORDER BY name`,
    )
    .pluck()
    .all()
}

type OneTable = { readonly image: Database; readonly copy: Database; readonly name: string }

function copyTable({ image, copy, name }: OneTable): SalvagedTable {
  const table = tableOf(copy, name)
  const insert = copy.prepare(
    `INSERT INTO "${name}" (${table.columns.map((column) => `"${column}"`).join(', ')})
     VALUES (${table.columns.map(() => '?').join(', ')})`,
  )
  const [kept, broken] = [new Set<string>(), new Set<string>()]
  const take = (key: string, row: StoredRow) => {
    if (kept.has(key) || broken.has(key)) return
    const isKept = !row.some(isTorn) && isInserted(() => insert.run(...row))
    ;(isKept ? kept : broken).add(key)
  }
  const numbers = copy.transaction(() => walkTable({ image, table, take }))()
  const read = kept.size
  const total = numbers === 0 ? read : countRows(image, table)
  const lost = total === null ? numbers : Math.max(total - read, broken.size)
  return { name, read, lost: numbers === 0 ? broken.size : lost }
}

/** Part of a page that is gone: no text of ours holds such signs, and no picture or document ends so. */
function isTorn(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0') || value.includes('\ufffd')
  return value instanceof Uint8Array && value.at(-1) === 0xff
}

function isInserted(insert: () => unknown): boolean {
  try {
    insert()
    return true
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) return false
    throw error
  }
}

/** How many rows there were, where an index of the table is whole; of the file's own there is one. */
function countRows(image: Database, { name }: StoredTable): number | null {
  if (name === 'workspace') return 1
  const indexes = image
    .prepare<string, string>("SELECT name FROM pragma_index_list(?) WHERE partial = 0 AND origin <> 'pk'")
    .pluck()
    .all(name)
  for (const index of indexes) {
    try {
      return image.prepare(`SELECT count(*) FROM "${name}" INDEXED BY "${index}"`).pluck().get() as number
    } catch (error) {
      if (fileRefusal(error) === null) throw error
    }
  }
  return null
}

/** A migration lets nothing dangle: rows whose parent is lost can only be kept in a file of the newest schema. */
function bringUpToDate(copy: Database, migrations: string): void {
  if (versionOf(copy) === newestSchemaVersion(migrations)) return
  for (let gone = dangling(copy); gone.length > 0; gone = dangling(copy)) {
    for (const { table, rowid } of gone) {
      // A row of a table without row numbers cannot be named so.
      if (rowid === null) throw new Refusal('workspace-damaged')
      copy.prepare(`DELETE FROM "${table}" WHERE rowid = ?`).run(rowid)
    }
  }
  migrateWorkspace(copy, migrations, null)
  copy.pragma('foreign_keys = OFF')
}

function dangling(copy: Database) {
  return copy.pragma('foreign_key_check') as readonly { readonly table: string; readonly rowid: number | null }[]
}

/**
 * Whose own row is lost is called as its file, is a sample where its audit says so, which papers of a locked session
 * print, and counts a change for each event: Kiểm chứng lets no file count fewer.
 */
function nameIt(copy: Database, name: string): void {
  copy
    .prepare(
      `INSERT OR IGNORE INTO workspace (id, name, is_sample, created_at, uuid, commits)
       SELECT 1, ?,
         coalesce((SELECT detail ->> '$.isSample' FROM audit_events
           WHERE command = 'workspace.create' AND json_valid(detail) ORDER BY seq LIMIT 1), 0),
         coalesce(min(at), ''), lower(hex(randomblob(16))), coalesce(max(seq), 0)
       FROM audit_events`,
    )
    .run(name)
}
