import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { newActId } from '../../helpers/ballot-acts.ts'
import { deliver } from '../../helpers/deliver.ts'
import { openTestRoom, type TestRoom } from '../../helpers/open-room.ts'
import { deviceAddress, type TestDevice } from '../../helpers/room-device.ts'

// Connections of people who do not belong, over real sockets: whoever belongs comes in, and goes on.

const members = 15

let room: TestRoom
let sockets: Socket[]

beforeEach(async () => {
  room = await openTestRoom({ members })
  sockets = []
})
afterEach(() => {
  for (const socket of sockets) socket.destroy()
  room[Symbol.dispose]()
})

/** A connection of a stranger, which says nothing by itself. */
async function stranger(address: string | undefined): Promise<Socket> {
  const { hostname, port } = new URL(room.link())
  const socket = connect({
    host: hostname,
    port: Number(port),
    ...(address !== undefined && { localAddress: address }),
  })
  socket.on('error', () => {})
  sockets.push(socket)
  await Promise.race([once(socket, 'connect'), once(socket, 'close')])
  return socket
}

const closed = (socket: Socket) => (socket.closed ? Promise.resolve() : once(socket, 'close'))
const isOpen = (socket: Socket) => !socket.destroyed && socket.readyState === 'open'

const saveOne = ({ client }: Pick<TestDevice, 'client'>, criterionIndex: number) =>
  deliver(() =>
    client.choose({
      agendaItemId: room.itemIds[0] as number,
      round: 1,
      actId: newActId(),
      criterionIndex,
      option: 1,
      seen: null,
    }),
  )

test('three hundred silent connections keep no newcomer out, and no device from saving', async () => {
  const devices = await Promise.all(Array.from({ length: members - 1 }, (_, place) => room.enter(place)))
  for (const device of devices) await (await device.client.changes()).next()
  // Twenty of one address is what a browser may have.
  await Promise.all(Array.from({ length: 300 }, (_, number) => stranger(deviceAddress(100 + Math.floor(number / 20)))))
  const newcomer = await room.enter(members - 1)
  const saved = await Promise.all([...devices, newcomer].map((device) => saveOne(device, 0)))
  expect(saved.map(({ revision }) => revision)).toEqual(Array.from({ length: members }, () => 1))
  // The streams of those inside were left alone.
  const { members: seats } = await room.app.client.room.status()
  expect(seats.filter(({ connected }) => connected === 1)).toHaveLength(members - 1)
})

test('one address holds a browser’s worth of them', async () => {
  const all: Socket[] = []
  for (let number = 0; number < 100; number += 1) all.push(await stranger(deviceAddress(100)))
  await Promise.all(all.slice(0, 76).map(closed))
  expect(all.slice(76).filter(isOpen)).toHaveLength(24)
})

test('who says nothing is cut, and so is a request that drips in', async () => {
  const silent = await stranger(deviceAddress(100))
  const slow = await stranger(deviceAddress(101))
  const { host, origin } = new URL(room.link())
  slow.write(`POST /rpc/seats HTTP/1.1\r\nHost: ${host}\r\nOrigin: ${origin}\r\nContent-Type: application/json\r\n`)
  slow.write('Content-Length: 100\r\n\r\n{')
  const polite = await stranger(deviceAddress(102))
  polite.write(`HEAD / HTTP/1.1\r\nHost: ${host}\r\n\r\n`)
  await once(polite, 'data')
  await Promise.all([closed(silent), closed(slow)])
  expect(isOpen(polite)).toBe(true)
})
