import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { closeAtTheEnd, openWorkspace } from '../../../electron/app/workspace/open-close.ts'
import { actsOf, newActId } from '../../helpers/ballot-acts.ts'
import { temporaryFolder } from '../../helpers/loopback.ts'
import { castFullBallot, createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

// The file alone is the record: whoever copies it has all of it.

const pathOf = (app: TestApp) => join(app.folder, 'Hội đồng thử.ocop')

/** As any other program copies it: in a process of its own, as closing the file here would drop SQLite's locks. */
function copyAside(app: TestApp, name: string): string {
  const copy = join(app.folder, name)
  execFileSync(process.execPath, ['-e', 'fs.copyFileSync(...process.argv.slice(1))', pathOf(app), copy])
  return copy
}

async function openScoring(app: TestApp) {
  const { itemIds, memberIds, sessionId } = await openSmallSession(app)
  return { ballot: { agendaItemId: itemIds[0] ?? 0, memberId: memberIds[0] ?? 0 }, itemIds, memberIds, sessionId }
}

describe('a copy of the open file', () => {
  test('has every one of thirty choices that were answered until then, and nothing lies beside it', async () => {
    using app = createTestApp()
    const { ballot } = await openScoring(app)
    const copies: { readonly path: string; readonly choices: readonly (number | null)[] }[] = []
    for (let made = 0; made < 30; made += 1) {
      const option = made < 15 ? 1 : 0
      const { choices } = await actsOf(app.client).choose({ ...ballot, criterionIndex: made % 15, option })
      copies.push({ path: copyAside(app, `bản sao ${made}.ocop`), choices })
    }
    expect(readdirSync(app.folder).filter((name) => /-(wal|shm)$/.test(name))).toEqual([])
    using other = createTestApp()
    for (const { path, choices } of copies) {
      await openWorkspace(other.context, path)
      expect((await other.client.ballots.get(ballot)).choices).toEqual(choices)
    }
  })

  test('has every score of a session and its digest once the session is locked', async () => {
    using app = createTestApp()
    const { itemIds, memberIds, sessionId } = await openScoring(app)
    for (const agendaItemId of itemIds) {
      for (const memberId of memberIds) await castFullBallot(app.client, { agendaItemId, memberId })
    }
    await app.client.sessions.close({ sessionId })
    const copy = copyAside(app, 'bản sao.ocop')
    const printed = await app.client.results.session({ sessionId })
    using other = createTestApp()
    await openWorkspace(other.context, copy)
    expect(await other.client.results.session({ sessionId })).toEqual(printed)
    expect(await other.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
  })
})

describe('what an older program kept in a log beside the file', () => {
  /** The closed file as such a program leaves it when it is killed; the log alone has the new name. */
  function leaveLog(app: TestApp): string {
    const left = join(app.folder, 'máy tắt ngang.ocop')
    const before = new Sqlite(pathOf(app))
    before.pragma('journal_mode = WAL')
    before.exec("UPDATE workspace SET name = 'Tên mới'")
    for (const end of ['', '-wal', '-shm']) copyFileSync(pathOf(app) + end, left + end)
    before.close()
    return left
  }

  test('is taken into the file when it is opened', async () => {
    using app = createTestApp()
    await openSmallSession(app)
    await app.client.workspace.close()
    const left = leaveLog(app)
    expect((await openWorkspace(app.context, left)).name).toBe('Tên mới')
    // The name was changed behind the audit's back, which the check of an unclosed file says.
    await app.client.workspace.writeAllTheSame()
    expect(readdirSync(app.folder).filter((name) => /-(wal|shm)$/.test(name))).toEqual([])
    await app.client.workspace.close()
    const files = readdirSync(app.folder).filter((name) => name.includes('.ocop'))
    expect(files.toSorted()).toEqual(['Hội đồng thử.ocop', 'máy tắt ngang.ocop'])
    const alone = new Sqlite(left, { readonly: true })
    expect(alone.prepare('SELECT name FROM workspace').pluck().get()).toBe('Tên mới')
    alone.close()
  })

  test('stays where it is while that program has the file', async () => {
    using app = createTestApp()
    await openSmallSession(app)
    await app.client.workspace.close()
    const before = new Sqlite(pathOf(app))
    before.pragma('journal_mode = WAL')
    before.exec("UPDATE workspace SET name = 'Tên mới'")
    await expect(openWorkspace(app.context, pathOf(app))).rejects.toThrow('workspace-open-elsewhere')
    expect(app.context.workspace.current).toBeNull()
    expect(existsSync(`${pathOf(app)}-wal`)).toBe(true)
    before.close()
  })
})

describe('what tells copies of a file apart', () => {
  const identity = (app: TestApp) =>
    app.file().prepare('SELECT uuid, commits, in_use AS inUse FROM workspace').get() as {
      readonly uuid: string
      readonly commits: number
      readonly inUse: number
    }

  test('is counted once for each change, and not for an act that is sent again', async () => {
    using app = createTestApp()
    const { ballot } = await openScoring(app)
    const before = identity(app)
    expect(before).toMatchObject({ uuid: expect.stringMatching(/^[0-9a-f]{32}$/), inUse: 1 })
    const { round } = await app.client.ballots.get(ballot)
    const act = { ...ballot, round, actId: newActId(), criterionIndex: 0, option: 1, seen: null }
    await app.client.ballots.choose(act)
    await app.client.ballots.choose(act)
    expect(identity(app)).toEqual({ ...before, commits: before.commits + 1 })
  })

  test('is marked in a copy of an open file, and not once it was closed', async () => {
    using app = createTestApp()
    await openSmallSession(app)
    const copy = copyAside(app, 'bản sao.ocop')
    await app.client.workspace.close()
    const markOf = (path: string) => {
      const file = new Sqlite(path, { readonly: true })
      const mark: unknown = file.prepare('SELECT in_use FROM workspace').pluck().get()
      file.close()
      return mark
    }
    expect([markOf(copy), markOf(pathOf(app))]).toEqual([1, 0])
  })

  test('does not change by looking: a file opened and closed is the same to the byte', async () => {
    using app = createTestApp()
    const { sessionId } = await openSmallSession(app)
    await app.client.workspace.close()
    const before = readFileSync(pathOf(app))
    await openWorkspace(app.context, pathOf(app))
    await app.client.results.session({ sessionId })
    await app.client.workspace.close()
    expect(readFileSync(pathOf(app)).equals(before)).toBe(true)
  })
})

test('no other program reads or writes the open file', async () => {
  using app = createTestApp()
  await openSmallSession(app)
  const ask = (sql: string) => {
    const run = `new (require('node:sqlite').DatabaseSync)(process.argv[1]).exec(${JSON.stringify(sql)})`
    return spawnSync(process.execPath, ['-e', run, pathOf(app)], { encoding: 'utf8' })
  }
  for (const sql of ['SELECT * FROM products', 'DELETE FROM products']) expect(ask(sql).stderr).toContain('locked')
  expect(await app.client.workspace.list()).toHaveLength(1)
  await app.client.workspace.close()
  expect(ask('SELECT * FROM products')).toMatchObject({ status: 0, stderr: '' })
})

describe.skipIf(process.platform === 'win32')('an open file (Windows lets nobody move one)', () => {
  const elsewhere = (app: TestApp) => join(app.folder, 'đã chuyển.ocop')

  const moves = [
    { what: 'renamed', move: (app: TestApp) => renameSync(pathOf(app), elsewhere(app)) },
    { what: 'deleted', move: (app: TestApp) => rmSync(pathOf(app)) },
    {
      what: 'replaced',
      move: (app: TestApp) => {
        copyAside(app, 'bản cũ.ocop')
        renameSync(join(app.folder, 'bản cũ.ocop'), pathOf(app))
      },
    },
  ] as const

  test.each(moves)('that is $what takes no choice, and says so', async ({ move }) => {
    using app = createTestApp()
    const { ballot } = await openScoring(app)
    const saved = await actsOf(app.client).choose({ ...ballot, criterionIndex: 0, option: 1 })
    move(app)
    await expect(actsOf(app.client).choose({ ...ballot, criterionIndex: 1, option: 1 })).rejects.toMatchObject({
      data: { reason: 'workspace-moved' },
    })
    expect((await app.client.ballots.get(ballot)).choices).toEqual(saved.choices)
  })

  test.each(moves)(
    'that is $what is saved elsewhere with all that was answered, and what was refused comes through there',
    async ({ move }) => {
      using app = createTestApp()
      const { ballot } = await openScoring(app)
      const choose = (criterionIndex: number) => actsOf(app.client).choose({ ...ballot, criterionIndex, option: 1 })
      for (let made = 0; made < 10; made += 1) await choose(made)
      const { open } = await app.client.workspace.status()
      const saved = join(app.folder, 'nơi khác.ocop')
      move(app)
      await expect(choose(10)).rejects.toThrow()
      expect((await app.client.workspace.status()).open?.isMoved).toBe(true)
      Object.assign(app.context.host, { chooseNewWorkspace: async () => saved })
      // The page and the phones know the file by its id still.
      expect(await app.client.workspace.saveElsewhere()).toEqual(open)
      const { choices } = await choose(10)
      expect(choices.slice(0, 11)).toEqual(Array.from({ length: 11 }, () => 1))
      await app.client.workspace.close()
      await openWorkspace(app.context, saved)
      expect((await app.client.ballots.get(ballot)).choices).toEqual(choices)
      expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
    },
  )

  test.each([
    { what: 'closed', leave: (app: TestApp) => app.client.workspace.close() },
    { what: 'left for another', leave: (app: TestApp) => app.client.workspace.create({ name: 'Khác' }) },
  ])('that was deleted and is $what is kept whole in the data folder', async ({ leave }) => {
    using app = createTestApp()
    const { ballot } = await openScoring(app)
    const { choices } = await actsOf(app.client).choose({ ...ballot, criterionIndex: 0, option: 1 })
    rmSync(pathOf(app))
    await leave(app)
    await openWorkspace(app.context, join(app.folder, 'Hội đồng thử (giữ lại khi tệp bị chuyển).ocop'))
    expect((await app.client.ballots.get(ballot)).choices).toEqual(choices)
  })

  test('that was deleted with the data folder is kept in another one as the program ends', async () => {
    using app = createTestApp()
    const { ballot } = await openScoring(app)
    const { choices } = await actsOf(app.client).choose({ ...ballot, criterionIndex: 0, option: 1 })
    const home = temporaryFolder()
    onTestFinished(home.remove)
    vi.stubEnv('HOME', home.path)
    rmSync(app.folder, { recursive: true })
    writeFileSync(app.folder, 'no folder')
    closeAtTheEnd(app.context)
    vi.unstubAllEnvs()
    rmSync(app.folder)
    await openWorkspace(app.context, join(home.path, 'Hội đồng thử (giữ lại khi tệp bị chuyển).ocop'))
    expect((await app.client.ballots.get(ballot)).choices).toEqual(choices)
  })

  test('that comes back goes on', async () => {
    using app = createTestApp()
    const { ballot } = await openScoring(app)
    renameSync(pathOf(app), elsewhere(app))
    const choice = { ...ballot, criterionIndex: 0, option: 1 }
    await expect(actsOf(app.client).choose(choice)).rejects.toThrow()
    renameSync(elsewhere(app), pathOf(app))
    expect(await actsOf(app.client).choose(choice)).toMatchObject({ revision: 1 })
  })

  test('opened by its new name goes on there', async () => {
    using app = createTestApp()
    const { ballot } = await openScoring(app)
    renameSync(pathOf(app), elsewhere(app))
    await openWorkspace(app.context, elsewhere(app))
    expect(await actsOf(app.client).choose({ ...ballot, criterionIndex: 0, option: 1 })).toMatchObject({ revision: 1 })
  })
})
