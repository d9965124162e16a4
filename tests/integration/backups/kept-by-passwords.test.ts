import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { workspaceIdOf } from '../../../electron/app/workspace/listing.ts'
import { createTestApp, openSmallSession } from '../../helpers/test-app.ts'

// Backups of a record whose secretaries have passwords are no way round them.

const password = 'thư ký mật khẩu'
const refused = (reason: string, detail?: object) => ({ code: 'REFUSED', data: { reason, ...(detail && { detail }) } })

/** A backup from before anybody was named, one from after; then the file is closed from its lock. */
async function closeKept() {
  const app = createTestApp()
  await openSmallSession(app)
  const { backups, people, workspace } = app.client
  await backups.make()
  app.clock.at = new Date(app.clock.at.getTime() + 60_000)
  const { id } = await people.save({ name: 'Thư ký Hội đồng', role: 'secretary' })
  await people.setPassword({ id, password })
  await backups.make()
  const path = app.context.workspace.current?.path ?? ''
  const own = (await workspace.status()).open?.id ?? ''
  await people.lock()
  await workspace.close()
  const [after, before] = (await backups.list()).map((backup) => backup.id)
  if (after === undefined || before === undefined) throw new Error('two backups were to be made')
  return { app, path, own, after, before }
}

test('with no file open neither is taken nor put back without a secretary of the present file', async () => {
  const { app, path, own, after, before } = await closeKept()
  using _ = app
  const { backups, workspace, people, audit } = app.client
  for (const id of [after, before]) {
    await expect(backups.take({ id })).rejects.toMatchObject(refused('secretary-needed'))
    await expect(backups.restore({ id })).rejects.toMatchObject(refused('secretary-needed'))
  }
  const wrong = { id: before, secretaryPassword: 'sai mật khẩu' }
  await expect(backups.take(wrong)).rejects.toMatchObject(refused('password-wrong', { seconds: 0 }))
  await expect(backups.restore(wrong)).rejects.toMatchObject(refused('password-wrong', { seconds: 0 }))
  expect(app.context.workspace.current).toBeNull()
  expect((await backups.take({ id: after, secretaryPassword: password })).size).toBeGreaterThan(0)
  await backups.restore({ id: before, secretaryPassword: password })
  expect(app.context.workspace.current?.path).toBe(path)
  const [event] = await audit.list({ limit: 1 })
  expect(event).toMatchObject({ command: 'workspace.restore', actor: 'Thư ký Hội đồng' })
  // What lies there now names nobody; the state that was set aside is still its secretary's.
  const [undo] = await backups.list()
  await expect(backups.restore({ id: undo?.id ?? '' })).rejects.toMatchObject(refused('secretary-needed'))
  await backups.restore({ id: undo?.id ?? '', secretaryPassword: password })
  expect((await workspace.status()).open?.id).toBe(own)
  expect((await workspace.status()).desk).toMatchObject({ isLocked: true })
  await people.signIn({ id: (await people.list())[0]?.id ?? 0, password })
})

test('wrong ones count for the lock of the file, and the other way round', async () => {
  const { app, own, after } = await closeKept()
  using _ = app
  const { backups, workspace, people } = app.client
  const wrong = () => backups.take({ id: after, secretaryPassword: 'sai mật khẩu' })
  for (const seconds of [0, 0, 2]) await expect(wrong()).rejects.toMatchObject(refused('password-wrong', { seconds }))
  await workspace.open({ id: own })
  const signIn = people.signIn({ id: (await people.list())[0]?.id ?? 0, password })
  await expect(signIn).rejects.toMatchObject(refused('password-wait', { seconds: 2 }))
})

test('where the file is gone, it is the secretary of the backup', async () => {
  const { app, path, after } = await closeKept()
  using _ = app
  const { backups, workspace } = app.client
  rmSync(path)
  await expect(backups.restore({ id: after })).rejects.toMatchObject(refused('secretary-needed'))
  await backups.restore({ id: after, secretaryPassword: password })
  expect((await workspace.status()).desk).toMatchObject({ isLocked: true, hasPeople: true })
})

test('an old state that is opened and given a password of its own does not open the way to the others', async () => {
  const { app, after, before } = await closeKept()
  using _ = app
  const { backups, workspace, people } = app.client
  const old = await backups.take({ id: before, secretaryPassword: password })
  await workspace.adopt({ file: new File([old], 'cũ.ocop') }).catch(() => {})
  await workspace.open({ id: workspaceIdOf(join(app.folder, 'cũ.ocop')), isOlderAgreed: true })
  const { id } = await people.save({ name: 'Người lạ', role: 'secretary' })
  await people.setPassword({ id, password: 'mật khẩu người lạ' })
  await expect(backups.take({ id: after })).rejects.toMatchObject(refused('secretary-needed'))
  await expect(backups.restore({ id: after })).rejects.toMatchObject(refused('secretary-needed'))
})

test('in the open file its secretary, signed in, is asked nothing more', async () => {
  const { app, own, after, before } = await closeKept()
  using _ = app
  const { backups, workspace, people } = app.client
  await workspace.open({ id: own })
  await expect(backups.take({ id: after })).rejects.toMatchObject(refused('locked'))
  await people.signIn({ id: (await people.list())[0]?.id ?? 0, password })
  await backups.take({ id: after })
  await backups.restore({ id: before })
})
