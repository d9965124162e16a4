import { expect, it } from 'vitest'
import { minutesModel } from '../../../electron/documents/minutes/model.ts'
import type { DoubtKind } from '../../../shared/domain/session/doubt-kinds.ts'
import { castFullBallot, createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

const doubtful = (kinds: string) => ({ data: { reason: 'doubtful', detail: { kinds } } })

async function whole(app: TestApp) {
  const session = await openSmallSession(app, { products: 1 })
  const [agendaItemId = 0] = session.itemIds
  for (const memberId of session.memberIds) await castFullBallot(app.client, { agendaItemId, memberId })
  return { ...session, agendaItemId }
}

const lastDetail = async (app: TestApp) => (await app.client.audit.list({ limit: 1 }))[0]?.detail

it('a session is not locked before its day or without its secretary, unless that is accepted and kept', async () => {
  using app = createTestApp()
  const { sessionId, memberIds } = await whole(app)
  await app.client.sessions.update({ sessionId, fields: { heldOn: '2026-11-21' } })
  await expect(app.client.sessions.close({ sessionId })).rejects.toMatchObject(doubtful('before-held-on'))
  await app.client.sessions.setAttendance({ sessionId, memberId: memberIds[1] ?? 0, isPresent: false })
  const both = ['before-held-on', 'no-secretary'] as const
  await expect(app.client.sessions.close({ sessionId, accepted: ['before-held-on'] })).rejects.toMatchObject(
    doubtful(both.join(',')),
  )
  await app.client.sessions.close({ sessionId, accepted: [...both] })
  expect(await lastDetail(app)).toMatchObject({ doubts: both })
  const minutes = JSON.stringify(minutesModel(await app.client.results.session({ sessionId })))
  expect(minutes).toContain('2. Thư ký (người ghi biên bản): không có Thư ký Hội đồng được ghi có mặt.')
  expect(minutes).toMatch(
    /Khi khóa phiên họp lúc [^;]+ ngày \d\d tháng \d\d năm \d{4}, \S[^;]* được hỏi và đã xác nhận: phiên họp được khóa trước ngày họp; không có Thư ký/,
  )
  expect((await app.client.workspace.checkIntegrity()).faults).toEqual([])

  await app.client.sessions.reopen({ sessionId, reason: 'Ghi lại ngày họp' })
  await app.client.sessions.update({ sessionId, fields: { heldOn: '2026-11-19' } })
  await app.client.sessions.setAttendance({ sessionId, memberId: memberIds[1] ?? 0, isPresent: true })
  await app.client.sessions.close({ sessionId })
  expect(JSON.stringify(minutesModel(await app.client.results.session({ sessionId })))).not.toContain('được hỏi')
})

it('a decision dated before its meeting, and a proposal after its decision, are asked and kept', async () => {
  using app = createTestApp()
  const { sessionId } = await whole(app)
  await app.client.sessions.close({ sessionId })
  const enter = async (kind: 'decision' | 'proposal', issuedOn: string, accepted?: DoubtKind[]) => {
    const { unused: _unused, ...proposal } = await app.client.documents.register.propose({ sessionId, kind })
    const issue = { ...proposal, posts: [...proposal.posts], recipients: [...proposal.recipients], issuedOn }
    return app.client.documents.register.enter({ sessionId, kind, issue, reason: '', ...(accepted && { accepted }) })
  }
  await expect(enter('decision', '2026-11-19')).rejects.toMatchObject(doubtful('dated-before-meeting,cited-unnumbered'))
  await enter('decision', '2026-11-19', ['dated-before-meeting', 'cited-unnumbered'])
  // The paper itself is kept by an event of its own.
  const events = await app.client.audit.list({ limit: 5 })
  const entered = events.find(({ command }) => command === 'documents.register.enter')
  expect(entered?.detail).toMatchObject({ doubts: ['dated-before-meeting', 'cited-unnumbered'] })
  await expect(enter('proposal', '2026-11-20')).rejects.toMatchObject(doubtful('dated-after-decision,cited-unnumbered'))
})

it('a product is not opened for the room while a ballot is missing, unless that is accepted', async () => {
  using app = createTestApp()
  const { itemIds, memberIds } = await openSmallSession(app, { products: 1 })
  const [agendaItemId = 0] = itemIds
  await castFullBallot(app.client, { agendaItemId, memberId: memberIds[0] ?? 0 })
  await expect(app.client.results.reveal({ agendaItemId, isRevealed: true })).rejects.toMatchObject(
    doubtful('ballots-missing'),
  )
  await app.client.results.reveal({ agendaItemId, isRevealed: true, accepted: ['ballots-missing'] })
  expect(await lastDetail(app)).toEqual({ isRevealed: true, doubts: ['ballots-missing'] })
  await app.client.results.reveal({ agendaItemId, isRevealed: false })

  // Two ballots that are far apart: whoever opens it is asked that too.
  await castFullBallot(app.client, { agendaItemId, memberId: memberIds[1] ?? 0, zeros: [0, 1, 2, 3, 4, 5, 6, 7] })
  await expect(app.client.results.reveal({ agendaItemId, isRevealed: true })).rejects.toMatchObject(
    doubtful('ballots-missing,needs-discussion'),
  )
})

it('a clock in 2009 is told, asked before a session is locked, and said with every event until it is right', async () => {
  using app = createTestApp()
  const { sessionId } = await whole(app)
  expect((await app.client.workspace.status()).clockBehind).toBeNull()
  app.clock.at = new Date('2009-01-05T07:00:00.000Z')
  const latest = '2026-11-20T07:00:00.000Z'
  expect((await app.client.workspace.status()).clockBehind).toEqual({ now: '2009-01-05T07:00:00.000Z', latest })
  await expect(app.client.sessions.close({ sessionId })).rejects.toMatchObject(doubtful('clock-behind,before-held-on'))
  for (const place of ['Phòng 1', 'Phòng 2']) {
    await app.client.sessions.update({ sessionId, fields: { place } })
    expect(await lastDetail(app)).toMatchObject({ clockBehind: latest })
  }
  app.clock.at = new Date('2026-11-20T08:00:00.000Z')
  await app.client.sessions.update({ sessionId, fields: { place: 'Phòng 3' } })
  expect(await lastDetail(app)).not.toHaveProperty('clockBehind')
  expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
})
