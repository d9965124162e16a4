import { afterEach, describe, expect, test } from 'vitest'
import type { MemberSight } from '../../../shared/domain/scoring/types.ts'
import { usualRegulation } from '../../../shared/domain/scoring/usual-regulation.ts'
import { actsOf } from '../../helpers/ballot-acts.ts'
import { openTestRoom, type TestRoom } from '../../helpers/open-room.ts'
import { castFullBallot } from '../../helpers/test-app.ts'

// What a device is told of results, under each setting of the regulations: what is hidden never leaves the application.

let room: TestRoom
let item: number
let other: number

async function open(memberSight: MemberSight) {
  room = await openTestRoom({ rules: { ...usualRegulation, memberSight } })
  ;[item, other] = room.itemIds as [number, number]
}
afterEach(() => room[Symbol.dispose]())

/** Each member's ballot of one product, one criterion fewer with every member: the mean is nobody's total. */
async function castAll(agendaItemId: number) {
  for (const [place, memberId] of room.memberIds.entries()) {
    const zeros = Array.from({ length: place }, (_none, index) => index)
    await castFullBallot(room.app.client, { agendaItemId, memberId, zeros })
  }
}
const reveal = (agendaItemId: number, isRevealed = true) =>
  room.app.client.results.reveal({ agendaItemId, isRevealed, accepted: ['ballots-missing', 'needs-discussion'] })
async function resultOf(agendaItemId: number) {
  const { items } = await room.app.client.results.session({ sessionId: room.sessionId })
  const found = items.find(({ id }) => id === agendaItemId)
  if (found === undefined) throw new Error('no such item')
  return found.result
}
/** What the room's screen prints once the product is opened there. */
async function shownMean() {
  await room.app.client.sessions.setCurrentItem({ sessionId: room.sessionId, agendaItemId: item })
  const { current } = await room.app.client.results.projector({ sessionId: room.sessionId })
  return current?.result ?? null
}

type Device = Awaited<ReturnType<TestRoom['enter']>>
/** All that the application answers a device about what it shows, as text. */
const everyAnswer = async ({ client, state }: Device) =>
  JSON.stringify([
    state,
    await client.me(),
    await client.seats(),
    await client.ballot({ agendaItemId: item }),
    await client.ballot({ agendaItemId: other }),
  ])
const productsOf = async ({ client }: Device) => (await client.me()).products

describe.each(['own-ballot', 'own-total'] as const)('where members see %s', (memberSight) => {
  test('no answer carries a result, before the chair reveals it or after', async () => {
    await open(memberSight)
    await castAll(item)
    const before = await everyAnswer(await room.enter(0))
    await reveal(item)
    const device = await room.enter(1)
    const after = await everyAnswer(device)
    const shown = await shownMean()
    expect(shown?.mean).toMatch(/^\d\d,\d\d$/)
    for (const answer of [before, after]) {
      expect(answer).toContain(`"memberSight":"${memberSight}"`)
      expect(answer).not.toContain(shown?.mean)
      expect(answer).not.toMatch(/"mean"|"star"|"sum"/)
    }
    expect((await productsOf(device)).map(({ result }) => result)).toEqual([null, null])
  })

  test('nothing tells a device that another’s ballot changed, revealed or not', async () => {
    await open(memberSight)
    await castAll(item)
    await reveal(item)
    const news = await follow(await room.enter(0))
    await reopen(1)
    await chooseOwn(0)
    // The first that it hears of is its own.
    expect(await news()).toEqual({ agendaItemId: other })
  })
})

