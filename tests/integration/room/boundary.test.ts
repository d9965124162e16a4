import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../../../shared/api/contract.ts'
import { roomContract } from '../../../shared/api/room-device.ts'
import { usualRoomPort } from '../../../electron/web-host/room-host.ts'
import { inTime } from '../../helpers/in-time.ts'
import { rawRequest } from '../../helpers/loopback.ts'
import { openTestRoom, type TestRoom } from '../../helpers/open-room.ts'
import type { TestDevice } from '../../helpers/room-device.ts'

// One test for each promise of the room's host towards the network, against the running server.

let room: TestRoom
let phone: TestDevice
let cookie: string

async function openRoom() {
  room = await openTestRoom()
  phone = await room.enter()
  cookie = phone.cookie() ?? ''
}

/** What was called before counts towards nothing in another room. */
async function openAnew() {
  room[Symbol.dispose]()
  await openRoom()
}

beforeAll(openRoom)
afterAll(() => room[Symbol.dispose]())

const host = () => ({ origin: room.link() })

function callAtOnce(path: string, changed: Readonly<Record<string, string | undefined>> = {}, body = '{}', of = phone) {
  const headers = {
    host: new URL(room.link()).host,
    origin: room.link(),
    cookie: of.cookie() ?? '',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...of.sign({ path, body }),
    ...changed,
  }
  const given = Object.fromEntries(Object.entries(headers).filter((entry) => entry[1] !== undefined))
  return rawRequest({ host: host(), path, method: 'POST', headers: given as Record<string, string>, body })
}

const call = (...asked: Parameters<typeof callAtOnce>) => inTime(() => callAtOnce(...asked))

const get = (path: string, headers: Readonly<Record<string, string>> = {}) =>
  rawRequest({ host: host(), path, headers: { host: new URL(room.link()).host, ...headers } })

const appProcedures = Object.entries(contract).flatMap(([feature, procedures]) =>
  Object.keys(procedures).map((verb) => `/rpc/${feature}/${verb}`),
)

test('a call of the device page is answered', async () => {
  const { status, body } = await call('/rpc/me')
  expect(status).toBe(200)
  expect(JSON.parse(body)).toMatchObject({ json: { seat: 1 } })
})

test.each(appProcedures)('nothing of the application is reachable: %s', async (path) => {
  const { status, body } = await call(path)
  expect([status, JSON.parse(body)]).toEqual([404, { json: expect.objectContaining({ code: 'NOT_FOUND' }) }])
})

test('there is nothing beside the device’s own procedures', () => {
  expect(appProcedures.length).toBeGreaterThan(50)
  expect(Object.keys(roomContract).toSorted()).toEqual(
    [
      'seats',
      'clerks',
      'enter',
      'enterClerk',
      'leave',
      'me',
      'form',
      'ballot',
      'choose',
      'setOpinion',
      'confirm',
      'changes',
    ].toSorted(),
  )
})

