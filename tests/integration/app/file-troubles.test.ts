import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createWorkspace, openWorkspace } from '../../../electron/app/workspace/open-close.ts'
import { peekFile } from '../../../electron/db/peek.ts'
import { actsOf } from '../../helpers/ballot-acts.ts'
import { createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

let app: TestApp
let errors: unknown[]
let folder: string
let original: string
let key: { readonly agendaItemId: number; readonly memberId: number; readonly criterionIndex: number }
let isMounted = false
beforeEach(async () => {
  errors = []
  app = createTestApp({ log: { info: () => {}, error: (_message, error) => void errors.push(error) } })
  const { itemIds, memberIds } = await openSmallSession(app)
  key = { agendaItemId: itemIds[0] ?? 0, memberId: memberIds[0] ?? 0, criterionIndex: 0 }
  await app.client.workspace.close()
  original = join(app.folder, 'Hội đồng thử.ocop')
  folder = mkdtempSync(join(tmpdir(), 'nơi lưu '))
})
afterEach(() => {
  app[Symbol.dispose]()
  if (isMounted) execFileSync('umount', ['-l', folder])
  isMounted = false
  rmSync(folder, { recursive: true, force: true })
})

/** A disk of its own, of one mebibyte; null where this account may not mount one. */
function mountSmallDisk(): ((options: string) => void) | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' })
  } catch {
    return null
  }
  isMounted = true
  return (options) => void execFileSync('mount', ['-o', `remount,${options}`, folder])
}

function fill() {
  expect(() => writeFileSync(join(folder, 'đầy'), Buffer.alloc(2 ** 21))).toThrow('ENOSPC')
}

const create = (path: string) => createWorkspace(app.context, { path, name: 'Mới', isSample: false })

describe('a new file', () => {
  it('says that its folder is gone, or is a file', () => {
    expect(() => create(join(folder, 'không còn', 'x.ocop'))).toThrow('place-gone')
    writeFileSync(join(folder, 'tệp'), '')
    expect(() => create(join(folder, 'tệp', 'x.ocop'))).toThrow('place-gone')
  })

  it('is not left half made where its first event cannot be written', () => {
    const times: (string | null)[] = [null]
    const toISOString = () => (times.length > 0 ? times.pop() : new Date().toISOString()) as string
    const failing = {
      ...app.context,
      clock: { now: () => Object.assign(new Date(), { toISOString }) },
    }
    const path = join(folder, 'x.ocop')
    expect(() => createWorkspace(failing, { path, name: 'Mới', isSample: false })).toThrow('NOT NULL')
    expect(readdirSync(folder)).toEqual([])
  })

  it('says that the disk is full or read-only, and leaves nothing', ({ skip }) => {
    const remount = mountSmallDisk()
    if (remount === null) return skip('this account may not mount a disk')
    fill()
    expect(() => create(join(folder, 'x.ocop'))).toThrow('disk-full')
    expect(readdirSync(folder)).toEqual(['đầy'])
    remount('ro')
    expect(() => create(join(folder, 'x.ocop'))).toThrow('place-read-only')
  })
})

/** The original with bytes of it overwritten. */
function damaged({ from, to, name = 'hỏng.ocop' }: { from: number; to: number; name?: string }): string {
  const path = join(folder, name)
  const bytes = readFileSync(original)
  bytes.fill(0xff, from, to === -1 ? bytes.length : to)
  writeFileSync(path, bytes)
  return path
}

describe('a damaged file', () => {
  it.each([
    { what: 'pages', from: 100, to: -1 },
    { what: 'table list', from: 100, to: 4096 },
    { what: 'page size', from: 16, to: 18 },
  ])('whose $what are gone, but not its name, is said to be damaged and stays as it was', async ({ from, to }) => {
    const path = damaged({ from, to })
    const before = readFileSync(path)
    await expect(openWorkspace(app.context, path)).rejects.toThrow('workspace-damaged')
    expect(readdirSync(folder)).toEqual(['hỏng.ocop'])
    expect(readFileSync(path).equals(before)).toBe(true)
  })

  it('leaves the file open that was open', async () => {
    await openWorkspace(app.context, original)
    await expect(openWorkspace(app.context, damaged({ from: 4096, to: -1 }))).rejects.toThrow('workspace-damaged')
    expect(await app.client.sessions.list()).toHaveLength(1)
  })

  it('leaves nothing beside it in the list of files either', async () => {
    expect(peekFile(damaged({ from: 100, to: -1 }), null)).toMatchObject({ kind: 'unreadable' })
    expect(readdirSync(folder)).toEqual(['hỏng.ocop'])
  })
})

describe('what is chosen to be opened', () => {
  it('may be a folder with the name of a file', async () => {
    const path = join(folder, 'x.ocop')
    mkdirSync(path)
    await expect(openWorkspace(app.context, path)).rejects.toThrow('not-a-workspace')
  })

  it('opens to be read where nothing can be written', async ({ skip }) => {
    const remount = mountSmallDisk()
    if (remount === null) return skip('this account may not mount a disk')
    const path = join(folder, 'x.ocop')
    copyFileSync(original, path)
    remount('ro')
    expect(peekFile(path, null)).toMatchObject({ facts: { name: 'Hội đồng thử' } })
    expect(await openWorkspace(app.context, path)).toMatchObject({ name: 'Hội đồng thử', readOnly: { kind: 'place' } })
    expect(await app.client.sessions.list()).toHaveLength(1)
    await expect(app.client.councils.orderMembers({ councilId: 1, ids: [] })).rejects.toMatchObject({
      data: { reason: 'workspace-read-only' },
    })
    await app.client.workspace.close()
    remount('rw')
    writeFileSync(`${path}-wal`, 'chưa gộp')
    remount('ro')
    await expect(openWorkspace(app.context, path)).rejects.toThrow('place-read-only')
  })
})

describe('a damage that shows itself during work', () => {
  it('ends writing, is said and written down, and leaves the rest to be read', async () => {
    await openWorkspace(app.context, original)
    const { rootpage } = app.file().prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'ballots'").get() as {
      readonly rootpage: number
    }
    await app.client.workspace.close()
    const path = damaged({ from: (rootpage - 1) * 4096, to: rootpage * 4096 })
    await openWorkspace(app.context, path)
    const choose = () => actsOf(app.client).choose({ ...key, option: 1 })
    const harmed = { code: 'REFUSED', data: { reason: 'workspace-harmed' } }
    await expect(choose()).rejects.toMatchObject({ ...harmed, data: { detail: { code: 'SQLITE_CORRUPT' } } })
    expect((await app.client.workspace.status()).open?.readOnly).toEqual({ kind: 'harmed' })
    await expect(app.client.councils.orderMembers({ councilId: 1, ids: [] })).rejects.toMatchObject(harmed)
    expect(await app.client.products.list({ limit: 10, offset: 0 })).toMatchObject({ total: 2 })
    expect(errors).toHaveLength(1)
  })
})

describe('a ballot on a disk that fills up', () => {
  it('is refused by that name, and takes the same key once there is room', async ({ skip }) => {
    const remount = mountSmallDisk()
    if (remount === null) return skip('this account may not mount a disk')
    const path = join(folder, 'x.ocop')
    copyFileSync(original, path)
    await openWorkspace(app.context, path)
    fill()
    await expect(actsOf(app.client).choose({ ...key, option: 1 })).rejects.toMatchObject({
      code: 'REFUSED',
      data: { reason: 'disk-full' },
    })
    rmSync(join(folder, 'đầy'))
    expect(await actsOf(app.client).choose({ ...key, option: 1 })).toMatchObject({ state: 'draft', revision: 1 })
  })
})
