import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openWorkspace } from '../../../electron/app/workspace/open-close.ts'
import { actsOf } from '../../helpers/ballot-acts.ts'
import { createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

// A journal beside a file: of a change that a crash cut off, or of another file.

let app: TestApp
let path: string
let ballot: { readonly agendaItemId: number; readonly memberId: number }

beforeEach(async () => {
  app = createTestApp()
  const { itemIds, memberIds } = await openSmallSession(app)
  ballot = { agendaItemId: itemIds[0] ?? 0, memberId: memberIds[0] ?? 0 }
  path = join(app.folder, 'Hội đồng thử.ocop')
})
afterEach(() => app[Symbol.dispose]())

const choose = (criterionIndex: number) => actsOf(app.client).choose({ ...ballot, criterionIndex, option: 1 })
const choices = async () => (await app.client.ballots.get(ballot)).choices
const productNames = async () =>
  (await app.client.products.list({ limit: 9, offset: 0 })).products.map(({ name }) => name)
const aside = () => readdirSync(app.folder).filter((name) => name.includes('của tệp khác'))

/** The closed file after a program that wrote it was killed. */
function dieInCommit() {
  const child = join(import.meta.dirname, '../../helpers/die-in-commit-child.ts')
  expect(spawnSync(process.execPath, [child, path], { encoding: 'utf8' })).toMatchObject({
    signal: 'SIGKILL',
    stderr: '',
  })
  expect(statSync(`${path}-journal`).size).toBeGreaterThan(1000)
}

describe('a journal beside a file', () => {
  test('of the change that a crash cut off takes it back: nothing of it is left, all before it is there', async () => {
    await choose(0)
    const [before, names] = [await choices(), await productNames()]
    await app.client.workspace.close()
    dieInCommit()
    expect((await openWorkspace(app.context, path)).strayAside).toBeNull()
    expect([await choices(), await productNames()]).toEqual([before, names])
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
    expect(aside()).toEqual([])
  })

  test.each([
    { what: 'older', later: 0 },
    { what: 'newer', later: 3 },
  ])('of another state, under a copy that is $what, is set aside and changes nothing', async ({ later }) => {
    await choose(0)
    await app.client.workspace.close()
    copyFileSync(path, join(app.folder, 'bản trước.ocop'))
    await openWorkspace(app.context, path)
    await choose(1)
    await app.client.workspace.close()
    const atDeath = join(app.folder, 'lúc tắt.ocop')
    copyFileSync(path, atDeath)
    dieInCommit()
    // What is put back into the place of the file: an older copy, or one of another machine that went on.
    copyFileSync(later === 0 ? join(app.folder, 'bản trước.ocop') : atDeath, join(app.folder, 'trả lại.ocop'))
    await openWorkspace(app.context, join(app.folder, 'trả lại.ocop'))
    for (let made = 0; made < later; made += 1) await choose(5 + made)
    const before = await choices()
    await app.client.workspace.close()
    copyFileSync(join(app.folder, 'trả lại.ocop'), path)
    const bytes = readFileSync(path)

    const { strayAside } = await openWorkspace(app.context, path)
    expect(aside()).toEqual([strayAside])
    expect(statSync(join(app.folder, strayAside ?? '')).size).toBeGreaterThan(1000)
    expect(await choices()).toEqual(before)
    await app.client.workspace.close()
    expect(readFileSync(path).equals(bytes)).toBe(true)
  })

  test('of a program that writes the file at this moment is left alone', async () => {
    await app.client.workspace.close()
    const writer = new Sqlite(path)
    writer.pragma('cache_size = 1')
    writer.exec('BEGIN EXCLUSIVE; UPDATE workspace SET commits = commits + 1; CREATE TABLE rest (x)')
    writer.exec(
      'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 999) INSERT INTO rest SELECT randomblob(900) FROM n',
    )
    expect(existsSync(`${path}-journal`)).toBe(true)
    await expect(openWorkspace(app.context, path)).rejects.toThrow('workspace-open-elsewhere')
    expect(aside()).toEqual([])
    writer.exec('ROLLBACK')
    writer.close()
  })
})

describe('a log of an older program', () => {
  /** The log of the closed file after changes that it alone has. */
  async function makeLog(): Promise<Buffer> {
    await app.client.workspace.close()
    const before = readFileSync(path)
    const old = new Sqlite(path)
    old.pragma('journal_mode = WAL')
    old.exec("UPDATE workspace SET name = 'Tệp khác'; UPDATE products SET name = 'lẫn'")
    const log = readFileSync(`${path}-wal`)
    old.close()
    writeFileSync(path, before)
    return log
  }

  test('beside a file that has none is set aside, not played', async () => {
    const names = await productNames()
    writeFileSync(`${path}-wal`, await makeLog())
    const { name, strayAside } = await openWorkspace(app.context, path)
    expect([name, await productNames()]).toEqual(['Hội đồng thử', names])
    expect(aside()).toEqual([strayAside])
  })

  test('beside a copy of another state is set aside, not mixed into it', async () => {
    const log = await makeLog()
    await openWorkspace(app.context, path)
    for (let made = 0; made < 15; made += 1) await choose(made)
    const [before, names] = [await choices(), await productNames()]
    await app.client.workspace.close()
    const old = new Sqlite(path)
    old.pragma('journal_mode = WAL')
    old.close()
    writeFileSync(`${path}-wal`, log)
    const { name } = await openWorkspace(app.context, path)
    expect([name, await choices(), await productNames()]).toEqual(['Hội đồng thử', before, names])
    expect(aside()).toHaveLength(1)
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
  })
})
