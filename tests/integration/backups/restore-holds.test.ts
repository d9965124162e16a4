import { createHash } from 'node:crypto'
import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { workspaceIdOf } from '../../../electron/app/workspace/listing.ts'
import { ownerFileOf } from '../../../electron/app/workspace/owner-file.ts'
import { castFullBallot, createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

// A restore holds the place, keeps what was there, and puts back nothing but what it set aside.

const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')
const refused = (reason: string, detail?: object) => ({ code: 'REFUSED', data: { reason, ...(detail && { detail }) } })
const ballotsOf = (app: TestApp): readonly unknown[] => app.file().prepare('SELECT * FROM ballots ORDER BY id').all()

/** A session with one ballot in the backup and a second one after it. */
async function backedUp(parts: Parameters<typeof createTestApp>[0] = {}) {
  const app = createTestApp(parts)
  const { itemIds, memberIds } = await openSmallSession(app)
  const cast = (member: number) =>
    castFullBallot(app.client, { agendaItemId: itemIds[0] ?? 0, memberId: memberIds[member] ?? 0 })
  await cast(0)
  await app.client.backups.make()
  const [backup] = await app.client.backups.list()
  await cast(1)
  const path = app.context.workspace.current?.path ?? ''
  return { app, id: backup?.id ?? '', path, cast, ballots: ballotsOf(app) }
}

const asideOf = async (app: TestApp) => (await app.client.backups.list()).find(({ place }) => place === 'aside')

/** Another machine's, as its program leaves it beside the file. */
function holdElsewhere(path: string): void {
  const mark = { token: 'khác', machine: 'MAY-PHONG-HOP', user: 'vanphong', process: 1, processStart: null }
  writeFileSync(ownerFileOf(path), JSON.stringify({ ...mark, since: '2026-11-20T06:00:00.000Z' }))
}

test('a file that another machine has is not replaced, whether it is open here to be read or not', async () => {
  const { app, id, path } = await backedUp()
  using _ = app
  await app.client.workspace.close()
  holdElsewhere(path)
  const before = { names: readdirSync(app.folder).toSorted(), hash: hashOf(path) }
  const owner = { machine: 'MAY-PHONG-HOP', user: 'vanphong' }
  await expect(app.client.backups.restore({ id })).rejects.toMatchObject(refused('workspace-in-use', owner))
  expect({ names: readdirSync(app.folder).toSorted(), hash: hashOf(path) }).toEqual(before)
  expect(app.context.workspace.current).toBeNull()
  await app.client.workspace.open({ id: workspaceIdOf(path) })
  expect(app.context.workspace.current?.readOnly).toMatchObject({ kind: 'held' })
  await expect(app.client.backups.restore({ id })).rejects.toMatchObject(refused('workspace-in-use', owner))
  expect(app.context.workspace.current).toMatchObject({ path, readOnly: { kind: 'held' } })
  expect(hashOf(path)).toBe(before.hash)
})

test('a file that a program of another kind has is not replaced either', async () => {
  const { app, id, path } = await backedUp()
  using _ = app
  await app.client.workspace.close()
  const hash = hashOf(path)
  const other = new Sqlite(path)
  other.pragma('locking_mode = EXCLUSIVE')
  other.exec('BEGIN EXCLUSIVE')
  await expect(app.client.backups.restore({ id })).rejects.toMatchObject(refused('workspace-open-elsewhere'))
  other.exec('ROLLBACK')
  other.close()
  expect(hashOf(path)).toBe(hash)
  await app.client.backups.restore({ id })
})

test.each(['open', 'closed'])(
  'the place is held from before the new file is made until it lies there: %s',
  async (state) => {
    const { app, id, path } = await backedUp()
    using _ = app
    if (state === 'closed') await app.client.workspace.close()
    const isWorking = () => readdirSync(app.folder).some((name) => /^ocop-\d+-[0-9a-f]{12}\.tmp$/.test(name))
    const seen: boolean[] = []
    app.clock.now = () => {
      if (isWorking()) seen.push(existsSync(ownerFileOf(path)))
      return app.clock.at
    }
    await app.client.backups.restore({ id })
    expect(seen.length).toBeGreaterThan(1)
    expect(seen).not.toContain(false)
    expect(app.context.workspace.current).toMatchObject({ path, readOnly: null })
    await app.client.workspace.close()
    expect(existsSync(ownerFileOf(path))).toBe(false)
  },
)

test('where no backup of the present state passes its check, the restore says so and keeps the file whole', async () => {
  const { app, id } = await backedUp()
  using _ = app
  const file = app.file()
  const root = file.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'producers'").pluck().get() as number
  file.unsafeMode(true)
  file.pragma('writable_schema = ON')
  file.exec(`UPDATE sqlite_schema SET rootpage = ${root - 1} WHERE name = 'producers'`)
  const restored = await app.client.backups.restore({ id })
  expect(restored).toMatchObject({ isBackedUp: false })
  expect(existsSync(join(app.folder, restored.aside ?? ''))).toBe(true)
  expect(await app.client.backups.status()).toMatchObject({ trouble: { reason: 'copy-faulty' } })
  await app.client.backups.make()
  expect(await app.client.backups.restore({ id })).toMatchObject({ isBackedUp: true })
})

test('what is asked of a file that somebody closes meanwhile is refused, and is no defect', async () => {
  const { app } = await backedUp()
  using _ = app
  Object.assign(app.context.host, {
    capabilities: { kind: 'electron', hasFileDialogs: true },
    chooseFolder: async () => app.folder,
  })
  await app.client.backups.chooseSecond()
  const { work } = app.context
  const run: typeof work.run = async (...job) => {
    const answer = await work.run(...job)
    if (job[0] === 'keep-backup') await app.client.workspace.close()
    return answer
  }
  Object.assign(app.context, { work: { ...work, run } })
  await expect(app.client.backups.copyToSecond({})).rejects.toMatchObject(refused('changed-meanwhile'))
  expect(app.context.workspace.current).toBeNull()
})

test('what was set aside and is not as it was any more is not put back', async () => {
  const { app, id, path, ballots } = await backedUp()
  using _ = app
  const { aside } = await app.client.backups.restore({ id })
  const kept = join(app.folder, aside ?? '')
  const undo = await asideOf(app)
  const bytes = readFileSync(kept)
  const restored = ballotsOf(app)
  const changed = Buffer.from(bytes)
  changed.writeUInt8(changed.readUInt8(changed.length - 1) ^ 1, changed.length - 1)
  for (const other of [changed, bytes.subarray(0, bytes.length - 4096), Buffer.from('không phải tệp')]) {
    writeFileSync(kept, other)
    await expect(app.client.backups.restore({ id: undo?.id ?? '' })).rejects.toMatchObject(
      refused('aside-changed', { name: basename(kept) }),
    )
    expect(readFileSync(kept).equals(other)).toBe(true)
    expect(ballotsOf(app)).toEqual(restored)
  }
  writeFileSync(kept, bytes)
  await app.client.backups.restore({ id: undo?.id ?? '' })
  expect(ballotsOf(app)).toEqual(ballots)
  expect(app.context.workspace.current?.path).toBe(path)
})

test('a note of before bytes were noted is compared by the length and the end of the audit', async () => {
  const { app, id, ballots } = await backedUp()
  using _ = app
  const { aside } = await app.client.backups.restore({ id })
  const kept = join(app.folder, aside ?? '')
  const undo = await asideOf(app)
  const store = join(app.folder, 'sao-luu')
  for (const folder of readdirSync(store)) {
    for (const name of readdirSync(join(store, folder)).filter((file) => file.endsWith('.json'))) {
      const at = join(store, folder, name)
      const note = JSON.parse(readFileSync(at, 'utf8')) as { aside: string | null }
      if (note.aside !== null) writeFileSync(at, JSON.stringify({ ...note, sha256: '' }))
    }
  }
  const bytes = readFileSync(kept)
  const sqlite = new Sqlite(kept)
  for (const name of sqlite.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").pluck().all())
    sqlite.exec(`DROP TRIGGER "${String(name)}"`)
  sqlite.exec('UPDATE audit_events SET hash = hex(zeroblob(32)) WHERE seq = (SELECT max(seq) FROM audit_events)')
  sqlite.close()
  await expect(app.client.backups.restore({ id: undo?.id ?? '' })).rejects.toMatchObject(refused('aside-changed'))
  writeFileSync(kept, bytes)
  await app.client.backups.restore({ id: undo?.id ?? '' })
  expect(ballotsOf(app)).toEqual(ballots)
})

test('the file that was set aside, opened itself, is not put back onto itself', async () => {
  const { app, id, ballots } = await backedUp()
  using _ = app
  const { aside } = await app.client.backups.restore({ id })
  const undo = await asideOf(app)
  await app.client.workspace.open({ id: workspaceIdOf(join(app.folder, aside ?? '')), isOlderAgreed: true })
  expect(await asideOf(app)).toBeUndefined()
  const names = readdirSync(app.folder).toSorted()
  await expect(app.client.backups.restore({ id: undo?.id ?? '' })).rejects.toMatchObject(refused('backup-is-open'))
  expect(readdirSync(app.folder).toSorted()).toEqual(names)
  expect(ballotsOf(app)).toEqual(ballots)
})

test('the journal of a file that was killed goes aside with it and comes back with it', async () => {
  const { app, id, path, ballots } = await backedUp()
  using _ = app
  await app.client.workspace.close()
  tearInWrite(path, app.folder)
  const journal = hashOf(`${path}-journal`)
  const { aside } = await app.client.backups.restore({ id })
  const kept = join(app.folder, aside ?? '')
  expect(hashOf(`${kept}-journal`)).toBe(journal)
  await app.client.workspace.close()
  const undo = await asideOf(app)
  await app.client.backups.restore({ id: undo?.id ?? '' })
  expect(app.context.workspace.current).toMatchObject({ path, readOnly: null, strayAside: null })
  expect(ballotsOf(app)).toEqual(ballots)
  expect(existsSync(`${kept}-journal`)).toBe(false)
  expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
})

/** As a kill in the middle of a write leaves a file: some of its pages are new, and its journal takes them back. */
function tearInWrite(path: string, folder: string): void {
  const copy = join(folder, 'dở.sqlite')
  copyFileSync(path, copy)
  const sqlite = new Sqlite(copy)
  sqlite.pragma('journal_mode = DELETE')
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('cache_size = 1')
  sqlite.exec('BEGIN IMMEDIATE; UPDATE products SET name = hex(zeroblob(3000))')
  for (const end of ['', '-journal']) copyFileSync(copy + end, path + end)
  sqlite.exec('ROLLBACK')
  sqlite.close()
  rmSync(copy)
}
