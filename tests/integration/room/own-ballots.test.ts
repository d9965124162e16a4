import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { filledBallotsModel } from '../../../electron/documents/ballot-form/model.ts'
import { discussionBlocks } from '../../../electron/documents/minutes/discussion.ts'
import type { RefusalReason } from '../../../shared/api/refusal.ts'
import { actsOf, newActId } from '../../helpers/ballot-acts.ts'
import { callRoll } from '../../helpers/call-roll.ts'
import { openTestRoom, type TestRoom } from '../../helpers/open-room.ts'
import { fillOnDevice } from '../../helpers/room-device.ts'
import { castFullBallot } from '../../helpers/test-app.ts'

// What a member does on the own device: own ballots only, each act once, nothing after it was submitted.

let room: TestRoom
let device: Awaited<ReturnType<TestRoom['enter']>>
let item: number
let other: number

beforeEach(async () => {
  room = await openTestRoom()
  device = await room.enter(0)
  ;[item, other] = room.itemIds as [number, number]
})
afterEach(() => room[Symbol.dispose]())

const refusal = (reason: RefusalReason, detail: Record<string, unknown> = {}) =>
  expect.objectContaining({ code: 'REFUSED', data: { reason, detail: expect.objectContaining(detail) } })

const act = (more: { readonly actId?: string; readonly agendaItemId?: number; readonly round?: number } = {}) => ({
  agendaItemId: item,
  actId: newActId(),
  round: 1,
  ...more,
})
const events = async (command: string) =>
  (await room.app.client.audit.list({ limit: 200 })).filter((event) => event.command === command)

describe('a choice', () => {
  test('is in the file when it is answered, in the name of the member', async () => {
    const ballot = await device.client.choose({ ...act(), criterionIndex: 0, option: 2, seen: null })
    expect(ballot).toMatchObject({ agendaItemId: item, round: 1, state: 'draft', revision: 1 })
    expect(ballot.choices.slice(0, 2)).toEqual([2, null])
    expect(await room.app.client.ballots.get({ agendaItemId: item, memberId: device.memberId })).toMatchObject(ballot)
    const [event] = await events('ballots.choose')
    expect(event?.actor).toContain('Thành viên TV1 (TV1')
  })

  test('shows on the device again after a restart of its page', async () => {
    await device.client.choose({ ...act(), criterionIndex: 3, option: 1, seen: null })
    const again = room.device({ like: device })
    const { products } = await again.client.me()
    expect(products[0]?.ballot).toMatchObject({ state: 'draft', revision: 1 })
    expect(products[0]?.ballot.choices[3]).toBe(1)
  })

  test('delivered twice is written once, also long after', async () => {
    const first = { ...act(), criterionIndex: 0, option: 2, seen: null }
    const answered = await device.client.choose(first)
    expect(await device.client.choose(first)).toEqual(answered)
    const changed = await device.client.choose({ ...act(), criterionIndex: 0, option: 1, seen: 2 })
    // Its answer was lost, so the device sends it again: what was chosen since stays.
    expect(await device.client.choose(first)).toEqual(changed)
    expect(await events('ballots.choose')).toHaveLength(2)
  })

  test('delivered by the same device at the same time is written once', async () => {
    const same = { ...act(), criterionIndex: 0, option: 2, seen: null }
    await Promise.all(Array.from({ length: 8 }, () => device.client.choose(same)))
    expect(await device.client.ballot({ agendaItemId: item })).toMatchObject({ revision: 1 })
    expect(await events('ballots.choose')).toHaveLength(1)
  })

  test('with an id that another member used is that member’s own', async () => {
    const second = await room.enter(1)
    const actId = newActId()
    await device.client.choose({ ...act({ actId }), criterionIndex: 0, option: 1, seen: null })
    const theirs = await second.client.choose({ ...act({ actId }), criterionIndex: 0, option: 2, seen: null })
    expect(theirs.choices[0]).toBe(2)
    expect((await device.client.ballot({ agendaItemId: item })).choices[0]).toBe(1)
  })

  test('that was refused is tried anew with the same id', async () => {
    const { sessionId } = room
    const { memberId } = device
    const same = { ...act(), criterionIndex: 0, option: 2, seen: null }
    await room.app.client.sessions.setAttendance({ sessionId, memberId, isPresent: false })
    await expect(device.client.choose(same)).rejects.toEqual(refusal('member-absent'))
    await room.app.client.sessions.setAttendance({ sessionId, memberId, isPresent: true })
    expect((await device.client.choose(same)).choices[0]).toBe(2)
  })

  test('does not overwrite in silence what the secretary chose meanwhile', async () => {
    await actsOf(room.app.client).choose({
      agendaItemId: item,
      memberId: device.memberId,
      criterionIndex: 0,
      option: 1,
    })
    const late = { criterionIndex: 0, option: 2, seen: null }
    await expect(device.client.choose({ ...act(), ...late })).rejects.toEqual(
      refusal('ballot-changed-elsewhere', { criteria: '1.1', by: 'Thư ký' }),
    )
    expect((await device.client.ballot({ agendaItemId: item })).choices[0]).toBe(1)
    // Another criterion of the same ballot is no conflict.
    await device.client.choose({ ...act(), criterionIndex: 1, option: 1, seen: null })
  })

  test('of the round before does not slip into the new one', async () => {
    await room.app.client.results.openRound({ agendaItemId: item, reason: 'Chênh lệch lớn' })
    await expect(device.client.choose({ ...act(), criterionIndex: 0, option: 1, seen: null })).rejects.toEqual(
      refusal('round-over'),
    )
    expect((await device.client.choose({ ...act({ round: 2 }), criterionIndex: 0, option: 1, seen: null })).round).toBe(
      2,
    )
  })

  test('that the form does not offer is refused', async () => {
    await expect(device.client.choose({ ...act(), criterionIndex: 0, option: 50, seen: null })).rejects.toEqual(
      refusal('option-not-offered'),
    )
    expect(await events('ballots.choose')).toEqual([])
  })
})

