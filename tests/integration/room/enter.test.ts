import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { RefusalReason } from '../../../shared/api/refusal.ts'
import { openTestRoom, type TestRoom } from '../../helpers/open-room.ts'
import { deviceAddress } from '../../helpers/room-device.ts'

// Who gets in: a seat with its six figures, guesses made to wait, and no longer than the room is on.

let room: TestRoom

beforeEach(async () => {
  room = await openTestRoom()
})
afterEach(() => room[Symbol.dispose]())

const refusal = (reason: RefusalReason, detail: Record<string, unknown> = {}) =>
  expect.objectContaining({ code: 'REFUSED', data: { reason, detail } })

const first = () => room.memberIds[0] as number
const wrong = (code: string) => (code === '000000' ? '000001' : '000000')
const statusOf = async (memberId: number) =>
  (await room.app.client.room.status()).members.find((member) => member.memberId === memberId)

describe('a code', () => {
  test('is six figures, one for each member', async () => {
    const codes = await room.app.client.room.showCodes()
    expect(codes.map(({ memberId }) => memberId)).toEqual(room.memberIds)
    for (const { code } of codes) expect(code).toMatch(/^\d{6}$/)
  })

  test('stands in the file as a slow hash only', async () => {
    const code = await room.codeOf(first())
    const rows = room.app.file().prepare('SELECT * FROM room_codes').all()
    expect(rows).toHaveLength(3)
    expect(JSON.stringify(rows)).not.toContain(`"${code}"`)
    expect(JSON.stringify(await room.app.client.audit.list({ limit: 50 }))).not.toContain(code)
  })

  test('lets the member in, and the seats before it say no names', async () => {
    const seats = await room.device().client.seats()
    expect(seats).toEqual([
      { seatId: room.memberIds[0], seat: 1, role: 'chair' },
      { seatId: room.memberIds[1], seat: 2, role: 'secretary' },
      { seatId: room.memberIds[2], seat: 3, role: 'member' },
    ])
    const { state, client } = await room.enter(2)
    expect(state).toMatchObject({ seat: 3, role: 'member', memberName: 'Thành viên TV3' })
    expect(state.products.map(({ code }) => code)).toEqual(['SP1', 'SP2'])
    expect(await client.me()).toEqual(state)
    expect(await statusOf(room.memberIds[2] as number)).toMatchObject({ devices: 1, wrongTries: [] })
  })

  test('of another member does not', async () => {
    const [, second] = room.memberIds as [number, number, number]
    const code = await room.codeOf(second)
    await expect(room.device().client.enter({ seatId: first(), code })).rejects.toEqual(
      refusal('code-wrong', { seconds: 0 }),
    )
  })

  test('that is right starts the counting of tries anew', async () => {
    const code = await room.codeOf(first())
    const { client } = room.device()
    await expect(client.enter({ seatId: first(), code: wrong(code) })).rejects.toEqual(
      refusal('code-wrong', { seconds: 0 }),
    )
    expect((await statusOf(first()))?.wrongTries).toEqual([{ address: '127.0.0.1', count: 1 }])
    await client.enter({ seatId: first(), code })
    expect((await statusOf(first()))?.wrongTries).toEqual([])
  })
})

