import { expect, it } from 'vitest'
import { filledBallotsModel } from '../../../electron/documents/ballot-form/model.ts'
import { rescoringTexts } from '../../../electron/documents/minutes/products.ts'
import { actsOf } from '../../helpers/ballot-acts.ts'
import { castFullBallot, createTestApp, openSmallSession } from '../../helpers/test-app.ts'

it('begins a round with the ballots of the one before, of which only those discussed are open, and says so', async () => {
  using app = createTestApp()
  const { client } = app
  const { sessionId, itemIds, memberIds } = await openSmallSession(app, { members: 5, products: 1 })
  const [agendaItemId = 0] = itemIds
  const [first = 0, second = 0, third = 0, fourth = 0, fifth = 0] = memberIds
  await actsOf(client).setOpinion({ agendaItemId, memberId: first, opinion: 'Bao bì đẹp' })
  for (const memberId of [first, second, third, fifth]) {
    const zeros = memberId === third ? [0, 1, 2, 3, 4] : []
    await castFullBallot(client, { agendaItemId, memberId, zeros })
  }
  await actsOf(client).choose({ agendaItemId, memberId: fourth, criterionIndex: 0, option: 1 })
  // Scored, and recused since.
  await client.sessions.setExclusion({ agendaItemId, memberId: fifth, kind: 'recused', reason: 'Cùng cơ quan' })
  const recordNow = async () => client.results.session({ sessionId })
  const resultNow = async () => (await recordNow()).items[0]?.result
  const before = await client.ballots.ofItem({ agendaItemId })
  const earlier = await resultNow()

  const round = { agendaItemId, reason: 'Chênh lệch lớn.' }
  for (const nobody of [fifth, 999]) {
    const refused = client.results.openRound({ ...round, opened: [third, nobody] })
    await expect(refused).rejects.toMatchObject({ data: { reason: 'not-found' } })
  }
  await expect(client.results.openRound({ ...round, opened: [] })).rejects.toThrow()
  expect(await client.results.openRound({ ...round, opened: [third] })).toEqual({ round: 2 })

  const after = await client.ballots.ofItem({ agendaItemId })
  expect(after.map(({ round: number, version, state }) => [number, version, state])).toEqual([
    [2, 1, 'confirmed'],
    [2, 1, 'confirmed'],
    [2, 1, 'draft'],
    [2, 1, 'draft'],
    [2, 0, 'none'],
  ])
  const contentOf = (ballots: typeof before) =>
    ballots.slice(0, 4).map(({ choices, opinion }) => ({ choices, opinion }))
  expect(contentOf(after)).toEqual(contentOf(before))

  const roundsPrinted = async () => {
    const { sheets } = filledBallotsModel(await recordNow())
    return sheets.map(({ facts }) => facts.flat().find(({ label }) => label === 'Lần chấm')?.value)
  }
  const copy = '2 (sao từ lần chấm 1)'
  expect(await roundsPrinted()).toEqual(['1', '1', '1', '1', '1', copy, copy, '2', '2'])

  // Until something changes it is the round of before.
  await actsOf(client).confirm({ agendaItemId, memberId: third })
  expect(await resultNow()).toEqual(earlier)
  await actsOf(client).reopen({ agendaItemId, memberId: third, reason: 'Chấm lại' })
  await actsOf(client).choose({ agendaItemId, memberId: third, criterionIndex: 0, option: 1 })
  await actsOf(client).confirm({ agendaItemId, memberId: third })
  expect((await resultNow())?.mean).not.toEqual(earlier?.mean)

  const [event] = await client.audit.list({ limit: 20, subject: `item:${agendaItemId}` })
  expect(event).toMatchObject({
    command: 'results.openRound',
    detail: { round: 2, copied: [first, second], opened: [third, fourth], scoredAgain: 'TV3, TV4' },
  })
  expect(rescoringTexts(await recordNow())).toEqual([
    expect.stringMatching(
      /lần chấm 1, chưa đủ phiếu \(3\/4\); không tính phiếu của TV5, không tham gia chấm; lý do: Chênh lệch lớn; lần chấm 2 mở lại phiếu của TV3, TV4 để chấm lại, 02 phiếu khác được sao nguyên từ lần chấm 1$/,
    ),
  ])
  expect((await recordNow()).items[0]?.earlierRounds[0]?.ballots).toHaveLength(5)
  expect(await client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
})

it('copies a ballot that a second person keyed as what it is, and says nothing of a round that begins blank', async () => {
  using app = createTestApp()
  const { client } = app
  const { sessionId, itemIds, memberIds } = await openSmallSession(app, { members: 2, products: 1 })
  const [agendaItemId = 0] = itemIds
  const [first = 0, second = 0] = memberIds
  for (const memberId of memberIds) await castFullBallot(client, { agendaItemId, memberId })
  const set = app
    .file()
    .prepare(
      "UPDATE ballots SET state = 'verified', verified_by = 'Người thứ hai', second_choices = choices WHERE member_id = ?",
    )
  set.run(first)
  await client.results.openRound({ agendaItemId, reason: 'Thảo luận', opened: [second] })
  const rows = app
    .file()
    .prepare(
      'SELECT member_id, state, confirmed_by, verified_by, second_choices = choices AS same FROM ballots WHERE scoring_round = 2 ORDER BY 1',
    )
  expect(rows.all()).toEqual([
    { member_id: first, state: 'verified', confirmed_by: 'Thư ký', verified_by: 'Người thứ hai', same: 1 },
    { member_id: second, state: 'draft', confirmed_by: null, verified_by: null, same: null },
  ])
  await client.results.openRound({ agendaItemId, reason: 'Chấm lại từ đầu' })
  const record = await client.results.session({ sessionId })
  const [, fromBlank] = record.items[0]?.earlierRounds ?? []
  expect(fromBlank).not.toHaveProperty('carried')
  const [finished, unfinished] = rescoringTexts(record)
  expect(finished).toMatch(/lần chấm 1 \(điểm trung bình [\d,]+, chênh lệch 0 điểm\); lý do/)
  expect(unfinished).toMatch(/lần chấm 2, chưa đủ phiếu \(1\/2\); lý do: Chấm lại từ đầu$/)
  // Who is recused, absent or there from now on changes nothing of the rounds that were left.
  await client.sessions.setExclusion({ agendaItemId, memberId: second, kind: 'recused', reason: 'Cùng cơ quan' })
  expect(rescoringTexts(await client.results.session({ sessionId }))).toEqual([finished, unfinished])
  await client.sessions.setExclusion({ agendaItemId, memberId: first, kind: 'recused', reason: 'Cùng cơ quan' })
  const [copiesGone] = rescoringTexts(await client.results.session({ sessionId }))
  expect(copiesGone).toBe(finished)
  // A round that an older program opened tells nobody: who scores now says it, and the minutes name whose ballots went.
  app.file().exec('DROP TRIGGER audit_events_never_change')
  app.file().prepare("UPDATE audit_events SET detail = json_remove(detail, '$.scorers')").run()
  const [since] = rescoringTexts(await client.results.session({ sessionId }))
  expect(since).toMatch(/không tính phiếu của TV1, TV2, không tham gia chấm/)
})
