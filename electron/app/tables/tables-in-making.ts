import { appendFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { TableHead, TableRow } from '../../../shared/api/tables.ts'
import type { AppContext } from '../../context.ts'
import { makeTempFolder, removeTempFolder } from '../temp-folders.ts'

/** A table whose rows come piece by piece: a line of JSON a row, in a folder of its own. */
type TableInMaking = {
  readonly head: TableHead
  readonly folder: string
  readonly rowsAt: string
  readonly count: number
}

type Tables = { readonly last: number; readonly making: ReadonlyMap<number, TableInMaking> }

const tablesOf = new WeakMap<AppContext, Tables>()

/** More than anybody makes at once: one that was begun and left goes with those that come after it. */
const mostAtOnce = 4

/** Rows of a sheet of Excel (2007 and later). Source: Microsoft, Excel specifications and limits. */
const sheetRows = 1_048_576

/** How many rows a table may have under its title, its notes and its head. */
export function roomUnder({ notes }: Pick<TableHead, 'notes'>): number {
  return sheetRows - 2 - notes.length
}

export async function beginTable(app: AppContext, head: TableHead): Promise<number> {
  const { last, making } = tablesOf.get(app) ?? { last: 0, making: new Map<number, TableInMaking>() }
  const id = last + 1
  const folder = makeTempFolder(app)
  const rowsAt = join(folder, 'rows.jsonl')
  const kept = [...making].slice(-(mostAtOnce - 1))
  tablesOf.set(app, { last: id, making: new Map([...kept, [id, { head, folder, rowsAt, count: 0 }]]) })
  for (const [old, { folder: left }] of making) if (!kept.some(([one]) => one === old)) removeTempFolder(app, left)
  await writeFile(rowsAt, '')
  return id
}

/** @throws Refusal `table-gone`, `table-too-long` */
export async function appendRows(app: AppContext, id: number, rows: readonly TableRow[]): Promise<void> {
  const table = findTable(app, id)
  const count = table.count + rows.length
  const most = roomUnder(table.head)
  if (count > most) throw new Refusal('table-too-long', { most })
  setTable(app, id, { ...table, count })
  await appendFile(table.rowsAt, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
}

/** @throws Refusal `table-gone` */
export function findTable(app: AppContext, id: number): TableInMaking {
  const table = tablesOf.get(app)?.making.get(id)
  if (table === undefined) throw new Refusal('table-gone')
  return table
}

function setTable(app: AppContext, id: number, table: TableInMaking): void {
  const { last, making } = tablesOf.get(app) ?? { last: 0, making: new Map() }
  tablesOf.set(app, { last, making: new Map([...making, [id, table]]) })
}