describe('an opinion', () => {
  const opinion = 'Bao bì đẹp.\nCần bổ sung mã truy xuất.'

  test('is written in the member’s name, once, and stands at the desk, on the ballot and in the minutes as one keyed there', async () => {
    const { client } = room.app
    const { memberId } = device
    const said = { ...act(), opinion: ` ${opinion.normalize('NFD')} `, seen: '' }
    const answered = await device.client.setOpinion(said)
    expect(answered).toMatchObject({ opinion, state: 'draft', revision: 1 })
    expect(await device.client.setOpinion(said)).toEqual(answered)
    const [event, ...more] = await events('ballots.setOpinion')
    expect([event?.actor, event?.detail, more]).toEqual([
      expect.stringContaining('Thành viên TV1 (TV1'),
      { from: '', to: opinion, round: 1 },
      [],
    ])
    expect((await device.client.me()).products[0]?.ballot.opinion).toBe(opinion)
    expect(await client.ballots.get({ agendaItemId: item, memberId })).toMatchObject({ opinion })
    await fillOnDevice(device.client, { agendaItemId: item })
    const record = await client.results.session({ sessionId: room.sessionId })
    expect(filledBallotsModel(record).sheets.map((sheet) => sheet.opinion)).toEqual([opinion.split('\n')])
    expect(JSON.stringify(discussionBlocks(record))).toContain('(TV1): Bao bì đẹp. Cần bổ sung mã truy xuất')
  })

  test('does not write over what the secretary wrote meanwhile, and no ballot is submitted with words that were not seen', async () => {
    const at = { agendaItemId: item, memberId: device.memberId }
    const { choices } = await fillOnDevice(device.client, { agendaItemId: item, isSubmitted: false })
    await actsOf(room.app.client).setOpinion({ ...at, opinion })
    await expect(device.client.setOpinion({ ...act(), opinion: 'Khác', seen: '' })).rejects.toEqual(
      refusal('ballot-changed-elsewhere', { criteria: '', by: 'Thư ký' }),
    )
    await expect(device.client.confirm({ ...act(), seen: choices, seenOpinion: '' })).rejects.toEqual(
      refusal('ballot-changed-elsewhere', { by: 'Thư ký' }),
    )
    // A page of an older program does not say what it showed.
    const confirmed = await device.client.confirm({ ...act(), seen: choices })
    expect(confirmed).toMatchObject({ state: 'confirmed', opinion })
    await expect(device.client.setOpinion({ ...act(), opinion: 'Khác', seen: opinion })).rejects.toEqual(
      refusal('ballot-confirmed'),
    )
  })
})

