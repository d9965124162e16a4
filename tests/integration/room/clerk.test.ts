import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ballotsContract } from '../../../shared/api/ballots.ts'
import { clerkContract } from '../../../shared/api/clerk.ts'
import type { AppClient } from '../../../shared/api/contract.ts'
import { contract } from '../../../shared/api/contract.ts'
import { inTime } from '../../helpers/in-time.ts'
import type { RefusalReason } from '../../../shared/api/refusal.ts'
import { usualRegulation } from '../../../shared/domain/scoring/usual-regulation.ts'
import { actsOf, newActId } from '../../helpers/ballot-acts.ts'
import { callRoll } from '../../helpers/call-roll.ts'
import { rawRequest } from '../../helpers/loopback.ts'
import { openTestRoom, type TestRoom } from '../../helpers/open-room.ts'
import { createDevice, deviceAddress } from '../../helpers/room-device.ts'
import { castFullBallot, type TestClient } from '../../helpers/test-app.ts'

// A clerk on a second laptop: lets in by a code, keys ballots of the room's session and reaches nothing else.

let room: TestRoom
let laptop: Awaited<ReturnType<TestRoom['enterClerk']>>
let item: number
let member: number

beforeEach(async () => {
  room = await openTestRoom()
  laptop = await room.enterClerk('Thư ký giúp việc 1')
  ;[item] = room.itemIds as [number, number]
  ;[member] = room.memberIds as [number, number, number]
})
afterEach(() => room[Symbol.dispose]())

const refusal = (reason: RefusalReason, detail: Record<string, unknown> = {}) =>
  expect.objectContaining({ code: 'REFUSED', data: { reason, detail: expect.objectContaining(detail) } })
const asTestClient = (client: AppClient) => client as unknown as TestClient
const statusOf = async (name = laptop.name) =>
  (await room.app.client.room.status()).clerks.find((clerk) => clerk.name === name)

const choice = () => ({
  agendaItemId: item,
  memberId: member,
  actId: newActId(),
  round: 1,
  criterionIndex: 0,
  option: 1,
  seen: null,
})

/** Full paths of every procedure of a contract. */
function pathsOf(tree: object, before: readonly string[] = []): readonly string[] {
  if ('~orpc' in tree) return [before.join('/')]
  return Object.entries(tree).flatMap(([key, below]) => pathsOf(below as object, [...before, key]))
}

const call = (path: string, changed: Readonly<Record<string, string>> = {}, body = '{}') => {
  const headers = {
    host: new URL(room.link()).host,
    origin: room.link(),
    cookie: laptop.cookie() ?? '',
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    ...laptop.sign({ path, body }),
    ...changed,
  }
  return rawRequest({ host: { origin: room.link() }, path, method: 'POST', headers, body })
}
const get = (path: string, cookie = laptop.cookie() ?? '') =>
  rawRequest({ host: { origin: room.link() }, path, headers: { host: new URL(room.link()).host, cookie } })

