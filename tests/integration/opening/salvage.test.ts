import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite, { type Database } from 'better-sqlite3'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openWorkspace } from '../../../electron/app/workspace/open-close.ts'
import { salvageFile } from '../../../electron/db/salvage.ts'
import { createTestApp, resourcesFolder, type TestApp } from '../../helpers/test-app.ts'

const migrations = join(resourcesFolder, 'migrations')
let app: TestApp
let folder: string
let sound: Buffer
let path: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tệp hỏng '))
  path = join(folder, 'hỏng.ocop')
  app = createTestApp()
  await app.client.workspace.openSample({ sample: 'province-2026' })
  app.clock.at = new Date(app.clock.at.getTime() + 60_000)
  await app.client.people.setIdle({ minutes: 25 })
  const { path: made } = app.context.workspace.current ?? { path: '' }
  await app.client.workspace.close()
  sound = readFileSync(made)
})
afterAll(() => {
  app[Symbol.dispose]()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  await app.client.workspace.close()
})

const pageSize = 4096

type Page = { readonly name: string; readonly pageno: number; readonly pagetype: string; readonly cells: number }

/** Every page of the sound file: what it belongs to, as SQLite itself tells. */
function pages(): readonly Page[] {
  const sqlite = new Sqlite(Buffer.from(sound))
  try {
    return sqlite.prepare<[], Page>('SELECT name, pageno, pagetype, ncell AS cells FROM dbstat').all()
  } finally {
    sqlite.close()
  }
}

function damage(numbers: readonly number[]): Buffer {
  const bytes = Buffer.from(sound)
  for (const number of numbers) bytes.fill(0, (number - 1) * pageSize, number * pageSize)
  writeFileSync(path, bytes)
  return bytes
}

/** Rows of each table as text. */
function rowsOf(bytes: Uint8Array): ReadonlyMap<string, ReadonlySet<string>> {
  const sqlite = new Sqlite(Buffer.from(bytes))
  try {
    const names = sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[]
    return new Map(names.map((name) => [name, new Set(readAll(sqlite, name))]))
  } finally {
    sqlite.close()
  }
}

const readAll = (sqlite: Database, name: string) =>
  sqlite
    .prepare(`SELECT * FROM "${name}"`)
    .raw()
    .all()
    .map((row) => JSON.stringify(row))

/** What stands in the salvage that is not so in the sound file, and how many rows of each table it lacks. */
function compare(bytes: Uint8Array) {
  const [whole, read] = [rowsOf(sound), rowsOf(bytes)]
  // The file's own row has a stand-in where it is lost.
  const wrong = [...read].flatMap(([name, rows]) =>
    name === 'workspace' ? [] : [...rows].filter((row) => whole.get(name)?.has(row) !== true),
  )
  const lacks = [...whole].flatMap(([name, rows]) => {
    const count = [...rows].filter((row) => read.get(name)?.has(row) !== true).length
    return count === 0 ? [] : [[name, count] as const]
  })
  return { wrong, lacks: Object.fromEntries(lacks) }
}

const leaves = (name: string) => pages().filter((page) => page.name === name && page.pagetype === 'leaf')

