import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestRoom } from '../../helpers/open-room.ts'
import { createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

let app: TestApp
const refused = (reason: string, detail?: object) => ({ code: 'REFUSED', data: { reason, ...(detail && { detail }) } })
const [secretaryPassword, checkerPassword] = ['thư ký mật khẩu', 'kiểm tra phiếu']

beforeEach(() => {
  app = createTestApp()
})
afterEach(() => app[Symbol.dispose]())

/** A secretary and a checker, the secretary at work. */
async function namePeople(passwords = true) {
  const { people } = app.client
  const { id: secretary } = await people.save({ name: 'Thư ký Hội đồng', role: 'checker' })
  const { id: checker } = await people.save({ name: 'Người kiểm tra', role: 'checker' })
  if (!passwords) return { secretary, checker, code: '' }
  const { recoveryCode } = await people.setPassword({ id: secretary, password: secretaryPassword })
  await people.setPassword({ id: checker, password: checkerPassword })
  return { secretary, checker, code: recoveryCode ?? '' }
}
const desk = async () => (await app.client.workspace.status()).desk

describe('people of a file', () => {
  it('are nobody at first, and everything is allowed', async () => {
    await openSmallSession(app)
    expect(await desk()).toMatchObject({ hasPeople: false, person: null, isLocked: false })
    await expect(app.client.people.lock()).resolves.toBeUndefined()
    expect(await desk()).toMatchObject({ isLocked: false })
  })

  it('begin with a secretary, who works from then on', async () => {
    await app.client.workspace.create({ name: 'Tệp' })
    const { secretary } = await namePeople(false)
    expect(await desk()).toMatchObject({ hasPeople: true, person: { id: secretary, role: 'secretary' } })
    expect((await app.client.workspace.status()).operator).toBe('Thư ký Hội đồng')
    await expect(app.client.workspace.setOperator({ name: 'Ai khác' })).rejects.toMatchObject(refused('not-found'))
  })

  it('always leave a secretary', async () => {
    await app.client.workspace.create({ name: 'Tệp' })
    const { secretary, checker } = await namePeople(false)
    const { people } = app.client
    await expect(people.remove({ id: secretary })).rejects.toMatchObject(refused('last-secretary'))
    const demoted = people.save({ id: secretary, name: 'Thư ký Hội đồng', role: 'chair' })
    await expect(demoted).rejects.toMatchObject(refused('last-secretary'))
    await people.save({ id: checker, name: 'Người kiểm tra', role: 'secretary' })
    await expect(people.remove({ id: secretary })).rejects.toMatchObject(refused('in-use'))
    await people.signIn({ id: checker })
    await people.remove({ id: secretary })
    expect(await people.list()).toEqual([
      { id: checker, name: 'Người kiểm tra', role: 'secretary', hasPassword: false },
    ])
  })

  it('keep the name under which the log knows them, and nobody takes it', async () => {
    await app.client.workspace.create({ name: 'Tệp' })
    const { secretary, checker } = await namePeople(false)
    const { people } = app.client
    const renamed = people.save({ id: secretary, name: 'Tên mới', role: 'secretary' })
    await expect(renamed).rejects.toMatchObject(refused('person-has-acted'))
    const taken = people.save({ id: checker, name: 'thư ký  hội đồng', role: 'checker' })
    await expect(taken).rejects.toMatchObject(refused('name-taken'))
    await people.save({ id: checker, name: 'Người kiểm tra 2', role: 'checker' })
  })

  it('are refused what their role does not allow, and told who may', async () => {
    const { sessionId, itemIds, memberIds } = await openSmallSession(app)
    const { secretary, checker } = await namePeople(false)
    await app.client.people.signIn({ id: checker })
    const events = (await app.client.audit.list({ limit: 500 })).length
    const conclude = { agendaItemId: itemIds[0] as number, star: 3, note: '' } as const
    const onlySecretary = refused('not-allowed', { who: 'secretary' })
    await expect(app.client.results.conclude(conclude)).rejects.toMatchObject(onlySecretary)
    await expect(app.client.sessions.close({ sessionId })).rejects.toMatchObject(onlySecretary)
    await expect(app.client.people.save({ name: 'Ai khác', role: 'secretary' })).rejects.toMatchObject(onlySecretary)
    await expect(app.client.people.setPassword({ id: secretary, password: null })).rejects.toMatchObject(onlySecretary)
    const opinion = { agendaItemId: itemIds[0] as number, memberId: memberIds[0] as number }
    expect(await app.client.ballots.get(opinion)).toMatchObject(opinion)
    expect((await app.client.audit.list({ limit: 500 })).length).toBe(events)
  })
})

describe('a password', () => {
  it('is asked for when the file is opened, and nothing else is answered before', async () => {
    await openSmallSession(app)
    const { secretary, checker } = await namePeople()
    const { open } = await app.client.workspace.status()
    await app.client.workspace.close()
    await app.client.workspace.open({ id: open?.id ?? '' })
    expect(await desk()).toMatchObject({ isLocked: true, person: null, expected: secretary })
    await expect(app.client.councils.list()).rejects.toMatchObject(refused('locked'))
    await expect(app.client.people.save({ name: 'Ai', role: 'secretary' })).rejects.toMatchObject(refused('locked'))
    await expect(app.client.people.signIn({ id: checker, password: secretaryPassword })).rejects.toMatchObject(
      refused('password-wrong'),
    )
    await expect(app.client.people.signIn({ id: checker })).rejects.toMatchObject(refused('password-wrong'))
    await app.client.people.signIn({ id: secretary, password: secretaryPassword.normalize('NFD') })
    expect(await app.client.councils.list()).toHaveLength(1)
    const [first] = await app.client.audit.list({ limit: 1, feature: 'people' })
    expect(first).toMatchObject({ command: 'people.wrongPassword', actor: 'Chưa đăng nhập', detail: { wrongTries: 2 } })
  })

  it('makes who types wrong ones wait longer and longer, also at once', async () => {
    await app.client.workspace.create({ name: 'Tệp' })
    const { secretary } = await namePeople()
    const { people } = app.client
    await people.lock()
    const wrong = () => people.signIn({ id: secretary, password: 'sai mật khẩu' }).catch((error: unknown) => error)
    expect(await Promise.all([wrong(), wrong(), wrong(), wrong()])).toMatchObject([
      refused('password-wrong', { seconds: 0 }),
      refused('password-wrong', { seconds: 0 }),
      refused('password-wrong', { seconds: 2 }),
      refused('password-wait', { seconds: 2 }),
    ])
    const right = () => people.signIn({ id: secretary, password: secretaryPassword })
    await expect(right()).rejects.toMatchObject(refused('password-wait', { seconds: 2 }))
    app.clock.at = new Date(app.clock.at.getTime() + 2000)
    expect(await wrong()).toMatchObject(refused('password-wrong', { seconds: 4 }))
    app.clock.at = new Date(app.clock.at.getTime() + 4000)
    await right()
    await people.lock()
    expect(await wrong()).toMatchObject(refused('password-wrong', { seconds: 0 }))
  })

  it('stands nowhere in the file, its log or its audit', async () => {
    await app.client.workspace.create({ name: 'Tệp' })
    const { code } = await namePeople()
    const path = app.context.workspace.current?.path ?? ''
    const events = JSON.stringify(await app.client.audit.list({ limit: 500 }))
    await app.client.workspace.close()
    const bytes = readFileSync(path)
    expect(events).not.toContain('argon2')
    for (const secret of [secretaryPassword, checkerPassword, code, code.replaceAll('-', '')]) {
      expect(bytes.includes(secret), secret).toBe(false)
      expect(events).not.toContain(secret)
    }
    expect(bytes.includes('$argon2id$v=19$m=47104,t=1,p=1$')).toBe(true)
  })

  it('is changed by who knows the present one, reset by another secretary, and gone by the recovery code', async () => {
    await app.client.workspace.create({ name: 'Tệp' })
    const { secretary, checker, code } = await namePeople()
    const { people } = app.client
    const change = { id: secretary, password: 'mật khẩu khác' }
    await expect(people.setPassword(change)).rejects.toMatchObject(refused('password-wrong'))
    await people.setPassword({ id: checker, password: 'đặt lại cho người khác' })
    await people.lock()
    await people.signIn({ id: secretary, password: ` ${code.toLowerCase().replaceAll('-', ' ')}` })
    expect((await desk()).person).toMatchObject({ id: secretary, hasPassword: false })
    await people.setPassword(change)
    await people.lock()
    await expect(people.signIn({ id: secretary, password: code })).rejects.toMatchObject(refused('password-wrong'))
  })

  it('of who becomes a secretary comes with a recovery code, and the last code of a kept file stays in it', async () => {
    await app.client.workspace.create({ name: 'Tệp' })
    const { secretary, checker } = await namePeople()
    const { people } = app.client
    const promoted = await people.save({ id: checker, name: 'Người kiểm tra', role: 'secretary' })
    expect(promoted.recoveryCode).toMatch(/^(\w{4}-){4}\w{4}$/)
    // As a file of before has it: somebody became a secretary without a code.
    app.file().exec(`UPDATE people SET recovery_hash = NULL WHERE id = ${checker}`)
    const demoted = people.save({ id: secretary, name: 'Thư ký Hội đồng', role: 'checker' })
    await expect(demoted).rejects.toMatchObject(refused('last-recovery-code', { name: 'Thư ký Hội đồng' }))
    await people.signIn({ id: checker, password: checkerPassword })
    const removed = people.remove({ id: secretary })
    await expect(removed).rejects.toMatchObject(refused('last-recovery-code'))
    const own = { id: checker, password: checkerPassword, present: checkerPassword }
    const { recoveryCode } = await people.setPassword(own)
    await people.remove({ id: secretary })
    await people.lock()
    await people.signIn({ id: checker, password: recoveryCode ?? '' })
    expect((await desk()).person).toMatchObject({ id: checker, hasPassword: false })
  })

  it('is asked of the lender as the keys are given back', async () => {
    await app.client.workspace.create({ name: 'Tệp' })
    const { secretary, checker } = await namePeople()
    const { people } = app.client
    await people.signIn({ id: checker, password: checkerPassword, lends: true })
    expect(await desk()).toMatchObject({ person: { id: checker }, lender: 'Thư ký Hội đồng' })
    await people.giveBack()
    expect(await desk()).toMatchObject({ isLocked: true, expected: secretary, lender: null })
    await people.signIn({ id: secretary, password: secretaryPassword })
    await people.giveBack()
    expect(await desk()).toMatchObject({ isLocked: false, person: { id: secretary } })
  })
})

describe('keys that were lent', () => {
  it('stay lent where the one who has them unlocks the screen', async () => {
    await app.client.workspace.create({ name: 'Tệp' })
    const { checker } = await namePeople()
    const { people } = app.client
    await people.signIn({ id: checker, password: checkerPassword, lends: true })
    await people.lock()
    await people.signIn({ id: checker, password: checkerPassword })
    expect(await desk()).toMatchObject({ isLocked: false, lender: 'Thư ký Hội đồng' })
  })

  it('go back to the lender as the file knows that one now', async () => {
    await app.client.workspace.create({ name: 'Tệp' })
    const { secretary, checker } = await namePeople(false)
    const { people } = app.client
    const lendTo = (id: number) => people.signIn({ id, lends: true })
    await people.save({ id: checker, name: 'Người kiểm tra', role: 'secretary' })
    await lendTo(checker)
    await people.save({ id: secretary, name: 'Thư ký Hội đồng', role: 'checker' })
    await people.giveBack()
    expect((await desk()).person).toMatchObject({ id: secretary, role: 'checker' })
    await lendTo(checker)
    await people.setPassword({ id: secretary, password: secretaryPassword })
    await people.giveBack()
    expect(await desk()).toMatchObject({ isLocked: true, expected: secretary })
    await people.signIn({ id: secretary, password: secretaryPassword })
    await lendTo(checker)
    await people.remove({ id: secretary })
    await people.giveBack()
    expect(await desk()).toMatchObject({ isLocked: true, person: null, lender: null })
    await expect(app.client.councils.list()).rejects.toMatchObject(refused('locked'))
  })
})

describe('the lock', () => {
  it('is no way out of a file whose meeting room is on', async () => {
    using room = await openTestRoom()
    const { people, workspace, councils } = room.app.client
    const { id } = await people.save({ name: 'Thư ký Hội đồng', role: 'secretary' })
    await people.setPassword({ id, password: secretaryPassword })
    await people.lock()
    expect((await workspace.status()).desk).toMatchObject({ isLocked: true, heldBy: 'room' })
    await expect(workspace.close()).rejects.toMatchObject(refused('locked'))
    await expect(workspace.create({ name: 'Tệp khác' })).rejects.toMatchObject(refused('locked'))
    expect(room.app.context.room.current).not.toBeNull()
    await people.signIn({ id, password: secretaryPassword })
    expect(await councils.list()).toHaveLength(1)
  })

  it('makes who closes the file and opens it again wait all the same', async () => {
    await app.client.workspace.create({ name: 'Tệp' })
    const { secretary } = await namePeople()
    const { people, workspace } = app.client
    const id = (await workspace.status()).open?.id ?? ''
    await people.lock()
    const wrong = () => people.signIn({ id: secretary, password: 'sai mật khẩu' })
    for (const seconds of [0, 0, 2]) await expect(wrong()).rejects.toMatchObject(refused('password-wrong', { seconds }))
    await workspace.close()
    await workspace.open({ id })
    await expect(wrong()).rejects.toMatchObject(refused('password-wait', { seconds: 2 }))
    app.clock.at = new Date(app.clock.at.getTime() + 2000)
    await expect(wrong()).rejects.toMatchObject(refused('password-wrong', { seconds: 4 }))
    app.clock.at = new Date(app.clock.at.getTime() + 4000)
    await people.signIn({ id: secretary, password: secretaryPassword })
    const [last] = await app.client.audit.list({ limit: 1, feature: 'people' })
    expect(last).toMatchObject({ command: 'people.wrongPassword', detail: { wrongTries: 4 } })
  })
})

describe('keys lent in a file that names nobody', () => {
  it('go back to the name of before', async () => {
    await app.client.workspace.create({ name: 'Tệp' })
    await app.client.workspace.setOperator({ name: 'Người thứ hai', lends: true })
    expect(await desk()).toMatchObject({ lender: 'Thư ký' })
    await app.client.people.giveBack()
    expect((await app.client.workspace.status()).operator).toBe('Thư ký')
  })
})