describe('a member', () => {
  test('sees nothing of the others: neither their choices nor that they have any', async () => {
    const before = await device.client.me()
    await castFullBallot(room.app.client, { agendaItemId: item, memberId: room.memberIds[1] as number })
    expect(await device.client.me()).toEqual(before)
    expect(await device.client.ballot({ agendaItemId: item })).toMatchObject({ state: 'none', revision: 0 })
  })

  test('cannot name another member: who it is follows from the device alone', async () => {
    const [, second] = room.memberIds as [number, number, number]
    const forged = { ...act(), criterionIndex: 0, option: 1, seen: null, memberId: second } as Parameters<
      typeof device.client.choose
    >[0]
    await device.client.choose(forged)
    expect(await room.app.client.ballots.get({ agendaItemId: item, memberId: second })).toMatchObject({
      state: 'none',
    })
  })

  test('recused from a product is not shown it and cannot reach it', async () => {
    const { memberId } = device
    const excluded = { agendaItemId: item, memberId, kind: 'recused' as const, reason: 'Người thân của chủ thể' }
    await room.app.client.sessions.setExclusion(excluded)
    expect((await device.client.me()).products.map(({ agendaItemId }) => agendaItemId)).toEqual([other])
    for (const attempt of [
      () => device.client.form({ agendaItemId: item }),
      () => device.client.ballot({ agendaItemId: item }),
      () => device.client.choose({ ...act(), criterionIndex: 0, option: 1, seen: null }),
      () => device.client.setOpinion({ ...act(), opinion: 'Đẹp', seen: '' }),
      () => device.client.confirm({ ...act(), seen: [] }),
    ]) {
      await expect(attempt()).rejects.toEqual(refusal('not-found'))
    }
    expect(
      (await device.client.choose({ ...act({ agendaItemId: other }), criterionIndex: 0, option: 1, seen: null })).state,
    ).toBe('draft')
  })

  test('absent from a product sees it and cannot score it', async () => {
    const { memberId } = device
    await room.app.client.sessions.setExclusion({ agendaItemId: item, memberId, kind: 'absent', reason: '' })
    expect((await device.client.me()).products.map(({ isAbsent }) => isAbsent)).toEqual([true, false])
    await expect(device.client.choose({ ...act(), criterionIndex: 0, option: 1, seen: null })).rejects.toEqual(
      refusal('member-absent'),
    )
  })

  test('reaches no product of another session', async () => {
    const { councilId, productIds } = room
    const { year, round, heldOn, place, referralThreshold, regulation } = await room.app.client.sessions.get({
      sessionId: room.sessionId,
    })
    const fields = { year, round: round + 1, heldOn, place, referralThreshold, regulation }
    const { id: sessionId } = await room.app.client.sessions.create({ councilId, ruleSetId: 'qd-26-2026', fields })
    await room.app.client.sessions.addProducts({ sessionId, productIds })
    await room.app.client.sessions.answerNoKnockouts({ sessionId })
    await callRoll(room.app.client, sessionId)
    await room.app.client.sessions.open({ sessionId })
    const [foreign] = (await room.app.client.sessions.get({ sessionId })).agenda
    const agendaItemId = foreign?.id as number
    await expect(
      device.client.choose({ ...act({ agendaItemId }), criterionIndex: 0, option: 1, seen: null }),
    ).rejects.toEqual(refusal('not-found'))
    expect((await device.client.me()).products.map((product) => product.agendaItemId)).toEqual(room.itemIds)
  })
})

