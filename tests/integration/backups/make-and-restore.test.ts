import { createHash } from 'node:crypto'
import { existsSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync, writeSync, closeSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { backUpHourly } from '../../../electron/app/backups/automatic.ts'
import { ownerFileOf } from '../../../electron/app/workspace/owner-file.ts'
import { workspaceIdOf } from '../../../electron/app/workspace/listing.ts'
import { putInPlace } from '../../../electron/backups/put-in-place.ts'
import { castFullBallot, createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'
import { withStick } from '../../helpers/with-stick.ts'

const automatic = { backups: 'automatic' } as const
const hashOf = (path: string): string => createHash('sha256').update(readFileSync(path)).digest('hex')

async function settle({ context }: TestApp): Promise<void> {
  await Promise.all(context.backups.checking)
}

async function backupNow(app: TestApp) {
  await app.client.backups.make()
  const [newest] = await app.client.backups.list()
  if (newest === undefined) throw new Error('no backup was made')
  return newest
}

function pathOf(app: TestApp): string {
  const { current } = app.context.workspace
  if (current === null) throw new Error('no workspace is open')
  return current.path
}

const ballotsOf = (app: TestApp): readonly unknown[] => app.file().prepare('SELECT * FROM ballots ORDER BY id').all()

describe('a backup', () => {
  test('is made before a meeting, on closing, and once only of one state', async () => {
    using app = createTestApp(automatic)
    const { itemIds, memberIds } = await openSmallSession(app)
    await settle(app)
    expect((await app.client.backups.list()).map(({ occasion }) => occasion)).toEqual(['meeting'])
    app.clock.at = new Date('2026-11-20T08:00:00.000Z')
    await castFullBallot(app.client, { agendaItemId: itemIds[0] ?? 0, memberId: memberIds[0] ?? 0 })
    const id = workspaceIdOf(pathOf(app))
    await app.client.workspace.close()
    await settle(app)
    const all = await app.client.backups.list()
    expect(all.map(({ occasion, facts }) => [occasion, facts?.sessions, facts?.products, facts?.ballots])).toEqual([
      ['close', 1, 2, 1],
      ['meeting', 1, 2, 0],
    ])
    await app.client.workspace.open({ id })
    await app.client.workspace.close()
    await settle(app)
    expect(await app.client.backups.list()).toHaveLength(2)
  })

  test('is made an hour after the last where something changed, and at the next opening where closing had no time', async () => {
    using app = createTestApp(automatic)
    const { itemIds, memberIds } = await openSmallSession(app)
    await settle(app)
    backUpHourly(app.context)
    await castFullBallot(app.client, { agendaItemId: itemIds[0] ?? 0, memberId: memberIds[0] ?? 0 })
    app.clock.at = new Date('2026-11-20T07:59:59.000Z')
    backUpHourly(app.context)
    await settle(app)
    expect(await app.client.backups.list()).toHaveLength(1)
    app.clock.at = new Date('2026-11-20T08:00:00.000Z')
    backUpHourly(app.context)
    await settle(app)
    expect((await app.client.backups.list()).map(({ occasion }) => occasion)).toEqual(['hourly', 'meeting'])
    await castFullBallot(app.client, { agendaItemId: itemIds[0] ?? 0, memberId: memberIds[1] ?? 0 })
    const path = pathOf(app)
    // As a killed run leaves it: closed without a backup.
    app.file().close()
    app.context.workspace.current = null
    rmSync(ownerFileOf(path))
    await app.client.workspace.open({ id: workspaceIdOf(path) })
    await settle(app)
    expect(pathOf(app)).toBe(path)
    expect((await app.client.backups.list()).map(({ occasion }) => occasion)).toEqual(['opening', 'hourly', 'meeting'])
  })

  test('is none of a file with a damaged page: it is told until one succeeds, and the keys go on', async () => {
    using app = createTestApp(automatic)
    const { itemIds, memberIds } = await openSmallSession(app)
    await settle(app)
    await castFullBallot(app.client, { agendaItemId: itemIds[0] ?? 0, memberId: memberIds[0] ?? 0 })
    const file = app.file()
    const pages = file.pragma('page_count', { simple: true }) as number
    const size = file.pragma('page_size', { simple: true }) as number
    file.unsafeMode(true)
    file.pragma('writable_schema = ON')
    const root = file.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'producers'").pluck().get() as number
    file.exec(
      `UPDATE sqlite_schema SET rootpage = ${root + 1 === pages ? root - 1 : root + 1} WHERE name = 'producers'`,
    )
    expect(size).toBe(4096)
    await app.client.backups.make()
    expect(await app.client.backups.status()).toMatchObject({ trouble: { reason: 'copy-faulty', detail: {} } })
    expect((await app.client.backups.list()).map(({ occasion }) => occasion)).toEqual(['meeting'])
    await castFullBallot(app.client, { agendaItemId: itemIds[0] ?? 0, memberId: memberIds[1] ?? 0 })
    file.exec(`UPDATE sqlite_schema SET rootpage = ${root} WHERE name = 'producers'`)
    await app.client.backups.make()
    expect(await app.client.backups.status()).toMatchObject({ trouble: null })
    expect(await app.client.backups.list()).toHaveLength(2)
  })

  test('leaves nothing but itself and its note, and what a killed run left is swept', async () => {
    using app = createTestApp(automatic)
    await openSmallSession(app)
    await settle(app)
    const store = join(app.folder, 'sao-luu')
    const folder = join(store, readdirSync(store)[0] ?? '')
    writeFileSync(join(folder, 'ocop-999999999-0123456789ab.tmp'), 'half')
    await castFullBallot(app.client, { agendaItemId: 1, memberId: 1 })
    await backupNow(app)
    const names = readdirSync(folder)
    expect(names).toHaveLength(4)
    expect(names.every((name) => name.endsWith('.ocop') || name.endsWith('.ocop.json'))).toBe(true)
  })
})

describe('a restore', () => {
  test('puts the backup in the place of the file, sets that aside, and is undone byte for byte', async () => {
    using app = createTestApp(automatic)
    const { itemIds, memberIds } = await openSmallSession(app)
    await castFullBallot(app.client, { agendaItemId: itemIds[0] ?? 0, memberId: memberIds[0] ?? 0 })
    const backup = await backupNow(app)
    const before = ballotsOf(app)
    app.clock.at = new Date('2026-11-20T08:00:00.000Z')
    await castFullBallot(app.client, { agendaItemId: itemIds[1] ?? 0, memberId: memberIds[0] ?? 0 })
    await castFullBallot(app.client, { agendaItemId: itemIds[1] ?? 0, memberId: memberIds[1] ?? 0 })
    const after = ballotsOf(app)

    const comparison = await app.client.backups.compare({ id: backup.id })
    expect(comparison).toMatchObject({ ballotsSince: 2, isOtherBranch: false, isScoring: true })
    expect([comparison.backup.facts?.ballots, comparison.present?.ballots]).toEqual([1, 3])

    const path = pathOf(app)
    const restored = await app.client.backups.restore({ id: backup.id })
    expect(pathOf(app)).toBe(path)
    expect(ballotsOf(app)).toEqual(before)
    const [event] = await app.client.audit.list({ limit: 1 })
    expect(event).toMatchObject({
      command: 'workspace.restore',
      detail: {
        aside: restored.aside,
        to: { events: backup.facts?.events },
        from: { events: comparison.present?.events },
      },
    })
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })

    const aside = join(app.folder, restored.aside ?? '')
    const asideHash = hashOf(aside)
    const [undo] = (await app.client.backups.list()).filter(({ place }) => place === 'aside')
    expect(undo).toMatchObject({ occasion: 'restore', facts: { ballots: 3 } })
    await app.client.backups.restore({ id: undo?.id ?? '' })
    expect(ballotsOf(app)).toEqual(after)
    expect(existsSync(aside)).toBe(false)
    await app.client.workspace.close()
    await settle(app)
    expect(hashOf(path)).toBe(asideHash)
    // The restored state can be had again in the same way.
    expect((await app.client.backups.list()).filter(({ place }) => place === 'aside')).toHaveLength(1)
  })

  test('brings back a file that is gone, and one that cannot be opened, which is kept as it is', async () => {
    using app = createTestApp(automatic)
    await openSmallSession(app)
    const path = pathOf(app)
    await app.client.workspace.close()
    await settle(app)
    const [backup] = await app.client.backups.list()
    rmSync(path)
    await app.client.backups.restore({ id: backup?.id ?? '' })
    expect(pathOf(app)).toBe(path)
    await app.client.workspace.close()
    await settle(app)
    const file = openSync(path, 'r+')
    writeSync(file, Buffer.alloc(4096, 7), 0, 4096, 0)
    closeSync(file)
    const damaged = hashOf(path)
    const restored = await app.client.backups.restore({ id: backup?.id ?? '' })
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
    expect(hashOf(join(app.folder, restored.aside ?? ''))).toBe(damaged)
  })

  test('waits for another one: what each set aside is there', async () => {
    using app = createTestApp(automatic)
    await openSmallSession(app)
    const backup = await backupNow(app)
    await castFullBallot(app.client, { agendaItemId: 1, memberId: 1 })
    const ballots = ballotsOf(app)
    const restore = () => app.client.backups.restore({ id: backup.id })
    const [first, second] = await Promise.all([restore(), restore(), app.client.workspace.close()])
    expect(first.aside).not.toBe(second.aside)
    const undo = (await app.client.backups.list()).find(({ place, facts }) => place === 'aside' && facts?.ballots === 1)
    await app.client.backups.restore({ id: undo?.id ?? '' })
    expect(ballotsOf(app)).toEqual(ballots)
  })

  test('never sets a file aside onto another', () => {
    using app = createTestApp()
    const [finished = '', path = '', aside = ''] = ['mới', 'cũ', 'bên cạnh'].map((name) => join(app.folder, name))
    for (const file of [finished, path, aside]) writeFileSync(file, file)
    expect(() => putInPlace({ finished, path, aside })).toThrow('EEXIST')
    for (const file of [finished, path, aside]) expect(readFileSync(file, 'utf8')).toBe(file)
  })

  test('takes no backup that was changed since, and none while the room is on', async () => {
    using app = createTestApp(automatic)
    await openSmallSession(app)
    const backup = await backupNow(app)
    const path = pathOf(app)
    const name = readdirSync(backup.location).find((file) => file.endsWith('.ocop')) ?? ''
    const file = openSync(join(backup.location, name), 'r+')
    writeSync(file, Buffer.from('x'), 0, 1, 5000)
    closeSync(file)
    await expect(app.client.backups.restore({ id: backup.id })).rejects.toMatchObject({
      data: { reason: 'backup-faulty' },
    })
    expect(pathOf(app)).toBe(path)
    await expect(app.client.backups.restore({ id: 'none' })).rejects.toMatchObject({ data: { reason: 'backup-gone' } })
    expect(readdirSync(app.folder).filter((found) => found.endsWith('.tmp'))).toEqual([])
  })
})

