import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { LiveChange } from '../../../shared/api/live.ts'
import { actsOf, newActId } from '../../helpers/ballot-acts.ts'
import { freePort } from '../../helpers/free-port.ts'
import { fillOnDevice } from '../../helpers/room-device.ts'
import { openTestRoom, type TestRoom } from '../../helpers/open-room.ts'
import { castFullBallot } from '../../helpers/test-app.ts'

// What goes on is seen at once on both sides, and the end of the room ends it for every device.

let room: TestRoom
let item: number

beforeEach(async () => {
  room = await openTestRoom()
  item = room.itemIds[0] as number
})
afterEach(() => room[Symbol.dispose]())

const statusOf = async (memberId: number) =>
  (await room.app.client.room.status()).members.find((member) => member.memberId === memberId)
const choose = (agendaItemId: number) => ({
  agendaItemId,
  round: 1,
  actId: newActId(),
  criterionIndex: 0,
  option: 1,
  seen: null,
})

describe('the secretary’s stream', () => {
  test('tells of each choice and submission on a device, by product and member', async () => {
    const device = await room.enter()
    const changes = await room.app.client.live.changes()
    const first = changes.next()
    await device.client.choose(choose(item))
    const expected = { sessionId: room.sessionId, agendaItemId: item, memberId: device.memberId }
    expect((await first).value).toEqual({ ...expected, topics: ['ballots', 'results'] })
    const [row] = await room.app.client.ballots.board({ sessionId: room.sessionId })
    expect(row?.cells[0]).toMatchObject({ state: 'draft', answered: 1 })
    await fillOnDevice(device.client, { agendaItemId: item })
    const seen: LiveChange[] = []
    for (let number = 0; number < 32; number += 1) seen.push((await changes.next()).value as LiveChange)
    expect(seen.every(({ memberId }) => memberId === device.memberId)).toBe(true)
    await changes.return?.()
  })

  test('tells who entered, who tries in vain and who listens', async () => {
    const changes = await room.app.client.live.changes()
    /** After the next news of the room. */
    const told = async () => {
      for (;;) {
        const news = await changes.next()
        if (news.done === true || news.value.topics.includes('room')) return
      }
    }
    let next = told()
    const device = await room.enter()
    await next
    expect(await statusOf(device.memberId)).toMatchObject({ devices: 1, connected: 0 })
    next = told()
    const own = await device.client.changes()
    await own.next()
    await next
    expect(await statusOf(device.memberId)).toMatchObject({ connected: 1 })
    next = told()
    device[Symbol.dispose]()
    await next
    expect(await statusOf(device.memberId)).toMatchObject({ devices: 1, connected: 0 })
    next = told()
    const code = (await room.codeOf(device.memberId)) === '000000' ? '000001' : '000000'
    await expect(room.device().client.enter({ seatId: device.memberId, code })).rejects.toThrow()
    await next
    expect(await statusOf(device.memberId)).toMatchObject({ wrongTries: [{ count: 1 }] })
    await changes.return?.()
  })
})

describe('a device’s stream', () => {
  test('begins at once and tells of the member’s own ballots only', async () => {
    const device = await room.enter()
    const changes = await device.client.changes()
    expect((await changes.next()).value).toEqual({ agendaItemId: null })
    await castFullBallot(room.app.client, { agendaItemId: item, memberId: room.memberIds[1] as number })
    await actsOf(room.app.client).choose({
      agendaItemId: item,
      memberId: device.memberId,
      criterionIndex: 0,
      option: 1,
    })
    // Thirty-three changes of another member came before, and none is told.
    expect((await changes.next()).value).toEqual({ agendaItemId: item })
  })

  test('tells of a recusal and a reopened ballot', async () => {
    const device = await room.enter()
    await fillOnDevice(device.client, { agendaItemId: item })
    const changes = await device.client.changes()
    await changes.next()
    const { memberId } = device
    await actsOf(room.app.client).reopen({ agendaItemId: item, memberId, reason: 'Sửa' })
    expect((await changes.next()).value).toEqual({ agendaItemId: item })
    const [, other] = room.itemIds as [number, number]
    await room.app.client.sessions.setExclusion({
      agendaItemId: other,
      memberId,
      kind: 'recused',
      reason: 'Người thân',
    })
    expect((await changes.next()).value).toEqual({ agendaItemId: null })
    expect((await device.client.me()).products.map(({ agendaItemId }) => agendaItemId)).toEqual([item])
  })

  test('ends when the code is reset', async () => {
    const device = await room.enter()
    const changes = await device.client.changes()
    await changes.next()
    await room.app.client.room.resetCode({ memberId: device.memberId })
    expect((await changes.next()).done).toBe(true)
  })
})

