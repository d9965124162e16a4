import type { networkInterfaces } from 'node:os'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { roomHostPort } from '../../../electron/web-host/room-host.ts'
import { freePort } from '../../helpers/free-port.ts'
import { createDevice } from '../../helpers/room-device.ts'
import { createTestApp, openSmallSession } from '../../helpers/test-app.ts'

// The machine's address becomes another one while the room is on: after sleep, in another Wi-Fi, with a new lease.

const [before, after] = ['127.0.0.1', '127.0.0.2']
if (process.platform === 'darwin') console.log('skipped: macOS has one loopback address only')

describe.skipIf(process.platform === 'darwin')('a room whose machine gets another address', () => {
  test('goes on there, with its codes and its devices, and says so', async () => {
    using room = await openMovableRoom()
    const { app, memberIds } = room
    using device = createDevice({ link: room.link() })
    const [memberId = 0] = memberIds
    const codes = await app.client.room.showCodes()
    const code = codes.find((each) => each.memberId === memberId)?.code ?? ''
    await device.client.enter({ seatId: memberId, code })
    const old = room.link()

    await room.machineAt(after)
    const { open } = await app.client.room.status()
    expect(open).toMatchObject({ address: after, isCutOff: false, moved: { from: before } })
    expect(open?.link).toBe(old.replace(before, after))
    await expect(device.client.me()).rejects.toThrow()
    using again = createDevice({ link: room.link(), like: device })
    expect((await again.client.me()).seat).toBe(1)
    using late = createDevice({ link: room.link() })
    await late.client.enter({ seatId: memberId, code })
    expect(await app.client.room.showCodes()).toEqual(codes)
    const events = await app.client.audit.list({ limit: 20 })
    expect(JSON.stringify(events)).toContain('room.move')
  })

  test('waits where the machine has no network, and opens again when it has one', async () => {
    using room = await openMovableRoom()
    const { app } = room
    const old = room.link()
    await room.machineAt(null)
    expect((await app.client.room.status()).open).toMatchObject({ isCutOff: true, moved: null, link: old })
    await room.machineAt(before)
    expect((await app.client.room.status()).open).toMatchObject({ isCutOff: false, moved: null, link: old })
    using device = createDevice({ link: room.link() })
    await expect(device.client.me()).rejects.toMatchObject({ data: { reason: 'device-unknown' } })
  })

  test('that was switched off follows no address any more', async () => {
    using room = await openMovableRoom()
    await room.app.client.room.switchOff()
    await room.machineAt(after)
    expect((await room.app.client.room.status()).open).toBeNull()
  })
})

test('the host looks every few seconds while the room is on, and no longer', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const log = { info: () => {}, error: () => {} }
  let looks = 0
  const stop = roomHostPort({ pages: { members: '', clerks: '' }, log, certificate: () => null, dataFolder: '' }).watch(
    () => void (looks += 1),
  )
  vi.advanceTimersByTime(10_000)
  stop()
  expect(looks).toBeGreaterThan(1)
  const last = looks
  vi.advanceTimersByTime(60_000)
  expect(looks).toBe(last)
})

/** A room on a machine whose addresses the test decides. */
async function openMovableRoom() {
  let address: string | null = before
  let look = () => {}
  const interfaces = (() =>
    address === null ? {} : { 'Wi-Fi': [{ address, family: 'IPv4', internal: false }] }) as typeof networkInterfaces
  const errors: unknown[] = []
  const log = { info: () => {}, error: (_message: string, error: unknown) => errors.push(error) }
  const port = roomHostPort({
    pages: { members: '', clerks: '' },
    log,
    certificate: () => null,
    dataFolder: '',
    interfaces,
  })
  const watch = (notice: () => void) => {
    look = notice
    return () => {
      look = () => {}
    }
  }
  const app = createTestApp({ room: { ...port, watch }, log })
  const session = await openSmallSession(app)
  await app.client.room.switchOn({ sessionId: session.sessionId, address: before, port: await freePort() })
  return {
    ...session,
    app,
    link: () => app.context.room.current?.listener.link ?? '',
    /** The machine has that address now, and the room has noticed. */
    machineAt: async (next: string | null) => {
      address = next
      const isTold = new AbortController()
      const changes = app.context.live.subscribe(isTold.signal)
      look()
      if (app.context.room.current !== null) await changes.next()
      isTold.abort()
    },
    [Symbol.dispose]: () => {
      app[Symbol.dispose]()
      if (errors.length > 0) throw new AggregateError(errors, 'something broke in the application')
    },
  }
}
