import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RefusalReason } from '../../../shared/api/refusal.ts'
import { usualRegulation } from '../../../shared/domain/scoring/usual-regulation.ts'
import { actsOf, newActId } from '../../helpers/ballot-acts.ts'
import { castFullBallot, createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

let app: TestApp
let session: Awaited<ReturnType<typeof openSmallSession>>

beforeEach(async () => {
  app = createTestApp()
  session = await openSmallSession(app)
})
afterEach(() => app[Symbol.dispose]())

const refusal = (reason: RefusalReason, detail: Record<string, unknown> = {}) =>
  expect.objectContaining({ code: 'REFUSED', data: { reason, detail: expect.objectContaining(detail) } })

const first = () => ({ agendaItemId: session.itemIds[0] as number, memberId: session.memberIds[0] as number })
const act = () => ({ ...first(), actId: newActId(), round: 1 })
async function castAll(agendaItemId: number) {
  for (const memberId of session.memberIds) await castFullBallot(app.client, { agendaItemId, memberId })
}

describe('a ballot', () => {
  it('keeps each choice, tells blank from zero, and counts parts', async () => {
    await actsOf(app.client).choose({ ...first(), criterionIndex: 0, option: 0 })
    const ballot = await actsOf(app.client).choose({ ...first(), criterionIndex: 1, option: 1 })
    expect(ballot.choices.slice(0, 3)).toEqual([0, 1, null])
    expect(ballot).toMatchObject({ state: 'draft', version: 1, revision: 2 })
    expect(ballot.totals).toMatchObject({ answered: 2, isComplete: false })
    expect(await app.client.ballots.get(first())).toEqual(ballot)
    const cleared = await actsOf(app.client).choose({ ...first(), criterionIndex: 0, option: null })
    expect(cleared.choices[0]).toBeNull()
  })

  it('refuses an option that the criterion does not offer, and writes nothing', async () => {
    await expect(actsOf(app.client).choose({ ...first(), criterionIndex: 0, option: 9 })).rejects.toEqual(
      refusal('option-not-offered', { criterion: '1.1' }),
    )
    expect((await app.client.ballots.get(first())).state).toBe('none')
  })

  it('cannot be confirmed with a blank, and not changed once confirmed', async () => {
    await actsOf(app.client).choose({ ...first(), criterionIndex: 0, option: 1 })
    await expect(actsOf(app.client).confirm(first())).rejects.toEqual(refusal('ballot-incomplete', { missing: 31 }))
    await castFullBallot(app.client, first())
    await expect(actsOf(app.client).choose({ ...first(), criterionIndex: 0, option: 1 })).rejects.toEqual(
      refusal('ballot-confirmed'),
    )
  })

  it('reopens as a new version with a reason and keeps the old one', async () => {
    await castFullBallot(app.client, first())
    await expect(actsOf(app.client).reopen({ ...first(), reason: '' })).rejects.toEqual(refusal('reason-required'))
    const reopened = await actsOf(app.client).reopen({ ...first(), reason: 'Chép nhầm tiêu chí 1.2' })
    expect(reopened).toMatchObject({ version: 2, state: 'draft', totals: { total: 100 } })
    const versions = app.file().prepare('SELECT version, state FROM ballots ORDER BY version').all()
    expect(versions).toEqual([
      { version: 1, state: 'superseded' },
      { version: 2, state: 'draft' },
    ])
  })

  it('in two windows: the second learns what the first changed, and overwrites nothing', async () => {
    await actsOf(app.client).choose({ ...first(), criterionIndex: 0, option: 1 })
    const { choices: seen } = await actsOf(app.client).choose({ ...first(), criterionIndex: 2, option: 1 })
    await actsOf(app.client).choose({ ...first(), criterionIndex: 0, option: 2 })
    app.clock.at = new Date('2026-11-20T07:01:00.000Z')
    await actsOf(app.client).choose({ ...first(), criterionIndex: 1, option: 1 })
    const late = { ...act(), criterionIndex: 0, option: 0, seen: 1 }
    await expect(app.client.ballots.choose(late)).rejects.toEqual(
      refusal('ballot-changed-elsewhere', { criteria: '1.1', by: 'Thư ký', at: '2026-11-20T07:00:00.000Z' }),
    )
    await expect(app.client.ballots.confirm({ ...act(), seen })).rejects.toEqual(
      refusal('ballot-changed-elsewhere', { criteria: '1.1, 1.2', by: 'Thư ký', at: '2026-11-20T07:01:00.000Z' }),
    )
    const ballot = await app.client.ballots.get(first())
    expect([ballot.choices.slice(0, 3), ballot.revision]).toEqual([[2, 1, 1], 4])
    // What is so already is nobody's loss, and another criterion is no conflict.
    await app.client.ballots.choose({ ...act(), criterionIndex: 0, option: 2, seen: null })
    const other = await app.client.ballots.choose({ ...act(), criterionIndex: 4, option: 0, seen: null })
    expect(other).toMatchObject({ revision: 5 })
  })

  it('in two windows: one that was reopened and confirmed meanwhile is not opened unseen', async () => {
    await castFullBallot(app.client, first())
    const late = { ...act(), seen: 1, reason: 'Nhập nhầm' }
    await actsOf(app.client).reopen({ ...first(), reason: 'Chép nhầm' })
    await actsOf(app.client).confirm(first())
    await expect(app.client.ballots.reopen(late)).rejects.toEqual(
      refusal('ballot-changed-elsewhere', { criteria: '', by: 'Thư ký' }),
    )
    expect(await app.client.ballots.get(first())).toMatchObject({ version: 2, state: 'confirmed' })
  })

  it('is changed once by an act, however often and late it arrives', async () => {
    const choice = { ...act(), criterionIndex: 0, option: 1, seen: null }
    const answered = await app.client.ballots.choose(choice)
    expect(await app.client.ballots.choose(choice)).toEqual(answered)
    await actsOf(app.client).choose({ ...first(), criterionIndex: 0, option: 2 })
    await castFullBallot(app.client, { ...first(), isConfirmed: false })
    const confirmation = { ...act(), seen: (await app.client.ballots.get(first())).choices }
    await app.client.ballots.confirm(confirmation)
    const reopening = { ...act(), seen: 1, reason: 'Nhập nhầm' }
    const reopened = await app.client.ballots.reopen(reopening)
    const opinion = { ...act(), seen: '', opinion: 'Nên làm hồ sơ kỹ hơn' }
    const last = await app.client.ballots.setOpinion(opinion)
    expect(last).toMatchObject({ version: 2, state: 'draft', revision: reopened.revision + 1 })
    const events = async () => (await app.client.workspace.checkIntegrity()).events
    const before = await events()
    expect(await app.client.ballots.choose(choice)).toEqual(last)
    expect(await app.client.ballots.confirm(confirmation)).toEqual(last)
    expect(await app.client.ballots.reopen(reopening)).toEqual(last)
    expect(await app.client.ballots.setOpinion(opinion)).toEqual(last)
    expect(await events()).toBe(before)
  })

  it('of the round before is not changed in the new one', async () => {
    const late = { ...act(), criterionIndex: 0, option: 1, seen: null }
    await app.client.results.openRound({ agendaItemId: first().agendaItemId, reason: 'Chênh lệch lớn' })
    await expect(app.client.ballots.choose(late)).rejects.toEqual(refusal('round-over'))
  })

  it('exists once alive for a member, product and round: the database says so', async () => {
    await actsOf(app.client).choose({ ...first(), criterionIndex: 0, option: 1 })
    const { agendaItemId, memberId } = first()
    const second = () =>
      app
        .file()
        .prepare(
          "INSERT INTO ballots (agenda_item_id, member_id, scoring_round, version, revision, state, saved_at, choices, reopened_reason) VALUES (?, ?, 1, 2, 0, 'draft', '', '...', '')",
        )
        .run(agendaItemId, memberId)
    expect(second).toThrow('UNIQUE')
  })

  it('is not given to a recused or absent member', async () => {
    const { agendaItemId, memberId } = first()
    await app.client.sessions.setExclusion({
      agendaItemId,
      memberId,
      kind: 'recused',
      reason: 'Người thân của chủ thể',
    })
    await expect(actsOf(app.client).choose({ ...first(), criterionIndex: 0, option: 1 })).rejects.toEqual(
      refusal('member-recused'),
    )
    await app.client.sessions.setExclusion({ agendaItemId, memberId, kind: null, reason: '' })
    await app.client.sessions.setAttendance({ sessionId: session.sessionId, memberId, isPresent: false })
    await expect(actsOf(app.client).choose({ ...first(), criterionIndex: 0, option: 1 })).rejects.toEqual(
      refusal('member-absent'),
    )
  })
})

it('recuses nobody of another council', async () => {
  const { id: _id, ...council } = await app.client.councils.get({ id: session.councilId })
  const { id: councilId } = await app.client.councils.save({ fields: { ...council, name: 'Hội đồng khác' } })
  const fields = { code: 'TV1', name: 'Ủy viên', position: '', organisation: '', role: 'member' as const }
  const { id: memberId } = await app.client.councils.saveMember({ councilId, fields })
  const { agendaItemId } = first()
  await expect(
    app.client.sessions.setExclusion({ agendaItemId, memberId, kind: 'recused', reason: 'Người thân' }),
  ).rejects.toEqual(refusal('not-found'))
  expect(app.file().prepare('SELECT count(*) FROM exclusions').pluck().get()).toBe(0)
})

describe('the tally', () => {
  it('leaves a recused member out of the mean and of what is missing', async () => {
    const [agendaItemId] = session.itemIds as [number]
    const [a, b, c] = session.memberIds as [number, number, number]
    await castFullBallot(app.client, { agendaItemId, memberId: a })
    await castFullBallot(app.client, { agendaItemId, memberId: b, zeros: [0] })
    await castFullBallot(app.client, { agendaItemId, memberId: c, zeros: [0, 1, 2, 3, 4, 5] })
    await app.client.sessions.setExclusion({ agendaItemId, memberId: c, kind: 'recused', reason: 'Cùng cơ quan' })
    const record = await app.client.results.session({ sessionId: session.sessionId })
    const item = record.items[0]
    expect(item?.result.countedBallots).toBe(2)
    expect(item?.result.mean.count).toBe(2)
    expect(item?.ballots.map(({ counts }) => counts)).toEqual([true, true, false])
    expect(record.missing.filter((missing) => 'itemId' in missing && missing.itemId === agendaItemId)).toEqual([])
  })

  it('asks for a new round above the spread limit, keeps the old round, and takes a recorded reason instead', async () => {
    const [agendaItemId] = session.itemIds as [number]
    const [a, b, c] = session.memberIds as [number, number, number]
    for (const memberId of [a, b]) await castFullBallot(app.client, { agendaItemId, memberId })
    await castFullBallot(app.client, { agendaItemId, memberId: c, zeros: [0, 1, 2, 3, 4, 5] })
    const flagged = (await app.client.results.session({ sessionId: session.sessionId })).items[0]
    expect(flagged?.result).toMatchObject({ needsDiscussion: true })
    expect(flagged?.result.spread).toBeGreaterThan(10)
    await app.client.results.waiveSpread({ agendaItemId, reason: 'Chủ tịch Hội đồng giữ nguyên kết quả' })
    const waived = (await app.client.results.session({ sessionId: session.sessionId })).items[0]
    expect(waived?.result.needsDiscussion).toBe(false)
    await app.client.results.openRound({ agendaItemId, reason: 'Chênh lệch quá 10 điểm' })
    const reopened = (await app.client.results.session({ sessionId: session.sessionId })).items[0]
    expect(reopened).toMatchObject({ round: 2, ballots: [], spreadWaiver: null })
    expect(reopened?.earlierRounds).toMatchObject([
      { number: 1, reason: 'Chênh lệch quá 10 điểm', result: { spread: flagged?.result.spread } },
    ])
  })

  it('shows the board: none, draft, confirmed, excluded', async () => {
    const [agendaItemId] = session.itemIds as [number]
    const [a, b, c] = session.memberIds as [number, number, number]
    await castFullBallot(app.client, { agendaItemId, memberId: a })
    await actsOf(app.client).choose({ agendaItemId, memberId: b, criterionIndex: 3, option: 1 })
    await app.client.sessions.setExclusion({ agendaItemId, memberId: c, kind: 'absent', reason: '' })
    const [row] = await app.client.ballots.board({ sessionId: session.sessionId })
    expect(row).toMatchObject({ state: 'scoring', confirmed: 1, needed: 2, criteriaCount: 32 })
    expect(row?.cells.map(({ state, answered, excluded }) => [state, answered, excluded])).toEqual([
      ['confirmed', 32, null],
      ['draft', 1, null],
      ['none', 0, 'absent'],
    ])
  })
})

describe('closing', () => {
  it('lists what is missing, refuses, then locks with a digest that verifies', async () => {
    const { sessionId, itemIds } = session
    await castAll(itemIds[0] as number)
    const missing = await app.client.sessions.missing({ sessionId })
    expect(missing.map(({ kind }) => kind)).toEqual(['ballot-incomplete', 'ballot-incomplete', 'ballot-incomplete'])
    await expect(app.client.sessions.close({ sessionId })).rejects.toEqual(refusal('session-not-ready', { missing: 3 }))
    await castAll(itemIds[1] as number)
    const { digest } = await app.client.sessions.close({ sessionId })
    // Nothing can be repeated any more.
    expect(app.file().prepare('SELECT count(*) AS n FROM ballot_acts').get()).toEqual({ n: 0 })
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
    expect((await app.client.sessions.get({ sessionId })).agenda.map(({ state }) => state)).toEqual([
      'concluded',
      'concluded',
    ])
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true, faults: [] })
  })

  it('needs the quorum, and the chair where the regulations say so', async () => {
    const { sessionId, memberIds } = session
    for (const itemId of session.itemIds) await castAll(itemId)
    await app.client.sessions.setAttendance({ sessionId, memberId: memberIds[0] as number, isPresent: false })
    expect(await app.client.sessions.missing({ sessionId })).toEqual([])
    const detail = await app.client.sessions.get({ sessionId })
    const { year, round, heldOn, place, referralThreshold } = detail
    const strict = { ...usualRegulation, quorum: { numerator: 2, denominator: 3, needsChair: true } }
    await app.client.sessions.update({
      sessionId,
      fields: { year, round, heldOn, place, referralThreshold, regulation: strict },
    })
    expect(await app.client.sessions.missing({ sessionId })).toEqual([
      { kind: 'quorum', present: 2, required: 2, needsChair: true },
    ])
  })

  it('locks: every command on the session refuses until it is reopened with a reason', async () => {
    const { sessionId } = session
    for (const itemId of session.itemIds) await castAll(itemId)
    const { digest } = await app.client.sessions.close({ sessionId })
    const { agendaItemId, memberId } = first()
    const attempts = [
      () => actsOf(app.client).choose({ ...first(), criterionIndex: 0, option: 1 }),
      () => actsOf(app.client).reopen({ ...first(), reason: 'x' }),
      () => app.client.sessions.setAttendance({ sessionId, memberId, isPresent: false }),
      () => app.client.sessions.setExclusion({ agendaItemId, memberId, kind: 'recused', reason: 'x' }),
      () => app.client.results.setAgreedLevel({ agendaItemId, criterionIndex: 0, option: 1, reason: 'Mẫu đạt' }),
      () => app.client.results.conclude({ agendaItemId, star: 5, note: '' }),
      () => app.client.results.openRound({ agendaItemId, reason: 'x' }),
      () => app.client.sessions.answerKnockout({ agendaItemId, key: 'dossier-1', answer: 'yes', reason: 'x' }),
    ]
    for (const attempt of attempts) await expect(attempt()).rejects.toEqual(refusal('session-locked'))
    await expect(app.client.sessions.reopen({ sessionId, reason: '' })).rejects.toEqual(refusal('reason-required'))
    await app.client.sessions.reopen({ sessionId, reason: 'Sửa tên chủ thể' })
    const again = await app.client.sessions.close({ sessionId })
    expect(again.digest).toBe(digest)
  })

  it('takes a conclusion below the result with its reason alone, and none above', async () => {
    const agendaItemId = session.itemIds[0] as number
    for (const memberId of session.memberIds) {
      await castFullBallot(app.client, { agendaItemId, memberId, zeros: [0, 1, 2, 3] })
    }
    const result = async () => (await app.client.results.session({ sessionId: session.sessionId })).items[0]
    const star = (await result())?.result.star ?? 0
    expect(star).toBeLessThan(5)
    const conclude = (to: number, note: string) => app.client.results.conclude({ agendaItemId, star: to as 4, note })
    await expect(conclude(star - 1, ' ')).rejects.toEqual(refusal('reason-required', { star }))
    await expect(conclude(star + 1, 'Sản phẩm đặc sắc')).rejects.toEqual(refusal('conclusion-above-result', { star }))
    await conclude(star - 1, 'Hồ sơ còn thiếu')
    expect((await result())?.conclusion).toEqual({ star: star - 1, note: 'Hồ sơ còn thiếu' })
    await conclude(star, '')
    expect((await result())?.conclusion).toEqual({ star, note: '' })
  })

  it('needs no ballots for a rejected product', async () => {
    const { sessionId, itemIds } = session
    await castAll(itemIds[0] as number)
    await app.client.sessions.answerKnockout({
      agendaItemId: itemIds[1] as number,
      key: 'dossier-1',
      answer: 'yes',
      reason: 'Hồ sơ giả mạo',
    })
    expect(await app.client.sessions.missing({ sessionId })).toEqual([])
    const record = await app.client.results.session({ sessionId })
    expect(record.items[1]?.result).toMatchObject({ isRejected: true, star: 0, isReferred: false })
  })
})