describe('the second place', () => {
  const onStick = async (app: TestApp) => (await app.client.backups.list()).filter(({ place }) => place === 'second')

  test('has a copy made with one call, and asks for one once a meeting was held after it', async () => {
    using made = await withStick(automatic)
    const { app, session } = made
    await app.client.backups.copyToSecond({})
    expect(await onStick(app)).toMatchObject([{ isEncrypted: false, facts: { ballots: 1 } }])
    expect((await app.client.backups.status()).second).toMatchObject({
      isDue: false,
      lastAt: app.clock.at.toISOString(),
    })
    app.clock.at = new Date('2026-11-20T09:00:00.000Z')
    await castFullBallot(app.client, { agendaItemId: session.itemIds[1] ?? 0, memberId: session.memberIds[0] ?? 0 })
    await backupNow(app)
    // While it is scored nobody has time for it.
    expect((await app.client.backups.status()).second?.isDue).toBe(false)
    app.file().exec("UPDATE sessions SET state = 'planned'")
    expect((await app.client.backups.status()).second?.isDue).toBe(true)
  })

  test('says in words that the stick is out', async () => {
    using made = await withStick(automatic)
    rmSync(made.stick, { recursive: true })
    await expect(made.app.client.backups.copyToSecond({})).rejects.toMatchObject({ data: { reason: 'second-gone' } })
    expect(await made.app.client.backups.status()).toMatchObject({ trouble: null })
  })

  test('keeps copies under a password, which is asked for once and proven before it is used', async () => {
    using made = await withStick(automatic)
    const { app } = made
    await app.client.backups.setPassword({ password: 'mật khẩu dài' })
    await app.client.backups.copyToSecond({})
    const [copy] = await onStick(app)
    expect(copy).toMatchObject({ isEncrypted: true })
    const encrypted = readdirSync(copy?.location ?? '').find((name) => name.endsWith('.age')) ?? ''
    expect(readFileSync(join(copy?.location ?? '', encrypted)).toString('latin1')).not.toContain('SQLite format 3')
    // As after a start.
    app.context.backups.password = null
    await expect(app.client.backups.copyToSecond({})).rejects.toMatchObject({ data: { reason: 'password-needed' } })
    await expect(app.client.backups.copyToSecond({ password: 'khác hẳn đi' })).rejects.toMatchObject({
      data: { reason: 'password-wrong' },
    })
    expect(await onStick(app)).toHaveLength(1)
    const restore = (password?: string) =>
      app.client.backups.restore({ id: copy?.id ?? '', ...(password === undefined ? {} : { password }) })
    await expect(restore()).rejects.toMatchObject({ data: { reason: 'password-needed' } })
    await expect(restore('khác hẳn đi')).rejects.toMatchObject({ data: { reason: 'password-wrong' } })
    await restore('mật khẩu dài')
    expect(ballotsOf(app)).toHaveLength(1)
  })
})

describe('a file for another machine', () => {
  test('is whole, and under a password opens there with it alone', async () => {
    using app = createTestApp()
    await openSmallSession(app)
    await castFullBallot(app.client, { agendaItemId: 1, memberId: 1 })
    const ballots = ballotsOf(app)
    const plain = await app.client.backups.take({})
    const sealed = await app.client.backups.take({ password: 'mật khẩu dài' })
    expect([plain.name, sealed.name]).toEqual(['Hội đồng thử.ocop', 'Hội đồng thử.ocop.age'])
    using other = createTestApp()
    await other.client.workspace.adopt({ file: plain })
    expect(ballotsOf(other)).toEqual(ballots)
    const open = (password: string) => other.client.backups.openEncrypted({ file: sealed, password })
    await expect(open('khác')).rejects.toMatchObject({ data: { reason: 'password-wrong' } })
    await open('mật khẩu dài')
    expect(ballotsOf(other)).toEqual(ballots)
    const half = new File([await sealed.slice(0, sealed.size / 2).arrayBuffer()], sealed.name)
    await expect(other.client.backups.openEncrypted({ file: half, password: 'mật khẩu dài' })).rejects.toMatchObject({
      data: { reason: 'backup-faulty' },
    })
  })
})
