import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openWorkspace } from '../../../electron/app/workspace/open-close.ts'
import { freePort } from '../../helpers/free-port.ts'
import { createDevice } from '../../helpers/room-device.ts'
import { enterAll, readLeftFile, roomFolder, startRoomProcess, type RoomProcess } from '../../helpers/room-process.ts'
import { createTestApp } from '../../helpers/test-app.ts'

// What is left of a room when the application ends: after a crash in the meeting everybody goes on, else nobody does.

let folder: ReturnType<typeof roomFolder>
let room: RoomProcess
let start: () => Promise<RoomProcess>

beforeEach(async () => {
  folder = roomFolder()
  const parts = { folder: folder.path, members: 3, products: 1, port: await freePort() }
  start = () => startRoomProcess(parts)
  room = await start()
})
afterEach(async () => {
  await room.end('SIGKILL')
  folder[Symbol.dispose]()
})

const unknown = expect.objectContaining({ data: { reason: 'device-unknown', detail: {} } })
const [first, second] = [0, 1]

describe('after an unexpected end', () => {
  test('devices go on, codes stay valid, and the secretary sees that the figures are gone', async () => {
    const devices = await enterAll(room)
    const { codes } = room
    const { clerkId, code } = codes.find((each) => each.clerkId !== null) ?? {}
    using laptop = createDevice({ link: room.link })
    await laptop.client.enterClerk({ clerkId: clerkId ?? 0, code: code ?? '' })
    await room.end('SIGKILL')
    room = await start()
    expect((await devices[first]?.client.me())?.seat).toBe(1)
    expect((await laptop.clerk.workspace.status()).operator).toBe('Thư ký giúp việc 1')
    using late = createDevice({ link: room.link })
    const entered = { seatId: codes[second]?.memberId ?? 0, code: codes[second]?.code ?? '' }
    expect((await late.client.enter(entered)).seat).toBe(2)
    expect(room.codes).toEqual(codes.map((each) => ({ ...each, code: null })))
  })

  test('the room that nobody switches on again is over with the file', async () => {
    const [device] = await enterAll(room)
    await room.end('SIGKILL')
    using app = createTestApp()
    await openWorkspace(app.context, join(folder.path, 'cuộc họp.ocop'))
    await app.client.workspace.close()
    expect(readLeftFile(folder.path).isIntact).toBe(true)
    room = await start()
    await expect(device?.client.me()).rejects.toEqual(unknown)
    expect(room.codes.every(({ code }) => code !== null)).toBe(true)
  })
})

test('after an ordinary end, devices and codes are gone', async () => {
  const devices = await enterAll(room)
  const { codes } = room
  await room.end('SIGTERM')
  room = await start()
  await expect(devices[first]?.client.me()).rejects.toEqual(unknown)
  expect(room.codes.every(({ code }) => code !== null)).toBe(true)
  const same = room.codes.filter(({ code }, place) => code === codes[place]?.code)
  expect(same.length).toBeLessThan(codes.length)
})
