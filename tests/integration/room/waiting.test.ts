import { afterEach, beforeEach, expect, test } from 'vitest'
import { newActId } from '../../helpers/ballot-acts.ts'
import { openTestRoom, type TestRoom } from '../../helpers/open-room.ts'

// What waits on a phone, as the secretary sees it before the room ends.

let room: TestRoom
let says = ''

beforeEach(async () => {
  room = await openTestRoom()
  says = ''
})
afterEach(() => room[Symbol.dispose]())

const waiting = async () => (await room.app.client.room.status()).members.map((member) => member.waiting)
const enter = () => room.enter(0, { waiting: () => says })
const itemId = (index: number) => room.itemIds[index] as number
const choice = (criterionIndex: number) => ({
  agendaItemId: itemId(0),
  round: 1,
  actId: newActId(),
  criterionIndex,
  option: 0,
  seen: null,
})

test('is said with each call, and stands with the product until the phone says otherwise', async () => {
  const phone = await enter()
  expect(await waiting()).toEqual([[], [], []])
  says = `${itemId(1)}:1,${itemId(0)}:3`
  await phone.client.me()
  const line = { agendaItemId: itemId(0), code: 'SP1', count: 3 }
  expect((await waiting())[0]).toEqual([line, { agendaItemId: itemId(1), code: 'SP2', count: 1 }])
  // The act that is answered waits no more.
  says = `${itemId(0)}:3`
  await phone.client.choose(choice(0))
  expect(await waiting()).toEqual([[{ ...line, count: 2 }], [], []])
  // Not so one that was refused.
  says = `${itemId(0)}:2`
  await expect(phone.client.choose({ ...choice(1), option: 50 })).rejects.toThrow()
  expect(await waiting()).toEqual([[{ ...line, count: 2 }], [], []])
  says = ''
  await phone.client.me()
  expect(await waiting()).toEqual([[], [], []])
})

test('goes with the device, and nobody else says it in its name', async () => {
  const phone = await enter()
  says = `${itemId(0)}:2`
  await phone.client.me()
  const thief = room.device({ cookie: phone.cookie(), waiting: () => `${itemId(0)}:9` })
  await expect(thief.client.me()).rejects.toThrow()
  expect((await waiting())[0]).toMatchObject([{ count: 2 }])
  await phone.client.leave()
  expect(await waiting()).toEqual([[], [], []])
})

test('one key on a phone that keeps up is no news to the secretary', async () => {
  const phone = await enter()
  const heard: string[][] = []
  const stop = new AbortController()
  const listening = (async () => {
    for await (const change of room.app.context.live.subscribe(stop.signal)) heard.push([...change.topics])
  })().catch(() => {})
  says = `${itemId(0)}:1`
  await phone.client.choose(choice(0))
  stop.abort()
  await listening
  expect(heard.length).toBeGreaterThan(0)
  expect(heard.flat()).not.toContain('room')
})
