import type { AppClient } from '../../../shared/api/contract.ts'
import { newActId } from '../../helpers/ballot-acts.ts'
import { freePort } from '../../helpers/free-port.ts'
import { createDevice, deviceAddress, type TestDevice } from '../../helpers/room-device.ts'
import { command, type Act, type Stage } from '../act.ts'
import { firstBallot, sessionOf } from './prepare.ts'

/** A meeting room: codes, devices, a clerk, strangers, and choices of all members at the same time. */
export async function* holdRoom(stage: Stage): AsyncGenerator<Act, void> {
  const { client } = stage
  const { id: sessionId } = await sessionOf(client)
  const room = { sessionId, address: '127.0.0.1', port: await freePort() }
  const link = `http://127.0.0.1:${room.port}`
  const on = command('room.switchOn', () => client.room.switchOn(room))
  yield on
  // A kill left it noted, and the room off.
  if ((await client.room.status()).open === null) yield on
  stage.resume = async () => {
    if ((await client.room.status()).open !== null) return []
    await client.room.switchOn(room)
    return ['room.switchOn']
  }
  const devices: TestDevice[] = []
  try {
    yield* admit({ client, link, devices })
    for (let turn = 0; turn < 4; turn += 1) yield await chooseTogether({ client, devices, turn })
    yield* keyOnLaptop({ client, link, devices })
    yield* shutOut({ client, link, devices })
    stage.resume = async () => []
    yield command('room.switchOff', () => client.room.switchOff())
  } finally {
    for (const device of devices) device[Symbol.dispose]()
  }
}

type Room = { readonly client: AppClient; readonly link: string; readonly devices: TestDevice[] }

async function* admit({ client, link, devices }: Room): AsyncGenerator<Act, void> {
  const { members } = await client.room.status()
  for (const [place, { memberId }] of members.entries()) {
    const fresh = freshCode(client, { memberId })
    yield* fresh.acts()
    const from = deviceAddress(place + 1)
    const device = createDevice({ link, ...(from !== undefined && { from }) })
    devices.push(device)
    if (place === 0) {
      const wrong = fresh.code() === '000000' ? '000001' : '000000'
      yield command('room.wrongCode', async () => {
        await device.client.enter({ seatId: memberId, code: wrong }).catch((error: unknown) => {
          if (!String(error).includes('code-wrong') && (error as { code?: unknown }).code !== 'REFUSED') throw error
        })
      })
    }
    yield* enter(device, () => device.client.enter({ seatId: memberId, code: fresh.code() }))
  }
}

/** A new code for one seat. After a kill it is made once more: what was not said is known by its hash alone. */
function freshCode(client: AppClient, seat: { readonly memberId: number } | { readonly clerkId: number }) {
  let code = ''
  const reset = command('room.resetCode', async () => {
    code = (await client.room.resetCode(seat)).code
  })
  return {
    code: () => code,
    acts: async function* (): AsyncGenerator<Act, void> {
      yield reset
      if (code === '') yield reset
    },
  }
}

/** A device that did not hear that it is in enters once more. */
async function* enter(device: TestDevice, send: () => Promise<unknown>): AsyncGenerator<Act, void> {
  const act = command('room.enter', send)
  yield act
  if (device.cookie() === null) yield act
}

/** Choices that are under way at the same time. */
const atOnce = 5

/** Some choices of each member's phone, all under way at the same time: they share the disk's next write. */
async function chooseTogether({ client, devices, turn }: Omit<Room, 'link'> & { readonly turn: number }): Promise<Act> {
  const agendaItemId = (await sessionOf(client)).agenda[0]?.id ?? 0
  const option = turn % 2
  const choices = await Promise.all(
    devices.map(async (device) => {
      const { choices: seen } = await device.client.ballot({ agendaItemId })
      return Array.from({ length: atOnce }, (_, criterionIndex) => {
        const act = { agendaItemId, round: 1, actId: newActId(), criterionIndex, option }
        return () => device.client.choose({ ...act, seen: seen[criterionIndex] ?? null })
      })
    }),
  )
  const holds = async () => {
    const ballots = await client.ballots.ofItem({ agendaItemId })
    return ballots.every(({ choices: kept }) => kept.slice(0, atOnce).every((each) => each === option))
  }
  const sends = choices.flat()
  const phase = `choices of all phones at once, ${turn + 1}`
  return { phase, sends, tells: sends.map(() => 'ballots.choose'), isRepeatable: true, holds }
}

/** A clerk keys a choice on a laptop. */
async function* keyOnLaptop({ client, link, devices }: Room): AsyncGenerator<Act, void> {
  yield command('room.addClerk', () => client.room.addClerk({ name: 'Thư ký giúp việc' }))
  const clerkId = (await client.room.status()).clerks[0]?.clerkId ?? 0
  const fresh = freshCode(client, { clerkId })
  yield* fresh.acts()
  const from = deviceAddress(200)
  const laptop = createDevice({ link, ...(from !== undefined && { from }) })
  devices.push(laptop)
  yield* enter(laptop, () => laptop.client.enterClerk({ clerkId, code: fresh.code() }))
  const { agendaItemId, memberId } = await firstBallot(client)
  const act = { agendaItemId, memberId, round: 1, actId: newActId(), criterionIndex: atOnce, option: 1, seen: null }
  const key = () => laptop.clerk.ballots.choose(act)
  yield { phase: 'choice of a laptop', sends: [key], tells: ['ballots.choose'], isRepeatable: true }
  yield command('room.shutClerk', () => client.room.shutClerk({ clerkId }))
}

async function* shutOut({ client, link, devices }: Room): AsyncGenerator<Act, void> {
  const [first, second] = devices
  const from = deviceAddress(99)
  const thief = createDevice({ link, cookie: first?.cookie() ?? null, ...(from !== undefined && { from }) })
  devices.push(thief)
  const use = command('room.newAddress', async () => {
    await thief.client.me().catch((error: unknown) => {
      if ((error as { code?: unknown }).code !== 'REFUSED') throw error
    })
  })
  const alerted = async () => (await client.room.status()).members.flatMap(({ alerts }) => alerts)[0]
  yield use
  // What a kill left written is not shown after it.
  if ((await alerted()) === undefined) yield use
  const { deviceId } = (await alerted()) ?? { deviceId: 0 }
  yield command('room.shutDevice', () => client.room.shutDevice({ deviceId }))
  yield command('room.leave', async () => second?.client.leave())
}
