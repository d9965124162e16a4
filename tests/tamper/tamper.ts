import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import type { Say } from '../../shared/integrity/report-lines.ts'
import { seededRandom } from '../bench/seeded-random.ts'
import { isOfSchema, type Edit } from './edits.ts'
import { look, type Outside, type Seen } from './look.ts'

/** Makes an edit in a copy of the file, and says who sees it. */
export function tryEdit(path: string, edit: Alteration, say: Say, outside: Outside = {}): Seen {
  return withCopy(
    path,
    (copy) => look(copy, say, outside),
    (copy) => alterClosed(copy, edit),
  )
}

/** Alters a closed file; its triggers stand as they were afterwards. */
export function alterClosed(path: string, edit: Alteration): void {
  const db = new Sqlite(path)
  db.pragma('foreign_keys = OFF')
  db.pragma('ignore_check_constraints = ON')
  const triggers = db.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").all() as readonly {
    readonly name: string
    readonly sql: string
  }[]
  if (!isOfSchema(edit)) for (const { name } of triggers) db.exec(`DROP TRIGGER ${name}`)
  if (typeof edit.run === 'string') db.exec(edit.run)
  else edit.run(db)
  if (!isOfSchema(edit)) for (const { sql } of triggers) db.exec(sql)
  db.close()
}

type Alteration = Pick<Edit, 'what' | 'run'>

export type Flip = Seen & {
  readonly byte: number
  /** Whether anything that can be read from the file is another than before; null where that is not asked. */
  readonly changes: string | null
}

/** Turns one bit of a copy over, at a place chosen by the seed. Whatever nobody sees is compared in all that can be read. */
export function tryFlips(
  path: string,
  of: { readonly seed: number; readonly count: number },
  say: Say,
  outside: Outside = {},
): readonly Flip[] {
  const random = seededRandom(of.seed)
  const bytes = readFileSync(path)
  const before = dump(path)
  return Array.from({ length: of.count }, () => {
    const [byte, bit] = [Math.floor(random() * bytes.length), Math.floor(random() * 8)]
    let changes: string | null = null
    const seen = withCopy(
      path,
      (copy) => look(copy, say, outside),
      (copy) => {
        const other = Buffer.from(bytes)
        other[byte] = (other[byte] as number) ^ (1 << bit)
        writeFileSync(copy, other)
        changes = differenceOf(before, copy)
      },
    )
    return { ...seen, byte, changes }
  })
}

function withCopy(path: string, lookAt: (copy: string) => Seen, alter: (copy: string) => void): Seen {
  const copy = join(dirname(path), 'bản bị sửa.ocop')
  copyFileSync(path, copy)
  try {
    alter(copy)
    return lookAt(copy)
  } finally {
    for (const end of ['', '-journal', '-wal', '-shm']) rmSync(copy + end, { force: true })
  }
}

type Dump = ReadonlyMap<string, string>

/** All that can be read: the schema and every row of every table. */
function dump(path: string): Dump {
  const db = new Sqlite(path, { readonly: true })
  try {
    const tables = db.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as readonly string[]
    return new Map([
      ['sqlite_schema', JSON.stringify(db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_schema').all())],
      ...tables.map((name) => [name, JSON.stringify(db.prepare(`SELECT * FROM "${name}"`).all())] as const),
    ])
  } finally {
    db.close()
  }
}

/** The first table in which a copy reads otherwise; empty for none. */
function differenceOf(before: Dump, copy: string): string {
  try {
    const after = dump(copy)
    return [...before].find(([name, text]) => after.get(name) !== text)?.[0] ?? ''
  } catch {
    return 'unreadable'
  }
}