describe('what is read of a damaged file', () => {
  it('is all but the rows of a page in the middle of the ballots', () => {
    const [, page] = leaves('ballots')
    if (page === undefined) throw new Error('the sample has too few ballots')
    const before = damage([page.pageno])
    const { bytes, tables } = salvageFile({ path, migrations })
    expect(compare(bytes)).toEqual({ wrong: [], lacks: { ballots: page.cells } })
    expect(tables.filter(({ lost }) => lost !== 0)).toMatchObject([{ name: 'ballots', lost: page.cells }])
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('is everything where only an index is damaged', () => {
    const index = leaves('sqlite_autoindex_sealed_files_1')[0]
    if (index === undefined) throw new Error('the sample has no such index')
    damage([index.pageno])
    const { bytes, tables } = salvageFile({ path, migrations })
    expect(compare(bytes)).toEqual({ wrong: [], lacks: {} })
    expect(tables.every(({ lost }) => lost === 0)).toBe(true)
  })

  it('is every other table where the root of one is gone', () => {
    const root = pages().find(({ name, pageno }) => name === 'members' && pageno > 1)
    damage([root?.pageno ?? 0])
    const { bytes } = salvageFile({ path, migrations })
    expect(compare(bytes)).toEqual({ wrong: [], lacks: { members: root?.cells } })
  })

  it('is what lies before the place where a file was cut off', () => {
    writeFileSync(path, sound)
    // The list of tables, without which nothing is found, lies at the beginning of all but a nearly empty file.
    const list = pages().filter(({ name }) => /^sqlite_(schema|master)$/.test(name))
    const listEnds = Math.max(...list.map(({ pageno }) => pageno)) * pageSize
    expect(listEnds).toBeLessThan(sound.length * 0.8)
    truncateSync(path, Math.max(Math.floor(sound.length / 2), listEnds))
    const { bytes, tables } = salvageFile({ path, migrations })
    expect(compare(bytes).wrong).toEqual([])
    expect(tables.reduce((sum, { read }) => sum + read, 0)).toBeGreaterThan(50)
  })

  it.each([1, 2, 3])('is every row on a page that is whole, with thirty pages gone (seed %i)', (seed) => {
    // Without them no table is found, or not its leaves.
    const candidates = pages().filter(
      ({ name, pagetype }) => !/^sqlite_(schema|master)$/.test(name) && pagetype !== 'internal',
    )
    const gone = take(candidates, 30, seed)
    damage(gone.map(({ pageno }) => pageno))
    const { bytes } = salvageFile({ path, migrations })
    const { wrong, lacks } = compare(bytes)
    expect(wrong).toEqual([])
    for (const [name, count] of Object.entries(lacks)) {
      const cells = gone.filter((page) => page.name === name && page.pagetype === 'leaf')
      const torn = gone.filter((page) => page.name === name && page.pagetype === 'overflow')
      const most = cells.reduce((sum, page) => sum + page.cells, 0) + torn.length
      expect(count, name).toBeLessThanOrEqual(most)
    }
  })
})

/** So many of them, the same for the same seed. */
function take<Item>(items: readonly Item[], count: number, seed: number): readonly Item[] {
  let state = seed
  const drawn = items.map((item) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return { item, order: state }
  })
  return drawn
    .toSorted((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ item }) => item)
}

describe('a damaged file', () => {
  const workspacePage = () => pages().find(({ name }) => name === 'workspace')?.pageno ?? 0

  it('opens to be read, and stays as it is', async () => {
    const before = damage([workspacePage()])
    const opened = await openWorkspace(app.context, path)
    expect(opened).toMatchObject({ name: 'hỏng', readOnly: { kind: 'damaged' } })
    expect(await app.client.products.list({ limit: 5, offset: 0 })).toMatchObject({ total: expect.any(Number) })
    await app.client.workspace.close()
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('is saved as a new file that says in its audit what was lost', async () => {
    const before = damage([workspacePage()])
    await openWorkspace(app.context, path)
    const saved = await app.client.workspace.saveReadable()
    expect(saved).toMatchObject({ readOnly: null })
    const [event] = await app.client.audit.list({ limit: 1 })
    expect(event).toMatchObject({ command: 'workspace.saveReadable', detail: { damagedFile: 'hỏng.ocop' } })
    // What was lost is named there; neither the audit nor the row that was made for it is accused of anything.
    expect(event).toMatchObject({ detail: { lostFrom: [{ table: 'workspace', rows: 1 }] } })
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true, faults: [] })
    await app.client.people.setIdle({ minutes: 10 })
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('is accused of the rows that it lost beside its own one', async () => {
    const [, page] = leaves('ballots')
    damage([workspacePage(), page?.pageno ?? 0])
    await openWorkspace(app.context, path)
    await app.client.workspace.saveReadable()
    const { faults } = await app.client.workspace.checkIntegrity()
    const rows = faults.filter(({ part }) => part === 'rows')
    expect(rows).toHaveLength(page?.cells ?? 0)
    expect(new Set(rows.map(({ kind, row }) => `${kind} ${row?.table}`))).toEqual(new Set(['row-missing ballots']))
  })

  it('that showed its damage only during work is saved in the same way', async () => {
    const [, page] = leaves('ballots')
    damage([page?.pageno ?? 0])
    await openWorkspace(app.context, path)
    const { current } = app.context.workspace
    if (current === null) throw new Error('no workspace is open')
    app.context.workspace.current = { ...current, readOnly: { kind: 'harmed' } }
    expect(await app.client.workspace.saveReadable()).toMatchObject({ readOnly: null })
    const [event] = await app.client.audit.list({ limit: 1 })
    expect(event).toMatchObject({ detail: { lostFrom: [{ table: 'ballots', rows: page?.cells }] } })
  })
})
