import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { runSession } from '../../../electron/cli/run-session.ts'
import type { Log } from '../../../electron/context.ts'
import { fileLog, lastLogLines } from '../../../electron/log/file-log.ts'
import { startLoopbackHost } from '../../../electron/web-host/loopback-host.ts'
import { roomHostPort } from '../../../electron/web-host/room-host.ts'
import type { AppClient } from '../../../shared/api/contract.ts'
import { makeRandomWorkbook } from '../../fixtures/random-workbook.ts'
import { freePort } from '../../helpers/free-port.ts'
import { temporaryFolder } from '../../helpers/loopback.ts'
import { createDevice } from '../../helpers/room-device.ts'
import { createTestApp, openSmallSession, resourcesFolder, type TestApp } from '../../helpers/test-app.ts'

let folder: ReturnType<typeof temporaryFolder>
let log: Log
let app: TestApp | null = null
let mend = () => {}
beforeEach(() => {
  folder = temporaryFolder()
  const clock = { now: () => new Date('2026-11-20T07:00:00.000Z') }
  log = fileLog({ folder: folder.path, clock, home: '/home/ai', program: resourcesFolder, facts: () => '1.2.3 test' })
})
afterEach(() => {
  mend()
  app?.[Symbol.dispose]()
  app = null
  folder.remove()
})

const written = () => readFileSync(join(folder.path, 'loi.log'), 'utf8')

/** From here on whatever looks at the open file meets a bug whose words tell of what is in it. */
function spoil({ context: { workspace } }: TestApp): void {
  const value = workspace.current
  mend = () => void Object.defineProperty(workspace, 'current', { value, writable: true })
  Object.defineProperty(workspace, 'current', {
    configurable: true,
    get: () => {
      throw new TypeError('no points for “Sản phẩm SP1” of HTX Mẫu, by Thành viên TV1')
    },
  })
}

function expectOneEntry(of: string): void {
  const text = written()
  expect(text).toContain(
    `2026-11-20T07:00:00.000Z [1.2.3 test] ${of} failed\nTypeError: no points for “…” of …\n    at `,
  )
  expect(text).toMatch(/error-log\.test\.ts:\d+/)
  expect(text.match(/ failed\n/g)).toHaveLength(1)
  expect(text).not.toMatch(/SP1|Mẫu|TV1/)
}

async function openApp(parts: Parameters<typeof createTestApp>[0] = {}) {
  app = createTestApp({ log, ...parts })
  return { app, session: await openSmallSession(app) }
}

describe('a bug is written with its stack and without a name of the file', () => {
  test('over the window’s port', async () => {
    const { app } = await openApp()
    spoil(app)
    const { port1, port2 } = new MessageChannel()
    new RPCHandler(app.router).upgrade(port2, { context: {} })
    const client: AppClient = createORPCClient(new PortLink({ port: port1 }))
    await expect(client.sessions.list()).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR' })
    port1.close()
    expectOneEntry('sessions.list')
  })

  test('over the loopback host', async () => {
    const { app } = await openApp()
    spoil(app)
    const host = await startLoopbackHost({ router: app.router, page: folder.path, port: 0, log })
    const headers = { 'x-ocop-token': host.token, origin: host.origin }
    const client: AppClient = createORPCClient(new HttpLink({ url: `${host.origin}/rpc`, headers }))
    await expect(client.products.get({ id: 1 })).rejects.toMatchObject({ status: 500 })
    await host.close()
    expectOneEntry('products.get')
  })

  test('over the room’s network', async () => {
    const pages = { members: folder.path, clerks: folder.path }
    const { app, session } = await openApp({
      room: roomHostPort({ pages, log, certificate: () => null, dataFolder: folder.path }),
    })
    const { sessionId } = session
    await app.client.room.switchOn({ sessionId, address: '127.0.0.1', port: await freePort() })
    const device = createDevice({ link: app.context.room.current?.listener.link ?? '' })
    spoil(app)
    await expect(device.client.seats()).rejects.toMatchObject({ status: 500 })
    device[Symbol.dispose]()
    mend()
    expectOneEntry('seats')
  })

  test('in batch mode', async () => {
    const workbook = join(folder.path, 'phiên.xlsx')
    writeFileSync(workbook, (await makeRandomWorkbook(3)).bytes)
    const now = () => {
      throw new TypeError('no points for “Sản phẩm SP1” of HTX Mẫu, by Thành viên TV1')
    }
    const place = { outFolder: join(folder.path, 'ra'), resources: resourcesFolder, appVersion: '1.2.3' }
    await expect(runSession({ workbook, ...place, clock: { now }, log })).rejects.toThrow('no points')
    expectOneEntry('workspace.create')
  })
})

test('a fault of the page is written, and no more than ten in a minute', async () => {
  app = createTestApp({ log })
  for (let count = 0; count < 30; count += 1) {
    await app.client.support.noteFault({ message: `fault ${count}`, stack: 'at draw (app://ocop/assets/a.js:1:1)' })
  }
  expect(written().match(/the page met a fault\nfault/g)).toHaveLength(10)
  expect(written()).toContain('at draw (app://ocop/assets/a.js:1:1)')
})

test('the log is kept small, its last lines are found, and the errors behind an error stand with it', () => {
  const cause = Object.assign(new Error('the disk'), { code: 'EIO' })
  log.error('first', new Error('above', { cause }))
  expect(written()).toMatch(/above\n[^]*caused by Error: the disk\n[^]*\[EIO\]\n/)
  for (let round = 0; round < 4; round += 1) {
    writeFileSync(join(folder.path, 'loi.log'), `${round}\n`.padEnd(1_000_001, 'x'))
    log.error('again', new Error(`round ${round}`))
  }
  expect(readdirSync(folder.path).toSorted()).toEqual(['loi.log', 'loi.log.1', 'loi.log.2'])
  expect(statSync(join(folder.path, 'loi.log')).size).toBeLessThan(3000)
  expect(lastLogLines(folder.path, 300).join('\n')).toContain('round 3')
})

test('a log that cannot be written stops nothing', () => {
  rmSync(folder.path, { recursive: true })
  writeFileSync(folder.path, '')
  const said = vi.spyOn(console, 'error').mockReturnValue()
  expect(() => log.error('lost', new Error('without a folder'))).not.toThrow()
  expect(said).toHaveBeenCalledOnce()
  said.mockRestore()
  rmSync(folder.path)
  mkdirSync(folder.path)
})

test('a report says what helps, of the file its counts alone', async () => {
  const { app } = await openApp({ logLines: () => ['a line of the log'] })
  const { fileName, text } = await app.client.support.report()
  expect(fileName).toBe('bao-cao-loi-hoi-dong-ocop-2026-11-20.txt')
  expect(text).toContain('thành viên 3, sản phẩm 2, phiên họp 1, phiếu 0')
  expect(text).toContain(`Node ${process.versions.node}`)
  expect(text.trimEnd().endsWith('a line of the log')).toBe(true)
  expect(text).not.toMatch(/Phú Thọ|Mẫu|TV1|Thư ký|Hội đồng thử|ocop thử nghiệm/)
  await app.client.workspace.close()
  expect((await app.client.support.report()).text).toContain('Tệp đang mở: không có')
})
