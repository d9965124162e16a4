import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { usualRegulation } from '../../../shared/domain/scoring/usual-regulation.ts'
import { castFullBallot, createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

let app: TestApp
const refused = (reason: string, detail?: object) => ({ code: 'REFUSED', data: { reason, ...(detail && { detail }) } })
const changed = refused('changed-meanwhile')
const [secretaryPassword, checkerPassword] = ['thư ký mật khẩu', 'kiểm tra phiếu']
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

beforeEach(async () => {
  app = createTestApp()
  await openSmallSession(app, { members: 1, products: 1, rules: { ...usualRegulation, chairApproves: true } })
})
afterEach(() => app[Symbol.dispose]())

/** The secretary is at work; all have passwords but the second secretary. */
async function namePeople() {
  const { people } = app.client
  const { id: secretary } = await people.save({ name: 'Thư ký Hội đồng', role: 'secretary' })
  const { id: second } = await people.save({ name: 'Thư ký thứ hai', role: 'secretary' })
  const { id: checker } = await people.save({ name: 'Người kiểm tra', role: 'checker' })
  await people.setPassword({ id: secretary, password: secretaryPassword })
  await people.setPassword({ id: checker, password: checkerPassword })
  return { secretary, second, checker }
}
const outcome = (call: Promise<unknown>) => call.catch((error: unknown) => error)
const desk = async () => (await app.client.workspace.status()).desk
const commands = async () => (await app.client.audit.list({ limit: 500 })).map(({ command }) => command)

describe('a call that waits while another file is opened', () => {
  it('takes no desk of that file, and writes nothing into it', async () => {
    const { checker } = await namePeople()
    const { people, workspace } = app.client
    const right = outcome(people.signIn({ id: checker, password: checkerPassword }))
    const wrong = outcome(people.signIn({ id: checker, password: 'sai mật khẩu' }))
    const reset = outcome(people.setPassword({ id: checker, password: 'mật khẩu khác' }))
    await workspace.create({ name: 'Tệp khác' })
    expect(await Promise.all([right, wrong, reset])).toMatchObject([changed, changed, changed])
    expect(await desk()).toMatchObject({ hasPeople: false, person: null, isLocked: false })
    expect(await commands()).toEqual(['workspace.create'])
  })

  it('gives no approval and no picture to what has the same number there', async () => {
    const { people, workspace, products, results, sessions } = app.client
    const [item] = (await sessions.get({ sessionId: 1 })).agenda
    await castFullBallot(app.client, { agendaItemId: item?.id ?? 0, memberId: 1 })
    await namePeople()
    const { id: chair } = await people.save({ name: 'Chủ tịch', role: 'chair' })
    await people.setPassword({ id: chair, password: 'mật khẩu chủ tịch' })
    const { digest } = await results.session({ sessionId: 1 })
    const approve = outcome(
      sessions.approve({ sessionId: 1, digest, by: { id: chair, password: 'mật khẩu chủ tịch' } }),
    )
    const file = new File([png], 'anh.png', { type: 'image/png' })
    const picture = outcome(products.setPicture({ id: 1, file }))
    await workspace.create({ name: 'Tệp khác' })
    expect(await Promise.all([approve, picture])).toMatchObject([changed, changed])
    expect(await commands()).toEqual(['workspace.create'])
  })
})

describe('a call that waits while people change', () => {
  it('lets nobody in whom the file does not name any more, nor by a password of before, nor in the former role', async () => {
    const { checker } = await namePeople()
    const { people } = app.client
    const signIn = () => outcome(people.signIn({ id: checker, password: checkerPassword }))
    const reset = signIn()
    await people.setPassword({ id: checker, password: null })
    expect(await reset).toMatchObject(changed)
    await people.setPassword({ id: checker, password: checkerPassword })
    const inNewRole = signIn()
    await people.save({ id: checker, name: 'Người kiểm tra', role: 'chair' })
    await inNewRole
    expect((await desk()).person).toMatchObject({ id: checker, role: 'chair' })
    await people.signIn({ id: 2 })
    const removed = signIn()
    await people.remove({ id: checker })
    expect(await removed).toMatchObject(refused('not-found'))
    expect((await desk()).person).toMatchObject({ id: 2 })
  })

  it('writes nothing under the name of who came to the desk in between', async () => {
    const { second } = await namePeople()
    const file = new File([png], 'anh.png', { type: 'image/png' })
    const picture = outcome(app.client.products.setPicture({ id: 1, file }))
    await app.client.people.signIn({ id: second })
    expect(await picture).toMatchObject(changed)
    expect(await commands()).not.toContain('products.setPicture')
  })

  it('is finished behind a lock that came in between', async () => {
    await namePeople()
    const file = new File([png], 'anh.png', { type: 'image/png' })
    const picture = app.client.products.setPicture({ id: 1, file })
    await app.client.people.lock()
    expect(await outcome(picture)).toBeUndefined()
    expect((await desk()).isLocked).toBe(true)
  })
})