describe('a clerk’s code', () => {
  test('lets in without a name, and stands in the file as a slow hash only', async () => {
    const { clerkId, code } = await room.addClerk('Thư ký giúp việc 2')
    expect(code).toMatch(/^\d{6}$/)
    expect(await room.device().client.clerks()).toEqual([
      { clerkId: laptop.clerkId, number: 1 },
      { clerkId, number: 2 },
    ])
    const rows = room.app.file().prepare('SELECT * FROM room_codes').all()
    expect(rows).toHaveLength(5)
    expect(JSON.stringify(rows)).not.toContain(`"${code}"`)
    expect(JSON.stringify(await room.app.client.audit.list({ limit: 50 }))).not.toContain(code)
  })

  test('makes whoever guesses wait, however many tries come at once, and nobody else', async () => {
    const { clerkId, code } = await room.addClerk('Thư ký giúp việc 2')
    const wrong = code === '000000' ? '000001' : '000000'
    const tries = await Promise.allSettled(
      Array.from({ length: 15 }, () => room.device().client.enterClerk({ clerkId, code: wrong })),
    )
    expect(tries.every(({ status }) => status === 'rejected')).toBe(true)
    await expect(room.device().client.enterClerk({ clerkId, code })).rejects.toEqual(refusal('code-wait'))
    expect(await statusOf('Thư ký giúp việc 2')).toMatchObject({ wrongTries: [{ address: '127.0.0.1', count: 3 }] })
    const events = await room.app.client.audit.list({ limit: 50 })
    expect(events.filter(({ command }) => command === 'room.wrongCode')).toHaveLength(3)
    await room.device({ from: deviceAddress(9) ?? '' }).client.enterClerk({ clerkId, code })
    expect((await room.enter()).state.seat).toBe(1)
  })

  test('is renewed in its place: waited for no more, and the laptop at work stays until the new one is used', async () => {
    const { clerkId, code } = laptop
    const wrong = code === '000000' ? '000001' : '000000'
    for (let tries = 0; tries < 3; tries += 1) {
      await expect(room.device().client.enterClerk({ clerkId, code: wrong })).rejects.toMatchObject({
        code: 'REFUSED',
      })
    }
    expect(await statusOf()).toMatchObject({ wrongTries: [{ count: 3 }], devices: 1 })
    const { code: fresh } = await room.app.client.room.resetCode({ clerkId })
    expect(await statusOf()).toMatchObject({ clerkId, number: 1, wrongTries: [] })
    expect((await room.app.client.room.showCodes()).find((each) => each.clerkId === clerkId)?.code).toBe(fresh)
    expect((await laptop.clerk.workspace.status()).operator).toBe(laptop.name)
    await expect(room.device().client.enterClerk({ clerkId, code })).rejects.toEqual(refusal('code-wrong'))
    await room.device().client.enterClerk({ clerkId, code: fresh })
    await expect(laptop.clerk.workspace.status()).rejects.toEqual(refusal('device-unknown'))
    const { id } = room.app.file().prepare('SELECT id FROM room_codes WHERE member_id = ?').get(member) as {
      id: number
    }
    await expect(room.app.client.room.resetCode({ clerkId: id })).rejects.toEqual(refusal('not-found'))
  })

  test('stands under a number that stays, the same at both places', async () => {
    const { client } = room.app
    const second = await room.addClerk('Thư ký giúp việc 2')
    const third = await room.addClerk('Lan')
    await client.room.shutClerk({ clerkId: laptop.clerkId })
    const again = await room.addClerk('Thư ký giúp việc 1')
    const numbers = [again, second, third].map(({ clerkId }, index) => ({ clerkId, number: index + 1 }))
    expect(await room.device().client.clerks()).toEqual(numbers)
    expect((await client.room.status()).clerks.map(({ clerkId, number }) => ({ clerkId, number }))).toEqual(numbers)
  })

  test('is no member’s, and a member’s is no clerk’s', async () => {
    const code = await room.codeOf(member)
    await expect(room.device().client.enterClerk({ clerkId: 999, code })).rejects.toEqual(refusal('not-found'))
    const { id } = room.app.file().prepare('SELECT id FROM room_codes WHERE member_id = ?').get(member) as {
      id: number
    }
    await expect(room.device().client.enterClerk({ clerkId: id, code })).rejects.toEqual(refusal('not-found'))
    const phone = await room.enter()
    await expect(phone.clerk.ballots.board({ sessionId: room.sessionId })).rejects.toEqual(refusal('device-unknown'))
    await expect(laptop.client.me()).rejects.toEqual(refusal('device-unknown'))
  })

  test('used at another laptop turns the first one away', async () => {
    const { clerkId, code } = laptop
    const second = room.device()
    await second.client.enterClerk({ clerkId, code })
    await expect(laptop.clerk.workspace.status()).rejects.toEqual(refusal('device-unknown'))
    expect((await second.clerk.workspace.status()).operator).toBe(laptop.name)
  })

  test('lets no page that was opened for another clerk of the same browser speak', async () => {
    const { name } = laptop
    const pages = ['Thư ký giúp việc 2', name].map((speaksFor) =>
      createDevice({ link: room.link(), like: laptop, speaksFor }),
    )
    await expect(pages[0]?.clerk.workspace.status()).rejects.toEqual(refusal('device-unknown'))
    expect((await pages[1]?.clerk.workspace.status())?.operator).toBe(name)
    for (const page of pages) page[Symbol.dispose]()
  })

  test('is under a name that nobody else has', async () => {
    await expect(room.app.client.room.addClerk({ name: laptop.name })).rejects.toEqual(refusal('name-taken'))
    await expect(room.app.client.room.addClerk({ name: 'Thư ký' })).rejects.toEqual(refusal('name-taken'))
    const { addClerk } = room.app.client.room
    const { setOperator } = room.app.client.workspace
    const written = ['THƯ KÝ GIÚP VIỆC 1', 'Thư ký giúp\u00A0việc  1', '\u202EThư ký\u200B giúp việc 1']
    for (const name of [...written, 'Thành viên TV1 (TV1, thiết bị riêng)', 'thành viên tv1 (TV1, thiết bị riêng)']) {
      await expect(addClerk({ name }), name).rejects.toEqual(refusal('name-taken'))
      await expect(setOperator({ name }), name).rejects.toEqual(refusal('name-taken'))
    }
    for (const name of ['\u200B\u202E', '\u0000 \u00A0', '…']) {
      await expect(addClerk({ name })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
      await expect(setOperator({ name })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    }
    await addClerk({ name: '\u202EThư  ký giúp việc\u200B 2' })
    expect(await statusOf('Thư ký giúp việc 2')).toBeDefined()
    await setOperator({ name: 'Thu ky' })
    await expect(addClerk({ name: 'THU KY' })).rejects.toEqual(refusal('name-taken'))
  })
})

describe('a clerk keys', () => {
  test('in the name of the clerk, and the secretary’s window sees it at once', async () => {
    const changes = await room.app.client.live.changes()
    const next = changes.next()
    await actsOf(laptop.clerk).choose({ agendaItemId: item, memberId: member, criterionIndex: 0, option: 1 })
    expect((await next).value).toMatchObject({ topics: ['ballots', 'results'], agendaItemId: item, memberId: member })
    await castFullBallot(asTestClient(laptop.clerk), { agendaItemId: item, memberId: member })
    const events = await room.app.client.audit.list({ limit: 200, subject: `ballot:${item}/${member}` })
    expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set([laptop.name]))
    expect(await room.app.client.ballots.get({ agendaItemId: item, memberId: member })).toMatchObject({
      state: 'confirmed',
    })
    expect(await statusOf()).toMatchObject({ settledToday: 1 })
    room.app.clock.at = new Date(room.app.clock.at.getTime() + 24 * 3600 * 1000)
    expect(await statusOf()).toMatchObject({ settledToday: 0 })
  })

  test('two at once, each under the own name', async () => {
    const other = await room.enterClerk('Thư ký giúp việc 2')
    const [, second] = room.memberIds as [number, number]
    await Promise.all([
      castFullBallot(asTestClient(laptop.clerk), { agendaItemId: item, memberId: member }),
      castFullBallot(asTestClient(other.clerk), { agendaItemId: item, memberId: second }),
    ])
    for (const [memberId, name] of [
      [member, laptop.name],
      [second, other.name],
    ] as const) {
      const events = await room.app.client.audit.list({ limit: 200, subject: `ballot:${item}/${memberId}` })
      expect(new Set(events.map(({ actor }) => actor))).toEqual(new Set([name]))
    }
  })

  test('and who the clerk is follows from the cookie alone', async () => {
    const input = { ...choice(), actor: 'Chủ tịch' }
    await laptop.clerk.ballots.choose(input)
    const [event] = await room.app.client.audit.list({ limit: 1, subject: `ballot:${item}/${member}` })
    expect(event?.actor).toBe(laptop.name)
    await expect(room.device().clerk.ballots.choose(input)).rejects.toEqual(refusal('device-unknown'))
  })
})

describe('a ballot that another changed meanwhile', () => {
  test('is not overwritten unseen, and says who changed it', async () => {
    const other = await room.enterClerk('Thư ký giúp việc 2')
    await laptop.clerk.ballots.choose(choice())
    const overwriting = other.clerk.ballots.choose({ ...choice(), option: 2 })
    await expect(overwriting).rejects.toEqual(refusal('ballot-changed-elsewhere', { by: laptop.name }))
    expect((await other.clerk.ballots.choose({ ...choice(), option: 2, seen: 1 })).choices[0]).toBe(2)
  })
})

describe('a clerk reaches', () => {
  const reached = pathsOf(clerkContract)

  test('what the scoring screens read and write', () => {
    expect(reached.toSorted()).toEqual(
      [
        'workspace/status',
        'rules/list',
        'rules/itemForm',
        'sessions/list',
        'sessions/get',
        // Each choice by itself: what an act names is looked at here.
        ...Object.keys(ballotsContract).map((verb) => `ballots/${verb}`),
        ...Object.keys(contract.verifications).map((verb) => `verifications/${verb}`),
        'room/attend',
        'live/changes',
      ].toSorted(),
    )
  })

  test('nothing else of the application, at neither of the room’s two doors', async () => {
    const others = pathsOf(contract).filter((path) => !reached.includes(path))
    expect(others.length).toBeGreaterThan(50)
    for (const path of others) {
      for (const door of ['/clerk/rpc', '/rpc']) {
        const { status, body } = await inTime(() => call(`${door}/${path}`))
        expect([status, JSON.parse(body)], `${door}/${path}`).toMatchObject([404, { json: { code: 'NOT_FOUND' } }])
      }
    }
  })

  test('no other session, whichever procedure asks for it', async () => {
    const { client } = room.app
    const { councilId } = await client.sessions.get({ sessionId: room.sessionId })
    const {
      regulation: rules,
      year,
      heldOn,
      place,
      referralThreshold,
    } = await client.sessions.get({
      sessionId: room.sessionId,
    })
    const fields = { year, round: 3, heldOn, place, referralThreshold, regulation: rules }
    const { id: sessionId } = await client.sessions.create({ councilId, ruleSetId: 'qd-26-2026', fields })
    await client.sessions.addProducts({ sessionId, productIds: room.productIds })
    await client.sessions.answerNoKnockouts({ sessionId })
    await callRoll(client, sessionId)
    await client.sessions.open({ sessionId })
    const agendaItemId = (await client.sessions.get({ sessionId })).agenda[0]?.id as number
    const free = ['workspace/status', 'rules/list', 'sessions/list', 'live/changes']
    for (const path of reached.filter((path) => !free.includes(path))) {
      const isOfSession = /board|list|sessions|attend/.test(path)
      for (const json of isOfSession ? [{ sessionId }] : [{ agendaItemId, memberId: member }]) {
        const { body } = await call(`/clerk/rpc/${path}`, {}, JSON.stringify({ json }))
        expect(JSON.parse(body), path).toMatchObject({ json: { data: { reason: 'not-found' } } })
      }
    }
    expect((await laptop.clerk.sessions.list()).map(({ id }) => id)).toEqual([room.sessionId])
    const attended = laptop.clerk.room.attend({ sessionId: room.sessionId, agendaItemId, memberId: member })
    await expect(attended).rejects.toEqual(refusal('not-found'))
    expect((await client.ballots.board({ sessionId }))[0]?.cells[0]?.answered).toBe(0)
  })

  test('of the file its name, and of no other file anything', async () => {
    const status = await laptop.clerk.workspace.status()
    expect(status).toMatchObject({ operator: laptop.name, handed: null, open: { name: 'Hội đồng thử' } })
    expect(JSON.stringify(status)).not.toContain(room.app.folder)
  })
})

describe('a clerk’s calls are limited as a phone’s', () => {
  test.each<[string, Record<string, string>, number]>([
    ['under another host name', { host: 'rebound.example' }, 421],
    ['from another origin', { origin: 'https://example.org' }, 403],
    ['from another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
    ['as a multipart form', { 'content-type': 'multipart/form-data; boundary=x' }, 415],
    ['above 16 kB', { 'content-length': String(16 * 1024 + 1) }, 413],
  ])('%s', async (_name, changed, expected) => {
    const { status, body } = await call('/clerk/rpc/workspace/status', changed, '')
    expect(status).toBe(expected)
    expect(body).not.toContain('operator')
  })

  test('in number', async () => {
    const answers: number[] = []
    while (!answers.includes(429) && answers.length < 5000) {
      const many = await Promise.all(Array.from({ length: 10 }, () => call('/clerk/rpc/workspace/status')))
      answers.push(...many.map(({ status }) => status))
    }
    expect(answers).toContain(429)
    expect(answers.filter((status) => status === 200).length).toBeGreaterThanOrEqual(150)
  })
})

describe('the clerk’s page', () => {
  test('is given to an entered clerk, who is led to it, under the window’s policy', async () => {
    expect(await get('/')).toMatchObject({ status: 303, headers: { location: '/clerk/' } })
    const { status, headers, body } = await get('/clerk/')
    expect([status, body]).toEqual([200, expect.stringContaining('Nhập phiếu')])
    expect(headers['content-security-policy']).toMatch(/script-src 'self';.*style-src 'self' 'nonce-[^']+'/)
    expect((await get('/clerk/assets/clerk-1.js')).body).toContain('clerk = 1')
  })

  test('is given to nobody else', async () => {
    const phone = await room.enter()
    for (const cookie of ['', `ocop_clerk=${'x'.repeat(43)}`, phone.cookie()?.replace('room', 'clerk') ?? '']) {
      for (const path of ['/clerk/', '/clerk/assets/clerk-1.js']) {
        expect(await get(path, cookie), path).toMatchObject({ status: 303, headers: { location: '/' } })
      }
      expect((await get('/', cookie)).body).toContain('Phòng họp')
    }
  })

  test('serves nothing of the secretary’s window beside it', async () => {
    for (const path of [
      '/clerk/index.html',
      '/clerk/../secret.js',
      '/clerk/%2e%2e/secret.js',
      '/clerk/..%2fsecret.js',
    ]) {
      const { status, body } = await get(path)
      expect([400, 404], path).toContain(status)
      expect(body).not.toContain('not for the room')
    }
  })
})

describe('who keys what', () => {
  const at = () => ({ sessionId: room.sessionId, agendaItemId: item, memberId: member })

  test('is told at both places, and to the secretary, at once', async () => {
    const changes = await laptop.clerk.live.changes()
    expect(await laptop.clerk.room.attend(at())).toEqual([])
    expect(await statusOf()).toMatchObject({ at: { agendaItemId: item, memberId: member } })
    expect(await room.app.client.room.attend(at())).toEqual([
      { who: laptop.name, agendaItemId: item, memberId: member },
    ])
    const { value } = await changes.next()
    expect(value).toMatchObject({ topics: ['room'], sessionId: room.sessionId })
    expect(await laptop.clerk.room.attend(at())).toEqual([{ who: 'Thư ký', agendaItemId: item, memberId: member }])
    await changes.return?.()
  })

  test('ends, and is told, when somebody falls silent', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    try {
      const changes = await room.app.client.live.changes()
      const first = changes.next()
      await room.app.client.room.attend(at())
      expect((await first).value).toMatchObject({ topics: ['room'] })
      const next = changes.next()
      vi.advanceTimersByTime(26_000)
      expect((await next).value).toMatchObject({ topics: ['room'], sessionId: room.sessionId })
      await changes.return?.()
    } finally {
      vi.useRealTimers()
    }
    expect(await laptop.clerk.room.attend(at())).toEqual([])
  })

  test('ends when the page is gone', async () => {
    const changes = await laptop.clerk.live.changes()
    await laptop.clerk.room.attend(at())
    laptop[Symbol.dispose]()
    void changes
    await vi.waitUntil(async () => (await statusOf())?.at === null)
    expect(await room.app.client.room.attend(at())).toEqual([])
  })
})

describe('the secretary shuts a clerk', () => {
  test('with one call: the code, the laptop and what it listens to are over at once', async () => {
    const other = await room.enterClerk('Thư ký giúp việc 2')
    const changes = await laptop.clerk.live.changes()
    await vi.waitUntil(async () => (await statusOf())?.connected === 1)
    await room.app.client.room.shutClerk({ clerkId: laptop.clerkId })
    const told = []
    for await (const change of changes) told.push(change)
    expect(told.at(-1)).toMatchObject({ topics: ['workspace'] })
    const { clerkId, code } = laptop
    await expect(laptop.clerk.workspace.status()).rejects.toEqual(refusal('device-unknown'))
    await expect(room.device().client.enterClerk({ clerkId, code })).rejects.toEqual(refusal('not-found'))
    expect((await get('/clerk/')).status).toBe(303)
    expect((await room.app.client.room.status()).clerks.map(({ name }) => name)).toEqual([other.name])
    expect((await other.clerk.workspace.status()).operator).toBe(other.name)
    const [event] = await room.app.client.audit.list({ limit: 1 })
    expect(event).toMatchObject({ command: 'room.shutClerk', actor: 'Thư ký', detail: { clerk: laptop.name } })
  })

  test('and all of them with the room', async () => {
    await room.app.client.room.switchOff()
    await room.switchOn()
    await expect(laptop.clerk.workspace.status()).rejects.toEqual(refusal('device-unknown'))
    expect((await room.app.client.room.status()).clerks).toEqual([])
  })

  test('but no member by that way', async () => {
    const { id } = room.app.file().prepare('SELECT id FROM room_codes WHERE member_id = ?').get(member) as {
      id: number
    }
    await expect(room.app.client.room.shutClerk({ clerkId: id })).rejects.toEqual(refusal('not-found'))
  })
})

describe('second keying', () => {
  const verified = async () => {
    room[Symbol.dispose]()
    room = await openTestRoom({ rules: { ...usualRegulation, verification: 'all' } })
    laptop = await room.enterClerk('Thư ký giúp việc 1')
    ;[item] = room.itemIds as [number, number]
    ;[member] = room.memberIds as [number, number, number]
  }
  const key = () => ({ agendaItemId: item, memberId: member })

  test('is not for the clerk who keyed any of it, whoever confirmed it', async () => {
    await verified()
    await castFullBallot(asTestClient(laptop.clerk), { ...key(), isConfirmed: false })
    await actsOf(room.app.client).confirm(key())
    const other = await room.enterClerk('Thư ký giúp việc 2')
    const second = choice()
    await expect(laptop.clerk.verifications.choose(second)).rejects.toEqual(refusal('same-person'))
    await expect(room.app.client.verifications.choose(second)).rejects.toEqual(refusal('same-person'))
    const listFor = async (client: AppClient) => (await client.verifications.list({ sessionId: room.sessionId }))[0]
    expect(await listFor(laptop.clerk)).toMatchObject({ isOwn: true })
    expect(await listFor(other.clerk)).toMatchObject({ isOwn: false, state: 'waiting' })
    expect(await other.clerk.verifications.choose(second)).toMatchObject({ state: 'in-progress' })
  })

  test('shows the second clerk nothing of the first keying, by whichever procedure', async () => {
    await verified()
    await castFullBallot(room.app.client, key())
    const hidden = { state: 'confirmed', isHidden: true, opinion: '', totals: { total: 0, answered: 0 } }
    const answers = [
      await laptop.clerk.ballots.get(key()),
      (await laptop.clerk.ballots.ofItem({ agendaItemId: item }))[0],
    ]
    for (const ballot of answers) {
      expect(ballot).toMatchObject(hidden)
      expect(ballot?.choices.every((choice) => choice === null)).toBe(true)
    }
    // A guess at it hears the same, right or wrong.
    const { choices } = await room.app.client.ballots.get(key())
    for (const seen of [choices, choices.with(0, 1), choices.map(() => null)]) {
      const guess = laptop.clerk.ballots.confirm({ ...key(), actId: newActId(), round: 1, seen })
      await expect(guess).rejects.toMatchObject({ data: { reason: 'ballot-confirmed', detail: {} } })
    }
    await expect(laptop.clerk.ballots.choose(choice())).rejects.toEqual(refusal('ballot-confirmed'))
    const second = await laptop.clerk.verifications.get(key())
    expect([second.differences, second.choices.every((choice) => choice === null)]).toEqual([null, true])
    expect((await room.app.client.ballots.get(key())).totals.answered).toBeGreaterThan(30)
  })

  test('tells the second clerk no spread that a hidden ballot makes', async () => {
    await verified()
    const [, own] = room.memberIds as [number, number]
    await castFullBallot(asTestClient(laptop.clerk), { agendaItemId: item, memberId: own })
    await castFullBallot(room.app.client, { ...key(), zeros: [0] })
    const boardOf = async (client: AppClient) => (await client.ballots.board({ sessionId: room.sessionId }))[0]
    expect(await boardOf(room.app.client)).toMatchObject({ confirmed: 2, spread: expect.any(Number) })
    expect(await boardOf(laptop.clerk)).toMatchObject({ confirmed: 2, spread: null, needsDiscussion: false })
    await actsOf(laptop.clerk).reopen({ ...key(), reason: 'Xem lại' })
    await actsOf(laptop.clerk).confirm(key())
    expect(await boardOf(laptop.clerk)).toMatchObject({ spread: expect.any(Number) })
  })

  test('is not for the same person under another writing of the name', async () => {
    await verified()
    await castFullBallot(asTestClient(laptop.clerk), key())
    await room.app.client.room.shutClerk({ clerkId: laptop.clerkId })
    const again = await room.enterClerk('THƯ KÝ GIÚP VIỆC 1')
    await expect(again.clerk.verifications.choose(choice())).rejects.toEqual(refusal('same-person'))
    const [row] = await again.clerk.verifications.list({ sessionId: room.sessionId })
    expect(row).toMatchObject({ isOwn: true })
  })

  test('is not for who looked by opening the ballot again', async () => {
    await verified()
    await castFullBallot(room.app.client, key())
    const reopened = await actsOf(laptop.clerk).reopen({ ...key(), reason: 'Xem lại' })
    expect(reopened.totals.answered).toBeGreaterThan(30)
    await actsOf(laptop.clerk).confirm(key())
    const second = choice()
    await expect(laptop.clerk.verifications.choose(second)).rejects.toEqual(refusal('same-person'))
  })

  test('hides nothing where the regulations do not ask for it', async () => {
    await castFullBallot(room.app.client, key())
    expect((await laptop.clerk.ballots.get(key())).totals.answered).toBeGreaterThan(30)
  })
})
