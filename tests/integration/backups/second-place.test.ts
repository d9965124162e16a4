import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Jobs } from '../../../electron/work/jobs.ts'
import { castFullBallot, type TestApp } from '../../helpers/test-app.ts'
import { withStick } from '../../helpers/with-stick.ts'

// What is chosen for the second place stays as it was chosen last, and so does the password.

const [first, second] = ['mật khẩu thứ nhất', 'mật khẩu thứ hai']
const refused = (reason: string, detail?: object) => ({ code: 'REFUSED', data: { reason, ...(detail && { detail }) } })

/** Does something once a job of that kind is done, before whoever asked for it hears of it. */
function after({ context }: TestApp, kind: keyof Jobs, act: () => Promise<unknown>): void {
  const { work } = context
  const run: typeof work.run = async (...job) => {
    const answer = await work.run(...job)
    if (job[0] === kind) await act()
    return answer
  }
  Object.assign(context, { work: { ...work, run } })
}

const proofOf = (app: TestApp): string => join(app.folder, 'sao-luu', 'mat-khau.age')
const secondNow = async (app: TestApp) => (await app.client.backups.status()).second
const onStick = async (app: TestApp) => (await app.client.backups.list()).filter(({ place }) => place === 'second')

test('left while a copy is made there, it stays left', async () => {
  using made = await withStick()
  const { app } = made
  after(app, 'copy-backup', () => app.client.backups.leaveSecond())
  await app.client.backups.copyToSecond({})
  expect(await secondNow(app)).toBeNull()
})

test('given a password while a copy is made there, it keeps the password, and that copy does not count', async () => {
  using made = await withStick()
  const { app } = made
  after(app, 'copy-backup', () => app.client.backups.setPassword({ password: first }))
  await app.client.backups.copyToSecond({})
  expect(await secondNow(app)).toMatchObject({ isEncrypted: true, lastAt: null })
})

test('left while a password is set, it stays left, and nothing of the password stays', async () => {
  using made = await withStick()
  const { app } = made
  after(app, 'seal-file', () => app.client.backups.leaveSecond())
  const setting = app.client.backups.setPassword({ password: first })
  await expect(setting).rejects.toMatchObject(refused('no-second-place'))
  expect(await secondNow(app)).toBeNull()
  expect(existsSync(proofOf(app))).toBe(false)
})

test('a password that cannot be set leaves the one before as it was', async () => {
  using made = await withStick()
  const { app } = made
  await app.client.backups.setPassword({ password: first })
  const { work } = app.context
  const run = (kind: string, ...rest: readonly unknown[]) =>
    kind === 'seal-file'
      ? Promise.reject(Object.assign(new Error('no space left'), { code: 'ENOSPC' }))
      : Reflect.apply(work.run, work, [kind, ...rest])
  Object.assign(app.context, { work: { ...work, run } })
  await expect(app.client.backups.setPassword({ password: second })).rejects.toMatchObject(refused('backups-full'))
  Object.assign(app.context, { work })
  // As after a start.
  app.context.backups.password = null
  await app.client.backups.copyToSecond({ password: first })
  expect(await onStick(app)).toMatchObject([{ isEncrypted: true }])
  expect(readdirSync(join(app.folder, 'sao-luu')).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

test.each(['gone', 'damaged'])(
  'with nothing to prove a password by, the way out is said: %s',
  async (state) => {
    using made = await withStick()
    const { app } = made
    await app.client.backups.setPassword({ password: first })
    app.context.backups.password = null
    if (state === 'gone') rmSync(proofOf(app))
    else writeFileSync(proofOf(app), 'hỏng')
    const refusal = refused('second-password-unproven')
    await expect(app.client.backups.copyToSecond({ password: first })).rejects.toMatchObject(refusal)
    await app.client.backups.setPassword({ password: null })
    await app.client.backups.setPassword({ password: second })
    await app.client.backups.copyToSecond({})
    expect(await onStick(app)).toHaveLength(1)
  },
  60_000,
)

test('a copy under a password of before is told from the others, and opens with that one', async () => {
  using made = await withStick()
  const { app } = made
  await app.client.backups.setPassword({ password: first })
  await app.client.backups.copyToSecond({})
  expect(await onStick(app)).toMatchObject([{ isEncrypted: true, hasOtherPassword: false }])
  await app.client.backups.setPassword({ password: null })
  await app.client.backups.setPassword({ password: second })
  app.clock.at = new Date('2026-11-20T08:00:00.000Z')
  await castFullBallot(app.client, { agendaItemId: 2, memberId: 1 })
  await app.client.backups.copyToSecond({})
  const copies = await onStick(app)
  expect(copies).toMatchObject([
    { isEncrypted: true, hasOtherPassword: false },
    { isEncrypted: true, hasOtherPassword: true },
  ])
  const id = copies[1]?.id ?? ''
  // The password that is known by now is not tried on it: it would be called wrong though nobody typed it.
  await expect(app.client.backups.restore({ id })).rejects.toMatchObject(refused('password-needed'))
  await app.client.backups.restore({ id, password: first })
  expect(app.file().prepare('SELECT count(*) FROM ballots').pluck().get()).toBe(1)
})
