import { afterEach, beforeEach, expect, it } from 'vitest'
import { castFullBallot, createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

let app: TestApp
let session: Awaited<ReturnType<typeof openSmallSession>>

beforeEach(async () => {
  app = createTestApp()
  session = await openSmallSession(app)
})
afterEach(() => app[Symbol.dispose]())

const set = (change: { beganAt?: string; endedAt?: string; endedOn?: string; discussion?: string }) =>
  app.client.sessions.setMinutes({ sessionId: session.sessionId, ...change })
const minutes = async () => (await app.client.results.session({ sessionId: session.sessionId })).session.minutes

it('keeps what is written for the minutes, each field by itself', async () => {
  await Promise.all([
    set({ beganAt: '08:05' }),
    set({ discussion: ' Ý thứ nhất.\r\nÝ thứ hai. ' }),
    set({ endedAt: '16:30' }),
  ])
  expect(await minutes()).toEqual({
    beganAt: '08:05',
    endedAt: '16:30',
    endedOn: '',
    discussion: 'Ý thứ nhất.\nÝ thứ hai.',
  })
  await set({ endedAt: '' })
  expect(await minutes()).toMatchObject({ beganAt: '08:05', endedAt: '' })
  const [event] = await app.client.audit.list({ limit: 1 })
  expect(event).toMatchObject({
    command: 'sessions.setMinutes',
    detail: { from: { endedAt: '16:30' }, to: { endedAt: '' } },
  })
  expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true, faults: [] })
})

it('refuses a meeting that ends before it began on the same day, and no later one', async () => {
  await set({ beganAt: '13:30' })
  await expect(set({ endedAt: '11:00' })).rejects.toMatchObject({ data: { reason: 'ended-before-beginning' } })
  await set({ endedOn: '2099-01-02', endedAt: '11:00' })
  expect(await minutes()).toMatchObject({ endedAt: '11:00', endedOn: '2099-01-02' })
})

it('refuses once the session is locked', async () => {
  const { sessionId, itemIds, memberIds } = session
  for (const agendaItemId of itemIds) {
    for (const memberId of memberIds) await castFullBallot(app.client, { agendaItemId, memberId })
  }
  await app.client.sessions.close({ sessionId })
  await expect(set({ discussion: 'Thêm' })).rejects.toMatchObject({ data: { reason: 'session-locked' } })
})