describe('a submitted ballot', () => {
  test('is confirmed by the member and counts', async () => {
    const ballot = await fillOnDevice(device.client, { agendaItemId: item })
    expect(ballot).toMatchObject({ state: 'confirmed' })
    const [row] = await room.app.client.ballots.board({ sessionId: room.sessionId })
    expect(row).toMatchObject({ confirmed: 1, needed: 3 })
    const [event] = await events('ballots.confirm')
    expect(event?.actor).toContain('Thành viên TV1 (TV1')
  })

  test('needs every criterion', async () => {
    const { choices } = await device.client.choose({ ...act(), criterionIndex: 0, option: 1, seen: null })
    await expect(device.client.confirm({ ...act(), seen: choices })).rejects.toEqual(
      refusal('ballot-incomplete', { missing: choices.length - 1 }),
    )
  })

  test('is what the member sees, or it is refused', async () => {
    const { choices } = await fillOnDevice(device.client, { agendaItemId: item, isSubmitted: false })
    await actsOf(room.app.client).choose({
      agendaItemId: item,
      memberId: device.memberId,
      criterionIndex: 0,
      option: 0,
    })
    await expect(device.client.confirm({ ...act(), seen: choices })).rejects.toEqual(
      refusal('ballot-changed-elsewhere'),
    )
    const now = await device.client.ballot({ agendaItemId: item })
    expect(now.choices[0]).toBe(0)
    expect((await device.client.confirm({ ...act(), seen: now.choices })).state).toBe('confirmed')
  })

  test('delivered twice is confirmed once', async () => {
    const { choices } = await fillOnDevice(device.client, { agendaItemId: item, isSubmitted: false })
    const same = { ...act(), seen: choices }
    const answered = await device.client.confirm(same)
    expect(await device.client.confirm(same)).toEqual(answered)
    expect(await events('ballots.confirm')).toHaveLength(1)
  })

  test('cannot be changed by the member', async () => {
    const submitted = await fillOnDevice(device.client, { agendaItemId: item })
    for (const option of [0, null]) {
      await expect(device.client.choose({ ...act(), criterionIndex: 0, option, seen: null })).rejects.toEqual(
        refusal('ballot-confirmed'),
      )
    }
    expect(await device.client.ballot({ agendaItemId: item })).toEqual(submitted)
  })

  test('can be changed once the secretary reopened it, and submitted again', async () => {
    const submitted = await fillOnDevice(device.client, { agendaItemId: item })
    const { memberId } = device
    await actsOf(room.app.client).reopen({ agendaItemId: item, memberId, reason: 'Thành viên đề nghị sửa' })
    expect(await device.client.ballot({ agendaItemId: item })).toMatchObject({ state: 'draft' })
    const changed = await device.client.choose({
      ...act(),
      criterionIndex: 0,
      option: 0,
      seen: submitted.choices[0] ?? null,
    })
    expect(changed).toMatchObject({ state: 'draft' })
    expect(changed.choices[0]).toBe(0)
    expect((await device.client.confirm({ ...act(), seen: changed.choices })).state).toBe('confirmed')
    const versions = room.app.file().prepare('SELECT version, state FROM ballots ORDER BY version').all()
    expect(versions).toEqual([
      { version: 1, state: 'superseded' },
      { version: 2, state: 'confirmed' },
    ])
  })
})

test('what a device did while the room was off is delivered once when it is on again', async () => {
  const answered = { ...act(), criterionIndex: 0, option: 1, seen: null }
  await device.client.choose(answered)
  await room.app.client.room.switchOff()
  const waiting = { ...act(), criterionIndex: 1, option: 1, seen: null }
  await expect(device.client.choose(waiting)).rejects.toThrow()
  await room.switchOn()
  // The old right is gone with the old room; the place under which the device keeps its acts is the same.
  await expect(device.client.choose(waiting)).rejects.toEqual(refusal('device-unknown'))
  const code = await room.codeOf(device.memberId)
  const state = await device.client.enter({ seatId: device.memberId, code })
  expect(state.place).toBe(device.state.place)
  for (const kept of [answered, waiting, waiting]) await device.client.choose(kept)
  const ballot = await device.client.ballot({ agendaItemId: item })
  expect(ballot).toMatchObject({ revision: 2 })
  expect(ballot.choices.slice(0, 3)).toEqual([1, 1, null])
  expect(await room.app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
})