describe('the audit', () => {
  it('tells of each change with old and new, in one chain', async () => {
    await actsOf(app.client).choose({ ...first(), criterionIndex: 0, option: 1 })
    await actsOf(app.client).choose({ ...first(), criterionIndex: 0, option: 2 })
    const { agendaItemId, memberId } = first()
    const subject = `ballot:${agendaItemId}/${memberId}`
    const events = await app.client.audit.list({ limit: 10, subject })
    expect(events.map(({ command, detail }) => [command, detail])).toEqual([
      ['ballots.choose', { criterion: '1.1', from: 1, to: 2, round: 1 }],
      ['ballots.choose', { criterion: '1.1', from: null, to: 1, round: 1 }],
    ])
  })

  it('has no event for a refused command', async () => {
    const count = async () => (await app.client.workspace.checkIntegrity()).events
    const before = await count()
    await expect(actsOf(app.client).confirm(first())).rejects.toThrow()
    expect(await count()).toBe(before)
  })

  it.each([
    ['an altered event', "UPDATE audit_events SET detail = '{}' WHERE seq = 5", { kind: 'hash', seq: 5 }],
    ['a missing event', 'DELETE FROM audit_events WHERE seq = 5', { kind: 'gap', seq: 6 }],
    [
      'an altered form',
      "UPDATE sealed_files SET body = replace(body, '90', '80') WHERE kind = 'rule-set'",
      { kind: 'seal', seq: undefined },
    ],
  ])('names %s', async (_name, tampering, difference) => {
    const sqlite = app.file()
    sqlite.exec(
      'DROP TRIGGER audit_events_never_change; DROP TRIGGER audit_events_never_go; DROP TRIGGER sealed_files_never_change',
    )
    sqlite.exec(tampering)
    const { isIntact, faults } = await app.client.workspace.checkIntegrity()
    expect(isIntact).toBe(false)
    expect(faults.map(({ kind, facts }) => ({ kind, seq: facts['seq'] }))).toContainEqual(difference)
  })

  it.each([
    ['an option that the form does not print', "'9' || substr(choices, 2)"],
    ['fewer criteria than the form', 'substr(choices, 2)'],
    ['more criteria than the form', "choices || '0'"],
  ])('names the ballot with %s, in an open session too', async (_name, choices) => {
    await castAll(session.itemIds[0] as number)
    app.file().exec(`UPDATE ballots SET choices = ${choices} WHERE id = 1`)
    const { faults } = await app.client.workspace.checkIntegrity()
    const facts = { sessionId: session.sessionId, code: 'SP1/TV1' }
    expect(faults).toContainEqual({ part: 'ballots', kind: 'ballot', facts })
  })

  it('cannot be changed by a plain statement', () => {
    expect(() => app.file().exec("UPDATE audit_events SET actor = 'x'")).toThrow('never change')
    expect(() => app.file().exec('DELETE FROM audit_events')).toThrow('never deleted')
  })

  it('finds a score that was changed behind a locked session', async () => {
    const { sessionId } = session
    for (const itemId of session.itemIds) await castAll(itemId)
    await app.client.sessions.close({ sessionId })
    app.file().exec("UPDATE ballots SET choices = '1' || substr(choices, 2) WHERE id = 1")
    const { faults } = await app.client.workspace.checkIntegrity()
    // The field itself, the result of its session, and all that the session says.
    expect(faults).toMatchObject([
      { kind: 'row-changed', row: { table: 'ballots' }, fields: [{ column: 'choices' }] },
      { kind: 'digest', facts: { sessionId } },
      { kind: 'record-digest', facts: { sessionId } },
    ])
  })
})