describe('a call is refused', () => {
  beforeAll(openAnew)

  test.each<[string, Record<string, string | undefined>, number]>([
    ['under another host name', { host: 'rebound.example' }, 421],
    ['under localhost', { host: 'localhost' }, 421],
    ['from another origin', { origin: 'https://example.org' }, 403],
    ['from a sandboxed page', { origin: 'null' }, 403],
    ['without an origin', { origin: undefined }, 403],
    ['from another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['as a multipart form, which the application takes', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['as plain text, which a form can send', { 'content-type': 'text/plain' }, 415],
    ['as a file body', { 'content-disposition': 'attachment; filename="x"' }, 415],
  ])('%s', async (_name, changed, expected) => {
    const { status, body } = await call('/rpc/me', changed)
    expect(status).toBe(expected)
    expect(body).not.toContain('seat')
  })

  test('above 16 kB, before the body is read', async () => {
    expect((await call('/rpc/me', { 'content-length': String(16 * 1024 + 1) }, '')).status).toBe(413)
    const long = JSON.stringify({ json: { seatId: 1, code: '0'.repeat(16 * 1024) } })
    expect((await call('/rpc/enter', {}, long)).status).toBe(413)
  })

  test('of unknown length', async () => {
    const { status } = await call('/rpc/me', { 'content-length': undefined, 'transfer-encoding': 'chunked' })
    expect(status).toBe(411)
  })

  test('by GET and as a preflight, and no answer carries a CORS header', async () => {
    expect((await get('/rpc/me', { cookie, origin: room.link() })).status).toBe(405)
    const headers = { host: new URL(room.link()).host, origin: 'https://example.org' }
    const preflight = await rawRequest({ host: host(), path: '/rpc/me', method: 'OPTIONS', headers })
    expect(preflight.status).toBe(405)
    for (const answer of [preflight, await call('/rpc/me'), await call('/rpc/me', { origin: 'https://example.org' })]) {
      expect(Object.keys(answer.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
    }
  })

  test('with the address of another server in the request line', async () => {
    expect((await get('http://example.org/rpc/me')).status).toBe(400)
  })
})

describe('the page', () => {
  test('comes with its security headers', async () => {
    const { status, headers, body } = await get('/')
    expect([status, body]).toEqual([200, expect.stringContaining('Phòng họp')])
    const policy = String(headers['content-security-policy'])
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self';")
    expect(policy).toContain("connect-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("style-src 'self';")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
  })

  test('serves its own assets and nothing beside them', async () => {
    expect((await get('/assets/index-1.js')).body).toBe('export {}')
    for (const path of ['/../secret.js', '/%2e%2e/secret.js', '/..%2fsecret.js', '/.vite/manifest.json', '/assets']) {
      const { status, body } = await get(path)
      expect([400, 404], path).toContain(status)
      expect(body).not.toContain('not for the room')
    }
  })

  test('is not served under another name', async () => {
    expect((await get('/', { host: 'rebound.example' })).status).toBe(421)
  })
})

test('the room listens on the chosen address only', async () => {
  const port = Number(new URL(room.link()).port)
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map(({ address }) => address)
    .filter((address) => address !== '127.0.0.1' && !address.startsWith('fe80'))
  for (const address of [...others, ...(process.platform === 'linux' ? ['127.0.0.2'] : [])]) {
    expect(await canConnect(address, port), address).toBe(false)
  }
  expect(await canConnect('127.0.0.1', port)).toBe(true)
})

describe('too much', () => {
  beforeAll(openAnew)

  /** Ten at a time, until one is put off. */
  const callUntilPutOff = async (path: string, { device = phone, body = '{}' } = {}) => {
    const answers: Awaited<ReturnType<typeof call>>[] = []
    const putOff = () => answers.find(({ status }) => status === 429)
    while (putOff() === undefined && answers.length < 5000) {
      answers.push(...(await Promise.all(Array.from({ length: 10 }, () => callAtOnce(path, {}, body, device)))))
    }
    return { putOff: putOff(), of: (status: number) => answers.filter((answer) => answer.status === status).length }
  }

  test('of calls from one device is put off, and the others go on', async () => {
    const other = await room.enter(1)
    const device = await room.enter()
    const { putOff, of } = await callUntilPutOff('/rpc/me', { device })
    expect(putOff?.headers['retry-after']).toBe('1')
    expect(of(200)).toBeGreaterThanOrEqual(150)
    expect((await other.client.me()).seat).toBe(2)
  })

  test('of codes from one address is put off, whichever seats they are for', async () => {
    const body = JSON.stringify({ json: { seatId: 999, code: '000000' } })
    const { putOff, of } = await callUntilPutOff('/rpc/enter', { body })
    expect(putOff).toBeDefined()
    expect(of(422)).toBeGreaterThanOrEqual(15)
  })
})

describe('switching on', () => {
  const refusal = (reason: string) => expect.objectContaining({ code: 'REFUSED', data: { reason, detail: {} } })
  const wanted = (more: object = {}) => ({ sessionId: room.sessionId, address: '127.0.0.1', ...more })

  test('happens once at a time', async () => {
    await expect(room.app.client.room.switchOn(wanted())).rejects.toEqual(refusal('room-already-on'))
  })

  test('needs an address of this machine, a free port and an open session', async () => {
    const { client } = room.app
    await client.room.switchOff()
    // TEST-NET-1 of RFC 5737: no machine has it.
    await expect(client.room.switchOn(wanted({ address: '192.0.2.1' }))).rejects.toEqual(refusal('room-address-gone'))
    await expect(client.room.switchOn(wanted({ address: '0.0.0.0' }))).rejects.toEqual(refusal('room-address-gone'))
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => taken.once('listening', resolve))
    const { port } = taken.address() as AddressInfo
    await expect(client.room.switchOn(wanted({ port }))).rejects.toEqual(refusal('room-port-taken'))
    taken.close()
    await expect(client.room.switchOn(wanted({ sessionId: 999 }))).rejects.toEqual(refusal('not-found'))
    expect((await client.room.status()).open).toBeNull()
    await room.switchOn()
  })

  test('takes a free port where the usual one is taken', async () => {
    const { client } = room.app
    await client.room.switchOff()
    const taken = createServer()
    const isHeld = Promise.race([once(taken, 'listening'), once(taken, 'error')])
    taken.listen(usualRoomPort, '127.0.0.1')
    await isHeld.catch(() => null)
    const { open } = await client.room.switchOn(wanted())
    taken.close()
    expect(open?.port).not.toBe(usualRoomPort)
    expect((await rawRequest({ host: { origin: open?.link ?? '' }, path: '/' })).status).toBe(200)
    await client.room.switchOff()
    await room.switchOn()
  })

  test('offers this machine’s own addresses, the loopback last', async () => {
    const interfaces = await room.app.client.room.listInterfaces()
    expect(interfaces.at(-1)).toMatchObject({ address: '127.0.0.1', isLoopback: true })
    expect((await room.app.client.room.status()).isAvailable).toBe(true)
  })
})

test('nothing above was an unforeseen error', () => {
  expect(room.errors).toEqual([])
})

function canConnect(address: string, port: number): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  const socket = connect({ host: address, port, timeout: 2000 }, () => finish(true))
  const finish = (answer: boolean) => {
    socket.destroy()
    resolve(answer)
  }
  socket.on('error', () => finish(false))
  socket.on('timeout', () => finish(false))
  return promise
}