describe('the room ends', () => {
  const entered = async () => ({ ...(await room.enter()), link: room.link() })
  const endBy = async (device: Pick<Awaited<ReturnType<typeof entered>>, 'client' | 'link'>, end: () => unknown) => {
    const changes = await device.client.changes()
    await changes.next()
    const cut = changes.next()
    await end()
    const ends = Promise.allSettled([cut, device.client.me(), room.device({ link: device.link }).client.seats()])
    let settled: Awaited<typeof ends> | undefined
    void ends.then((all) => (settled = all))
    // A room that stays leaves the stream open for ever.
    const [stream, known, stranger] = await vi.waitUntil(() => settled, { timeout: 15_000 })
    return {
      told: stream.status === 'rejected' && stream.reason,
      isOver: known.status === 'rejected' && isNobodyThere(stranger),
    }
  }
  const isNobodyThere = (call: PromiseSettledResult<unknown>) =>
    call.status === 'rejected' && String(call.reason).includes('ECONNREFUSED')
  /** The stream says why it ends, and nothing answers any more. */
  const over = (detail: object = {}) => ({ isOver: true, told: { data: { reason: 'room-off', detail } } })
  const castAll = async () => {
    for (const agendaItemId of room.itemIds) {
      for (const memberId of room.memberIds) await castFullBallot(room.app.client, { agendaItemId, memberId })
    }
  }
  const leftInFile = () => room.app.file().prepare('SELECT count(*) AS n FROM room_devices').get()

  test('when it is switched off, and its devices have to enter anew', async () => {
    const device = await entered()
    expect(await endBy(device, () => room.app.client.room.switchOff())).toMatchObject(over())
    expect(await room.app.client.room.status()).toMatchObject({ open: null, members: [], clerks: [] })
    expect(leftInFile()).toEqual({ n: 0 })
    await room.switchOn()
    // Who is still connected to the room that ended hears of its end for a second.
    const answer = () => device.client.me().catch((error: unknown) => error)
    await vi.waitFor(async () => expect(await answer()).toMatchObject({ data: { reason: 'device-unknown' } }), 5000)
  })

  test('for who is still connected to it also where another one is on by then, somewhere else', async () => {
    const device = await entered()
    const changes = await device.client.changes()
    await changes.next()
    const end = changes.next()
    const { sessionId } = room
    await room.app.client.room.switchOff()
    await expect(end).rejects.toMatchObject({ data: { reason: 'room-off' } })
    await room.app.client.room.switchOn({ sessionId, address: '127.0.0.1', port: await freePort() })
    await expect(device.client.me()).rejects.toMatchObject({ data: { reason: 'room-off' } })
  })

  test('when its session is closed', async () => {
    const device = await entered()
    await castAll()
    const close = () => room.app.client.sessions.close({ sessionId: room.sessionId })
    expect(await endBy(device, close)).toMatchObject(over({ session: 'locked' }))
    expect(leftInFile()).toEqual({ n: 0 })
    await expect(
      room.app.client.room.switchOn({ sessionId: room.sessionId, address: '127.0.0.1' }),
    ).rejects.toMatchObject({ data: { reason: 'session-locked' } })
  })

  test('when the file is closed', async () => {
    expect(await endBy(await entered(), () => room.app.client.workspace.close())).toMatchObject(over())
  })

  test('when the application quits', async () => {
    expect(await endBy(await entered(), () => room.app[Symbol.dispose]())).toMatchObject(over())
  })

  test('for a clerk too, who is told whether the session was locked', async () => {
    const laptop = await room.enterClerk('Thư ký giúp việc 1')
    await castAll()
    const changes = await laptop.clerk.live.changes()
    const end = changes.next()
    await room.app.client.sessions.close({ sessionId: room.sessionId })
    const heard = async (): Promise<unknown> => {
      for (let next = end; ; next = changes.next()) if ((await next).done === true) return 'no word of why'
    }
    await expect(heard()).rejects.toMatchObject({ data: { reason: 'room-off', detail: { session: 'locked' } } })
  })

  test('and not when another session is removed', async () => {
    const device = await entered()
    const { sessions } = room.app.client
    const { year, round, heldOn, place, referralThreshold, regulation } = await sessions.get(room)
    const fields = { year, round: round + 1, heldOn, place, referralThreshold, regulation }
    const { id } = await sessions.create({ councilId: room.councilId, ruleSetId: 'qd-26-2026', fields })
    await sessions.remove({ sessionId: id })
    expect((await device.client.me()).seat).toBe(1)
  })
})
