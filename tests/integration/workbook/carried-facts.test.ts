import { expect, it } from 'vitest'
import { actsOf } from '../../helpers/ballot-acts.ts'
import { castFullBallot, createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

it('carries what the office wrote of a session besides its points, out and in again', async () => {
  using app = createTestApp()
  const { client } = app
  const { sessionId, councilId, itemIds, memberIds } = await openSmallSession(app, {
    areKnockoutsAnswered: false,
  })
  const [agendaItemId = 0, other = 0] = itemIds
  const [first = 0, second = 0, third = 0] = memberIds
  await client.councils.save({ id: councilId, fields: { regulationNumber: '12/QC-HĐ' } })
  await client.sessions.update({
    sessionId,
    fields: { regulation: { chairSeesDeviations: true, gateSettlement: 'all', rounding: 'one-decimal' } },
  })
  await client.sessions.takeOver({ sessionId })
  for (const { id } of (await client.producers.list({ limit: 9, offset: 0 })).producers) {
    await client.producers.save({ id, fields: { phone: '0912 000 000', representative: 'Giám đốc', address: 'Khu 3' } })
  }
  await client.sessions.markItems({
    sessionId,
    ids: [agendaItemId],
    facts: { samplesReceived: 5, dossierStatus: 'complete' },
  })
  const facts = {
    samplesReceived: 0,
    dossierStatus: 'incomplete',
    dossierNote: 'Thiếu giấy ATTP;\nthiếu mẫu 02',
  } as const
  await client.sessions.markItems({ sessionId, ids: [other], facts })
  const seen = { isPresent: true, arrivedAt: null, leftAt: null, absenceReason: '' }
  await client.sessions.takeAttendance({
    sessionId,
    rows: [
      { memberId: first, seen, isPresent: true, arrivedAt: '07:30', leftAt: '11:00' },
      { memberId: third, seen, isPresent: false, absenceReason: 'Đi công tác' },
    ],
  })
  await client.sessions.takeExclusions({
    sessionId,
    rows: [
      { agendaItemId: other, memberId: first, seen: null, to: { kind: 'recused', reason: 'Góp vốn; là người nhà' } },
      { agendaItemId: other, memberId: second, seen: null, to: { kind: 'absent', reason: 'Ra ngoài: họp khác' } },
    ],
  })
  await actsOf(client).setOpinion({ agendaItemId, memberId: first, opinion: 'Bao bì đẹp.\nCần mã truy xuất.' })
  await castFullBallot(client, { agendaItemId, memberId: first })
  // Said of a ballot without a point yet.
  await actsOf(client).setOpinion({ agendaItemId, memberId: second, opinion: 'Chưa nếm' })
  for (const [key, reason] of [
    ['dossier-1', 'Giấy tờ bị sửa'],
    ['other', 'Xin rút; không nộp mẫu'],
  ] as const) {
    await client.sessions.answerKnockout({ agendaItemId: other, key, answer: 'yes', reason })
  }
  // Of the first, one condition was passed and the others are open; the second, rejected, passed one.
  for (const [id, key] of [
    [agendaItemId, 'dossier-1'],
    [other, 'dossier-2'],
  ] as const) {
    await client.sessions.answerKnockout({ agendaItemId: id, key, answer: 'no', reason: '' })
  }
  const before = await toldOf(app, sessionId)
  expect(before).toMatchObject({
    regulationNumber: '12/QC-HĐ',
    contacts: [['0912 000 000', 'Giám đốc', 'Khu 3']],
    regulation: { chairSeesDeviations: true, gateSettlement: 'all', rounding: 'one-decimal' },
  })
  expect(before.knockouts.map((answers) => answers.slice(0, 3))).toEqual([
    ['dossier-1 no ', 'dossier-2 unanswered ', 'dossier-3 unanswered '],
    ['dossier-1 yes Giấy tờ bị sửa', 'dossier-2 no ', 'dossier-3 unanswered '],
  ])
  expect(before.knockouts[1]?.at(-1)).toBe('other yes Xin rút; không nộp mẫu')
  expect(before.exclusions[1]?.map(([kind]) => kind)).toEqual(['recused', 'absent'])

  const file = await client.workbook.export({ sessionId, filled: true })
  await client.workspace.create({ name: 'Năm khác' })
  const preview = await client.workbook.preview({ file })
  expect(preview.faults).toEqual([])
  expect(preview.notices).toMatchObject([{ message: expect.stringContaining('TV2 không có điểm của SP1') as string }])
  const imported = await client.workbook.import({ file })
  const [ofFirst = []] = before.opinions
  const opinions = [ofFirst.slice(0, 1), ...before.opinions.slice(1)]
  expect(await toldOf(app, imported.sessionId)).toEqual({ ...before, opinions })
})

async function toldOf({ client }: TestApp, sessionId: number) {
  const { agenda, members, regulation } = await client.sessions.get({ sessionId })
  const [council] = await client.councils.list()
  const { producers } = await client.producers.list({ limit: 9, offset: 0 })
  const contacts = producers.map(async ({ id }) => {
    const { phone, representative, address } = await client.producers.get({ id })
    return [phone, representative, address]
  })
  const { items } = await client.results.session({ sessionId })
  return {
    regulationNumber: council?.regulationNumber,
    regulation,
    knockouts: agenda.map(({ knockouts }) => knockouts.map(({ key, answer, reason }) => `${key} ${answer} ${reason}`)),
    contacts: await Promise.all(contacts),
    items: agenda.map(({ code, samplesReceived, dossierStatus, dossierNote }) => [
      code,
      samplesReceived,
      dossierStatus,
      dossierNote,
    ]),
    members: members.map(({ code, isPresent, arrivedAt, leftAt, absenceReason }) => [
      code,
      isPresent,
      arrivedAt,
      leftAt,
      absenceReason,
    ]),
    exclusions: agenda.map(({ exclusions }) => exclusions.map(({ kind, reason }) => [kind, reason])),
    opinions: items.map(({ ballots }) => ballots.map(({ opinion }) => opinion)),
  }
}