describe('wrong codes', () => {
  const stranger = () => room.device({ from: deviceAddress(200) ?? '' })
  const later = (seconds: number): void => {
    room.app.clock.at = new Date(room.app.clock.at.getTime() + seconds * 1000)
  }

  test('make their address wait, longer each time, also for the right code', async () => {
    const code = await room.codeOf(first())
    const { client } = stranger()
    const guess = () => client.enter({ seatId: first(), code: wrong(code) })
    for (const seconds of [0, 0, 5]) await expect(guess()).rejects.toEqual(refusal('code-wrong', { seconds }))
    await expect(client.enter({ seatId: first(), code })).rejects.toEqual(refusal('code-wait', { seconds: 5 }))
    later(5)
    await expect(guess()).rejects.toEqual(refusal('code-wrong', { seconds: 10 }))
    later(10)
    expect((await client.enter({ seatId: first(), code })).seat).toBe(1)
  })

  test('keep the member at another address out for no moment, and the secretary sees whose they are', async () => {
    const code = await room.codeOf(first())
    const { client } = stranger()
    const guesses = Array.from({ length: 15 }, () => client.enter({ seatId: first(), code: wrong(code) }))
    expect((await Promise.allSettled(guesses)).every(({ status }) => status === 'rejected')).toBe(true)
    expect((await room.enter()).state.seat).toBe(1)
    const address = deviceAddress(200) ?? '127.0.0.1'
    expect(await statusOf(first())).toMatchObject({ devices: 1, wrongTries: [{ address, count: 3 }] })
    const events = await room.app.client.audit.list({ limit: 50, subject: `member:${first()}` })
    const wrongs = events.filter(({ command }) => command === 'room.wrongCode')
    expect(wrongs).toHaveLength(3)
    for (const { detail } of wrongs) expect(detail).toMatchObject({ address })
    // The log of faults keeps no address: refusals never come to it.
    expect(room.errors).toEqual([])
  })

  test('cost another seat nothing', async () => {
    const code = await room.codeOf(first())
    const { client } = room.device()
    for (let tries = 0; tries < 3; tries += 1) {
      await expect(client.enter({ seatId: first(), code: wrong(code) })).rejects.toThrow()
    }
    expect((await room.enter(1)).state.seat).toBe(2)
  })

  test('are forgotten with the code that they were meant for', async () => {
    const code = await room.codeOf(first())
    const { client } = stranger()
    for (let tries = 0; tries < 3; tries += 1) {
      await expect(client.enter({ seatId: first(), code: wrong(code) })).rejects.toThrow()
    }
    const { code: fresh } = await room.app.client.room.resetCode({ memberId: first() })
    expect((await statusOf(first()))?.wrongTries).toEqual([])
    const [old] = await Promise.allSettled([client.enter({ seatId: first(), code })])
    // One in a million resets draws the same figures again.
    expect(old?.status === 'rejected' || fresh === code).toBe(true)
    expect((await client.enter({ seatId: first(), code: fresh })).seat).toBe(1)
  })
})

describe('a device', () => {
  test('that never entered learns the seats only', async () => {
    const { client } = room.device()
    const [agendaItemId] = room.itemIds as [number]
    const act = { agendaItemId, actId: 'a'.repeat(32), round: 1 }
    for (const attempt of [
      () => client.me(),
      () => client.leave(),
      () => client.form({ agendaItemId }),
      () => client.ballot({ agendaItemId }),
      () => client.choose({ ...act, criterionIndex: 0, option: 1, seen: null }),
      () => client.confirm({ ...act, seen: [] }),
      () => client.changes(),
    ]) {
      await expect(attempt()).rejects.toEqual(refusal('device-unknown'))
    }
  })

  test('keeps its right in a cookie out of reach of scripts and other sites', async () => {
    const { cookie } = await room.enter()
    expect(cookie()).toMatch(/^ocop_room=[\w-]{43}$/)
    const rows = JSON.stringify(room.app.file().prepare('SELECT * FROM room_devices').all())
    expect(rows).not.toContain(cookie()?.split('=')[1])
  })

  test('leaves, and is unknown from then on', async () => {
    const { client, cookie } = await room.enter()
    const kept = cookie()
    await client.leave()
    expect(cookie()).toBeNull()
    await expect(room.device({ cookie: kept }).client.me()).rejects.toEqual(refusal('device-unknown'))
  })

  test('is turned away when its code is reset', async () => {
    const { client, memberId } = await room.enter()
    const other = await room.enter(1)
    await room.app.client.room.resetCode({ memberId })
    await expect(client.me()).rejects.toEqual(refusal('device-unknown'))
    expect((await other.client.me()).seat).toBe(2)
  })

  test('of one member pushes out the oldest of more than four', async () => {
    const devices = []
    for (let number = 0; number < 5; number += 1) {
      devices.push(await room.enter())
      room.app.clock.at = new Date(room.app.clock.at.getTime() + 1000)
    }
    const [oldest, ...rest] = devices
    await expect(oldest?.client.me()).rejects.toEqual(refusal('device-unknown'))
    for (const { client } of rest) expect((await client.me()).seat).toBe(1)
  })
})
