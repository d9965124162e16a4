import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { openWorkspace } from '../../../electron/app/workspace/open-close.ts'
import { createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

// One program writes a file; whoever comes second reads, and says who has it. Real processes.

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

const pathOf = (app: TestApp) => join(app.folder, 'Hội đồng thử.ocop')
const ownerFile = (app: TestApp) => join(app.folder, '~$Hội đồng thử.ocop')
const listProducts = (app: TestApp) => app.client.products.list({ limit: 9, offset: 0 })

async function closedFile(): Promise<TestApp> {
  const app = createTestApp()
  await openSmallSession(app)
  await app.client.workspace.close()
  app.clock.at = new Date()
  return app
}

/** Another program that has opened the file by now, and what it was told. */
async function openElsewhere(app: TestApp) {
  const child = fork(join(import.meta.dirname, '../../helpers/file-holder-child.ts'), [pathOf(app)])
  children.push(child)
  const [opened] = (await once(child, 'message')) as [{ readonly readOnly: unknown }]
  const add = async (code: string) => {
    child.send(code)
    return ((await once(child, 'message')) as [unknown])[0]
  }
  return { child, opened, add }
}

const kill = async (child: ChildProcess) => {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

describe('a file that another program has open', () => {
  test('is read as it is, says who has it, is looked at anew, and written once that program has ended', async () => {
    using app = await closedFile()
    const other = await openElsewhere(app)
    expect(other.opened.readOnly).toBeNull()
    const first = await openWorkspace(app.context, pathOf(app))
    expect(first.readOnly).toMatchObject({ kind: 'held', owner: { machine: hostname(), isSilent: false } })
    expect(await listProducts(app)).toMatchObject({ total: 2 })
    const { username: user } = userInfo()
    await expect(app.client.councils.orderMembers({ councilId: 1, ids: [] })).rejects.toMatchObject({
      data: { reason: 'workspace-held', detail: { machine: hostname(), user } },
    })
    expect(await other.add('SP8')).toEqual({ saved: 'SP8' })
    await app.client.workspace.open({ id: first.id })
    expect(await listProducts(app)).toMatchObject({ total: 3 })
    expect(await other.add('SP9')).toEqual({ saved: 'SP9' })
    await kill(other.child)
    expect(await app.client.workspace.open({ id: first.id })).toMatchObject({ readOnly: null })
    expect(await listProducts(app)).toMatchObject({ total: 4 })
  })

  test('is not taken from a holder that gives signs, though it is asked for', async () => {
    using app = await closedFile()
    await openElsewhere(app)
    expect(await openWorkspace(app.context, pathOf(app), true)).toMatchObject({ readOnly: { kind: 'held' } })
  })
})

test('a holder on another machine that fell silent is taken over only when asked, and notices before it writes', async () => {
  using app = await closedFile()
  const path = pathOf(app)
  const mark = {
    token: 'x',
    machine: 'MAY-KHAC',
    user: 'thu-ky',
    process: 1,
    processStart: null,
    since: '2026-11-20T01:00:00Z',
  }
  writeFileSync(ownerFile(app), JSON.stringify(mark))
  app.clock.at = new Date(Date.now() + 60_000)
  expect(await openWorkspace(app.context, path)).toMatchObject({ readOnly: { owner: { isSilent: false } } })
  app.clock.at = new Date(Date.now() + 600_000)
  expect(await openWorkspace(app.context, path)).toMatchObject({ readOnly: { owner: { isSilent: true } } })
  expect(await openWorkspace(app.context, path, true)).toMatchObject({ readOnly: null })

  // Now it is this program that another one takes the file from.
  writeFileSync(ownerFile(app), JSON.stringify(mark))
  await expect(app.client.councils.orderMembers({ councilId: 1, ids: [] })).rejects.toMatchObject({
    data: { reason: 'workspace-taken-over' },
  })
  await app.client.workspace.close()
  expect(JSON.parse(readFileSync(ownerFile(app), 'utf8'))).toEqual(mark)
})

test('the file beside goes with closing, is made again where somebody deleted it, and is no file of the list', async () => {
  using app = await closedFile()
  await openWorkspace(app.context, pathOf(app))
  expect(existsSync(ownerFile(app))).toBe(true)
  expect(await app.client.workspace.list()).toHaveLength(1)
  rmSync(ownerFile(app))
  await app.client.councils.orderMembers({ councilId: 1, ids: [2, 1, 3] })
  expect(existsSync(ownerFile(app))).toBe(true)
  await app.client.workspace.close()
  expect(readdirSync(app.folder).filter((name) => name.includes('Hội đồng thử'))).toEqual(['Hội đồng thử.ocop'])
})

test.each([
  ['is cut off in the middle', (at: string) => writeFileSync(at, '{"token": "x", "mach')],
  ['is empty', (at: string) => writeFileSync(at, '')],
  ['is a folder', (at: string) => mkdirSync(at)],
])('a mark that %s names nobody, is said by its name, and a person takes the file over at once', async (_, make) => {
  using app = await closedFile()
  make(ownerFile(app))
  const { id, readOnly } = await openWorkspace(app.context, pathOf(app))
  expect(readOnly).toMatchObject({
    kind: 'held',
    owner: { machine: '', isSilent: true, unreadable: '~$Hội đồng thử.ocop' },
  })
  expect(await app.client.workspace.open({ id, takesOver: true })).toMatchObject({ readOnly: null })
  await app.client.workspace.close()
  // What a folder holds is nobody's to delete.
  expect(existsSync(ownerFile(app))).toBe(false)
})
