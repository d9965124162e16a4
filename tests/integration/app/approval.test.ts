import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { usualRegulation } from '../../../shared/domain/scoring/usual-regulation.ts'
import { actsOf } from '../../helpers/ballot-acts.ts'
import { castFullBallot, createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

let app: TestApp
let session: Awaited<ReturnType<typeof openSmallSession>>
const refused = (reason: string, detail?: object) => ({ code: 'REFUSED', data: { reason, ...(detail && { detail }) } })

beforeEach(async () => {
  app = createTestApp()
  const rules = { ...usualRegulation, chairApproves: true }
  session = await openSmallSession(app, { members: 2, products: 1, rules })
})
afterEach(() => app[Symbol.dispose]())

const place = () => ({ agendaItemId: session.itemIds[0] as number, memberId: session.memberIds[0] as number })
async function castAll() {
  for (const memberId of session.memberIds) await castFullBallot(app.client, { ...place(), memberId })
}
const facts = async () => (await app.client.sessions.get({ sessionId: session.sessionId })).approval
const missing = async () =>
  (await app.client.sessions.missing({ sessionId: session.sessionId })).map(({ kind }) => kind)
const digest = async () => (await app.client.results.session({ sessionId: session.sessionId })).digest
const approve = async (by?: { name: string } | { id: number; password?: string }) =>
  app.client.sessions.approve({ sessionId: session.sessionId, digest: await digest(), ...(by && { by }) })
const lastEvents = async (limit: number) =>
  (await app.client.audit.list({ limit })).map(({ command, actor }) => [command, actor])

describe("the chair's approval", () => {
  it('is what a session waits for whose regulations ask for it, and locks with it', async () => {
    await castAll()
    const { sessionId } = session
    expect(await missing()).toEqual(['approval'])
    await expect(app.client.sessions.close({ sessionId })).rejects.toMatchObject(refused('session-not-ready'))
    await approve({ name: 'Chủ tịch Hội đồng' })
    expect(await facts()).toMatchObject({ by: 'Chủ tịch Hội đồng', digest: await digest() })
    expect(await lastEvents(1)).toEqual([['sessions.approve', 'Chủ tịch Hội đồng']])
    await app.client.sessions.close({ sessionId })
    expect(await facts()).toMatchObject({ by: 'Chủ tịch Hội đồng' })
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
  })

  it('is not given before the session is whole, nor to a tally that has moved on', async () => {
    await expect(approve({ name: 'Chủ tịch' })).rejects.toMatchObject(refused('session-not-ready'))
    await castAll()
    const old = { sessionId: session.sessionId, digest: 'f'.repeat(64), by: { name: 'Chủ tịch' } }
    await expect(app.client.sessions.approve(old)).rejects.toMatchObject(refused('approval-outdated'))
    expect(await facts()).toBeNull()
  })

  it('is nobody’s who works alone', async () => {
    await castAll()
    await expect(approve({ name: 'thư  ký' })).rejects.toMatchObject(refused('approver-is-operator'))
    await expect(approve()).rejects.toMatchObject(refused('not-allowed', { who: 'chair' }))
  })

  it('ends with any change of what was approved, with an event of its own', async () => {
    await castAll()
    const { sessionId, councilId, itemIds } = session
    const fields = { code: 'TV1', name: 'Tên khác', position: '', organisation: '', role: 'chair' } as const
    const changes: readonly (() => Promise<unknown>)[] = [
      async () => {
        await actsOf(app.client).reopen({ ...place(), reason: 'Đọc nhầm' })
        expect(await facts()).toBeNull()
        expect(await lastEvents(1)).toEqual([['sessions.endApproval', 'Thư ký']])
        await actsOf(app.client).confirm(place())
      },
      () => app.client.results.conclude({ agendaItemId: itemIds[0] as number, star: 5, note: 'Đạt' }),
      () => app.client.councils.saveMember({ councilId, id: session.memberIds[0] as number, fields }),
      () => app.client.sessions.setSoleOperator({ sessionId, note: 'Chỉ có một người' }),
    ]
    for (const [index, change] of changes.entries()) {
      await approve({ name: 'Chủ tịch' })
      await change()
      expect(await facts(), String(index)).toBeNull()
    }
    const ended = (await app.client.audit.list({ limit: 500 })).filter(
      ({ command }) => command === 'sessions.endApproval',
    )
    expect(ended).toHaveLength(changes.length)
    expect(await missing()).toEqual(['approval'])
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
  })

  it('stays with what touches nothing that was approved, and ends with unlocking', async () => {
    await castAll()
    const { sessionId, itemIds } = session
    await approve({ name: 'Chủ tịch' })
    await app.client.sessions.setCurrentItem({ sessionId, agendaItemId: itemIds[0] as number })
    await app.client.results.reveal({ agendaItemId: itemIds[0] as number, isRevealed: true })
    expect(await facts()).not.toBeNull()
    await app.client.sessions.close({ sessionId })
    await app.client.sessions.reopen({ sessionId, reason: 'Sửa nơi họp' })
    expect(await facts()).toBeNull()
    expect((await lastEvents(2)).map(([command]) => command)).toEqual(['sessions.endApproval', 'sessions.reopen'])
  })

  it('is a person’s with the chair’s role, by password, once the file names people', async () => {
    await castAll()
    const { people } = app.client
    await people.save({ name: 'Thư ký Hội đồng', role: 'secretary' })
    const { id: checker } = await people.save({ name: 'Người kiểm tra', role: 'checker' })
    const { id: chair } = await people.save({ name: 'Chủ tịch Hội đồng', role: 'chair' })
    await people.setPassword({ id: chair, password: 'mật khẩu chủ tịch' })
    await expect(approve({ name: 'Chủ tịch' })).rejects.toMatchObject(refused('not-allowed', { who: 'chair' }))
    await expect(approve({ id: checker })).rejects.toMatchObject(refused('not-allowed', { who: 'chair' }))
    await expect(approve({ id: chair, password: 'sai' })).rejects.toMatchObject(refused('password-wrong'))
    await approve({ id: chair, password: 'mật khẩu chủ tịch' })
    expect(await lastEvents(1)).toEqual([['sessions.approve', 'Chủ tịch Hội đồng']])
    expect((await app.client.workspace.status()).operator).toBe('Thư ký Hội đồng')
    await people.signIn({ id: chair, password: 'mật khẩu chủ tịch' })
    await approve()
    const close = app.client.sessions.close({ sessionId: session.sessionId })
    await expect(close).rejects.toMatchObject(refused('not-allowed', { who: 'secretary' }))
  })

  it('of a typed name ends with the first person of the file, who may be named as was typed', async () => {
    await castAll()
    const { people } = app.client
    await approve({ name: 'Chủ tịch Hội đồng' })
    await people.save({ name: 'Thư ký Hội đồng', role: 'secretary' })
    expect(await facts()).toBeNull()
    expect(await lastEvents(1)).toEqual([['sessions.endApproval', 'Thư ký']])
    const { id: chair } = await people.save({ name: 'Chủ tịch Hội đồng', role: 'chair' })
    await approve({ id: chair })
    await people.save({ name: 'Người kiểm tra', role: 'checker' })
    expect(await facts()).toMatchObject({ by: 'Chủ tịch Hội đồng' })
  })

  it('ends as who gave it is removed or is no chair any more, and stays in what was locked', async () => {
    await castAll()
    const { people, sessions } = app.client
    await people.save({ name: 'Thư ký Hội đồng', role: 'secretary' })
    const name = 'Chủ tịch Hội đồng'
    const { id: chair } = await people.save({ name, role: 'chair' })
    await approve({ id: chair })
    await people.save({ id: chair, name, role: 'checker' })
    expect(await facts()).toBeNull()
    await people.save({ id: chair, name, role: 'chair' })
    await approve({ id: chair })
    await people.remove({ id: chair })
    expect(await facts()).toBeNull()
    const { id: again } = await people.save({ name, role: 'chair' })
    await approve({ id: again })
    await sessions.close({ sessionId: session.sessionId })
    await people.remove({ id: again })
    expect(await facts()).toMatchObject({ by: name })
    expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
  })
})
