import { afterEach, beforeEach, expect, it } from 'vitest'
import { createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

let app: TestApp
let session: Awaited<ReturnType<typeof openSmallSession>>

beforeEach(async () => {
  app = createTestApp()
  session = await openSmallSession(app)
})
afterEach(() => app[Symbol.dispose]())

const key = () => ({ sessionId: session.sessionId, memberId: session.memberIds[2] as number })
const member = async () => (await app.client.sessions.get({ sessionId: session.sessionId })).members[2]

it('keeps why a member did not come, and forgets it when the member comes after all', async () => {
  await app.client.sessions.setAttendance({ ...key(), isPresent: false, absenceReason: 'Đi công tác' })
  expect(await member()).toMatchObject({ isPresent: false, absenceReason: 'Đi công tác' })
  await app.client.sessions.setAttendance({ ...key(), isPresent: false })
  expect(await member()).toMatchObject({ absenceReason: 'Đi công tác' })
  await app.client.sessions.setAttendance({ ...key(), isPresent: true, arrivedAt: '08:05' })
  expect(await member()).toMatchObject({ isPresent: true, arrivedAt: '08:05', absenceReason: '' })
})

it('counts the quorum with each change', async () => {
  const quorum = async () => (await app.client.sessions.get({ sessionId: session.sessionId })).quorum
  expect(await quorum()).toMatchObject({ present: 3, required: 2, isMet: true })
  await app.client.sessions.setAttendance({ ...key(), isPresent: false })
  await app.client.sessions.setAttendance({ ...key(), memberId: session.memberIds[1] as number, isPresent: false })
  expect(await quorum()).toMatchObject({ present: 1, required: 2, isMet: false })
})

it('refuses a member who leaves before having arrived, and keeps the times of before', async () => {
  const set = (times: { arrivedAt?: string | null; leftAt?: string | null }) =>
    app.client.sessions.setAttendance({ ...key(), isPresent: true, ...times })
  await set({ arrivedAt: '09:15' })
  await expect(set({ leftAt: '08:00' })).rejects.toMatchObject({
    data: { reason: 'left-before-arrival', detail: { arrivedAt: '09:15', leftAt: '08:00' } },
  })
  await set({ leftAt: '11:30' })
  await expect(set({ arrivedAt: '13:00' })).rejects.toMatchObject({ data: { reason: 'left-before-arrival' } })
  await expect(set({ arrivedAt: '10:00', leftAt: '10:00' })).rejects.toMatchObject({
    data: { reason: 'left-before-arrival' },
  })
  expect(await member()).toMatchObject({ arrivedAt: '09:15', leftAt: '11:30' })
})

it('has nobody present before the roll is called', async () => {
  const { councilId } = session
  const { year, round, heldOn, place, referralThreshold, regulation } = await app.client.sessions.get(session)
  const fields = { year, round: round + 1, heldOn, place, referralThreshold, regulation }
  const next = await app.client.sessions.create({ councilId, ruleSetId: 'qd-26-2026', fields })
  const { members, quorum } = await app.client.sessions.get({ sessionId: next.id })
  expect(members.map(({ isPresent }) => isPresent)).toEqual([false, false, false])
  expect(quorum).toMatchObject({ present: 0, isMet: false })
})

it('keeps the presence where only a time or a reason is said', async () => {
  await app.client.sessions.setAttendance({ ...key(), leftAt: '11:00' })
  expect(await member()).toMatchObject({ isPresent: true, leftAt: '11:00' })
  await app.client.sessions.setAttendance({ ...key(), isPresent: false, leftAt: null })
  await app.client.sessions.setAttendance({ ...key(), absenceReason: 'Ốm' })
  expect(await member()).toMatchObject({ isPresent: false, absenceReason: 'Ốm' })
})
