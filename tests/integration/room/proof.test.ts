import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { rawRequest } from '../../helpers/loopback.ts'
import { openTestRoom, type TestRoom } from '../../helpers/open-room.ts'
import { deviceAddress } from '../../helpers/room-device.ts'

// What somebody who listens on an open Wi-Fi can do with what they read: nothing with a cookie, nothing with a call.

let room: TestRoom

beforeEach(async () => {
  room = await openTestRoom()
})
afterEach(() => room[Symbol.dispose]())

const unknown = expect.objectContaining({ data: { reason: 'device-unknown', detail: {} } })
const memberId = () => room.memberIds[0] as number
const alerts = async () =>
  (await room.app.client.room.status()).members.find((member) => member.memberId === memberId())?.alerts
const auditOf = async (command: string) =>
  (await room.app.client.audit.list({ limit: 50 })).filter((event) => event.command === command)

/** A call as it went over the network, sent again or with something else in it. */
function post(path: string, body: string, headers: Readonly<Record<string, string>>) {
  const own = { host: new URL(room.link()).host, origin: room.link(), 'content-type': 'application/json' }
  const length = { 'content-length': String(Buffer.byteLength(body)) }
  return rawRequest({
    host: { origin: room.link() },
    path,
    method: 'POST',
    headers: { ...own, ...length, ...headers },
    body,
  })
}

const choice = (option: number) => ({
  agendaItemId: room.itemIds[0] as number,
  round: 1,
  actId: 'a'.repeat(32),
  criterionIndex: 0,
  option,
  seen: null,
})

describe('a cookie that somebody else read', () => {
  test('scores nothing and reads nothing; secretary, member and audit are told from where', async () => {
    const device = await room.enter()
    const from = deviceAddress(200) ?? ''
    const thief = room.device({ cookie: device.cookie(), from })
    await expect(thief.client.choose(choice(1))).rejects.toEqual(unknown)
    await expect(thief.client.me()).rejects.toEqual(unknown)
    expect(await alerts()).toMatchObject([{ address: from, isOwn: false }])
    expect((await device.client.me()).alerts).toMatchObject([{ address: from, isOwn: false }])
    expect(await auditOf('room.newAddress')).toMatchObject([{ detail: { to: from, isOwn: false } }])
    expect((await device.client.choose(choice(1))).revision).toBe(1)
  })

  test('of a clerk keys nothing', async () => {
    const laptop = await room.enterClerk('Thư ký giúp việc 1')
    const thief = room.device({ cookie: laptop.cookie(), from: deviceAddress(200) ?? '' })
    await expect(thief.clerk.workspace.status()).rejects.toEqual(unknown)
    const { clerks } = await room.app.client.room.status()
    expect(clerks[0]?.alerts).toMatchObject([{ isOwn: false }])
    expect((await laptop.clerk.workspace.status()).operator).toBe(laptop.name)
  })
})

describe('a call that somebody else read', () => {
  test('is taken once, and for nothing else', async () => {
    const device = await room.enter()
    const path = '/rpc/choose'
    const body = JSON.stringify({ json: choice(1) })
    const headers = { cookie: device.cookie() ?? '', ...device.sign({ path, body }) }
    expect((await post(path, JSON.stringify({ json: choice(2) }), headers)).body).toContain('device-unknown')
    expect((await post('/rpc/ballot', body, headers)).body).toContain('device-unknown')
    expect((await post(path, body, headers)).status).toBe(200)
    expect((await post(path, body, headers)).body).toContain('device-unknown')
    expect((await device.client.me()).products[0]?.ballot.choices[0]).toBe(1)
  })

  test('overtakes others of the same device without harm', async () => {
    const device = await room.enter()
    const states = await Promise.all(Array.from({ length: 40 }, () => device.client.me()))
    expect(states.every(({ seat }) => seat === 1)).toBe(true)
  })
})

test('a device that moves to another address goes on, is told of, and is shut out with one call', async () => {
  const device = await room.enter()
  const from = deviceAddress(201) ?? ''
  const moved = room.device({ like: device, from })
  expect((await moved.client.me()).seat).toBe(1)
  const [alert] = (await alerts()) ?? []
  expect(alert).toMatchObject({ address: from, isOwn: true })
  expect((await moved.client.me()).alerts).toMatchObject([{ address: from, isOwn: true }])
  expect(await auditOf('room.newAddress')).toHaveLength(1)
  const other = await room.enter(1)
  await room.app.client.room.shutDevice({ deviceId: alert?.deviceId ?? 0 })
  await expect(moved.client.me()).rejects.toEqual(unknown)
  expect(await alerts()).toEqual([])
  expect(await auditOf('room.shutDevice')).toHaveLength(1)
  expect((await other.client.me()).seat).toBe(2)
  // The code still lets the member in.
  expect((await room.enter()).state.alerts).toEqual([])
})

test('an address that the secretary knows is shown no more, nor on the phone', async () => {
  const device = await room.enter()
  const moved = room.device({ like: device, from: deviceAddress(201) ?? '' })
  expect((await moved.client.me()).alerts).toHaveLength(1)
  const [alert] = (await alerts()) ?? []
  const changes = await moved.client.changes()
  await changes.next()
  const heard = changes.next()
  await room.app.client.room.dismissAlerts({ deviceId: alert?.deviceId ?? 0 })
  expect(await alerts()).toEqual([])
  // The member's phone asks again at once.
  expect((await heard).value).toEqual({ agendaItemId: null })
  expect((await moved.client.me()).alerts).toEqual([])
  await changes.return(undefined)
})

test('nobody enters without the half of a key', async () => {
  const body = JSON.stringify({ json: { seatId: memberId(), code: await room.codeOf(memberId()) } })
  expect((await post('/rpc/enter', body, {})).status).toBe(400)
  expect(room.app.file().prepare('SELECT count(*) FROM room_devices').pluck().get()).toBe(0)
})
