import type { Database } from 'better-sqlite3'
import { fileRefusal } from './file-trouble.ts'

export type StoredTable = {
  readonly name: string
  readonly columns: readonly string[]
  /** What the rows are ordered by on the disk. */
  readonly key: readonly string[]
}

/** Values in the order of the columns. */
export type StoredRow = readonly unknown[]

/** A table as its file's migrations make it. */
export function tableOf(made: Database, name: string): StoredTable {
  const info = made
    .prepare<string, { readonly name: string; readonly pk: number }>('SELECT name, pk FROM pragma_table_info(?)')
    .all(name)
  const hasRowId = made.prepare('SELECT wr FROM pragma_table_list(?)').pluck().get(name) === 0
  const keys = info.filter(({ pk }) => pk > 0).toSorted((a, b) => a.pk - b.pk)
  return { name, columns: info.map((column) => column.name), key: hasRowId ? ['rowid'] : keys.map((key) => key.name) }
}

type Walk = {
  readonly image: Database
  readonly table: StoredTable
  /** Given each row that can be read, some of them twice. */
  readonly take: (key: string, row: StoredRow) => void
}

/**
 * Reads a table from its first row on until a page cannot be read, from its last one back, and what lies between by each
 * number that a row there could have: rows are numbered one after another, and what lies behind very many in a row without
 * one is given up. Its own tree alone is read, no index.
 *
 * @returns how many numbers lead to what cannot be read; null where the lost rows have no known ends
 */
export function walkTable(walk: Walk): number | null {
  let rows = 0
  const take: Walk['take'] = (key, row) => {
    rows += 1
    walk.take(key, row)
  }
  return walkWithin({ ...walk, take, count: () => rows }, [])
}

type Counted = Walk & { readonly count: () => number }

/** `prefix`: values of the key's first columns. */
function walkWithin(walk: Counted, prefix: readonly number[]): number | null {
  const place = prefix.length
  const up = readRows(walk, prefix, 'ASC')
  if (up.isWhole) return 0
  const down = readRows(walk, prefix, 'DESC')
  const isLast = place === walk.table.key.length - 1
  const from = up.last === null ? 0 : up.last[place]
  const to = down.last === null ? undefined : down.last[place]
  // Within a prefix nothing tells where a page's rows end; and words cannot be counted through.
  if (typeof from !== 'number' || (to !== undefined && typeof to !== 'number')) return null
  if (to === undefined && place > 0) return null
  const patience = to === undefined ? 500 : 20_000
  let [lost, inARow] = [0, 0]
  // A number that was damaged itself may be any.
  const end = to ?? Infinity
  for (let value = from; value <= end && inARow < patience; value += 1) {
    const [next, before] = [[...prefix, value], walk.count()]
    const isRead = isLast ? readRows(walk, next, 'ASC').isWhole : walkWithin(walk, next) === 0
    inARow = walk.count() > before ? 0 : inARow + 1
    if (!isRead) lost += 1
  }
  const isToTheEnd = to !== undefined && inARow < patience
  return isLast && up.last !== null && isToTheEnd ? lost : null
}

type Way = { readonly isWhole: boolean; readonly last: readonly unknown[] | null }

function readRows({ image, table, take }: Walk, prefix: readonly number[], order: 'ASC' | 'DESC'): Way {
  const keys = table.key.map((column) => `"${column}"`)
  const where = prefix.length === 0 ? '' : `WHERE ${prefix.map((_, place) => `${keys[place]} = ?`).join(' AND ')}`
  const sql = `SELECT ${keys.join(', ')}, ${table.columns.map((column) => `"${column}"`).join(', ')}
    FROM "${table.name}" NOT INDEXED ${where} ORDER BY ${keys.map((key) => `${key} ${order}`).join(', ')}`
  let last: readonly unknown[] | null = null
  try {
    for (const row of statementOf(image, sql).iterate(...prefix)) {
      last = row.slice(0, keys.length)
      take(JSON.stringify(last), row.slice(keys.length))
    }
    return { isWhole: true, last }
  } catch (error) {
    if (fileRefusal(error)?.reason !== 'workspace-damaged') throw error
    return { isWhole: false, last }
  }
}

const kept = new WeakMap<Database, Map<string, ReturnType<typeof prepare>>>()

function statementOf(image: Database, sql: string) {
  const statements = kept.get(image) ?? new Map<string, ReturnType<typeof prepare>>()
  kept.set(image, statements)
  const statement = statements.get(sql) ?? prepare(image, sql)
  statements.set(sql, statement)
  return statement
}

const prepare = (image: Database, sql: string) => image.prepare<unknown[], readonly unknown[]>(sql).raw()