describe('where members see revealed results', () => {
  test('a device has the mean and star of a revealed product, as the room sees them, and nothing before', async () => {
    await open('revealed-result')
    await castAll(item)
    await castAll(other)
    const device = await room.enter(0)
    expect(await everyAnswer(device)).not.toMatch(/"mean"|"star"|"sum"/)
    await reveal(item)
    const shown = await shownMean()
    const [first, second] = await productsOf(device)
    expect(first?.result).toEqual({ mean: shown?.mean, star: shown?.star, isProvisional: false })
    expect(second?.result).toBeNull()
    // The ballot itself says no more than before.
    expect(JSON.stringify(await device.client.ballot({ agendaItemId: item }))).not.toMatch(/"mean"|"star"/)
  })

  test('it carries no sum of points and no count of ballots, from which single ballots could be worked out', async () => {
    await open('revealed-result')
    await castAll(item)
    await reveal(item)
    const [product] = await productsOf(await room.enter(0))
    expect(Object.keys(product?.result ?? {}).toSorted()).toEqual(['isProvisional', 'mean', 'star'])
    expect(JSON.stringify(product)).not.toContain(String((await resultOf(item)).mean.sum))
  })

  test('the result goes when the chair hides it, and when the product is scored again', async () => {
    await open('revealed-result')
    await castAll(item)
    const device = await room.enter(0)
    await reveal(item)
    await reveal(item, false)
    expect((await productsOf(device))[0]?.result).toBeNull()
    await reveal(item)
    await room.app.client.results.openRound({ agendaItemId: item, reason: 'Chênh lệch lớn' })
    expect((await productsOf(device))[0]).toMatchObject({ result: null, ballot: { round: 2 } })
  })

  test('a member recused from the product has neither it nor its result', async () => {
    await open('revealed-result')
    await castAll(item)
    const memberId = room.memberIds[2] as number
    await room.app.client.sessions.setExclusion({
      agendaItemId: other,
      memberId,
      kind: 'recused',
      reason: 'Có liên quan',
    })
    await castFullBallot(room.app.client, { agendaItemId: other, memberId: room.memberIds[0] as number })
    await reveal(other)
    const answer = JSON.stringify(await (await room.enter(2)).client.me())
    expect(answer).not.toContain('"mean"')
    expect(answer).not.toContain('SP2')
    expect((await productsOf(await room.enter(1)))[1]?.result).toMatchObject({ mean: '100,00' })
  })

  test('every device hears of the reveal, and of what moves the mean afterwards', async () => {
    await open('revealed-result')
    await castAll(item)
    const device = await room.enter(0)
    const news = await follow(device)
    await reopen(1)
    await reveal(item)
    expect(await news()).toEqual({ agendaItemId: null })
    const before = (await productsOf(device))[0]?.result
    await actsOf(room.app.client).confirm({ agendaItemId: item, memberId: room.memberIds[1] as number })
    expect(await news()).toEqual({ agendaItemId: null })
    expect((await productsOf(device))[0]?.result).not.toEqual(before)
  })

  test('it is so from the moment the session’s regulations say so, and not longer', async () => {
    await open('own-total')
    await castAll(item)
    await reveal(item)
    const device = await room.enter(0)
    const news = await follow(device)
    await setSight('revealed-result')
    expect(await news()).toEqual({ agendaItemId: null })
    expect((await device.client.me()).memberSight).toBe('revealed-result')
    expect((await productsOf(device))[0]?.result).not.toBeNull()
    await setSight('own-ballot')
    expect((await productsOf(device))[0]?.result).toBeNull()
    const [event] = await room.app.client.audit.list({ limit: 1 })
    expect(event?.detail).toMatchObject({
      from: { regulation: { memberSight: 'revealed-result' } },
      to: { regulation: { memberSight: 'own-ballot' } },
    })
  })
})

async function setSight(memberSight: MemberSight) {
  const { sessionId } = room
  const session = await room.app.client.sessions.get({ sessionId })
  const { year, round, heldOn, place, referralThreshold } = session
  const fields = { year, round, heldOn, place, referralThreshold, regulation: { ...session.regulation, memberSight } }
  await room.app.client.sessions.update({ sessionId, fields })
}

const reopen = (place: number) =>
  actsOf(room.app.client).reopen({ agendaItemId: item, memberId: room.memberIds[place] as number, reason: 'Nhầm' })

const chooseOwn = (place: number) =>
  actsOf(room.app.client).choose({
    agendaItemId: other,
    memberId: room.memberIds[place] as number,
    criterionIndex: 0,
    option: 1,
  })

/** The device's news one by one, without the first that only says "ask". */
async function follow({ client }: Device) {
  const changes = await client.changes()
  await changes.next()
  return async () => (await changes.next()).value
}
