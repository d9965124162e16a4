import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { asideName } from '../../../electron/app/workspace/keep-aside.ts'
import { workspaceIdOf } from '../../../electron/app/workspace/listing.ts'
import { openWorkspace } from '../../../electron/app/workspace/open-close.ts'
import { actsOf } from '../../helpers/ballot-acts.ts'
import { castFullBallot, createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

// A file that is no more the newest state of its record is not opened without a question.

/** A closed file of one confirmed ballot, and a copy of it outside the data folder that only the dialog of the host leads to. */
async function withCopy(app: TestApp) {
  const { itemIds, memberIds } = await openSmallSession(app)
  const [agendaItemId = 0, memberId = 0, otherId = 0] = [itemIds[0], memberIds[0], memberIds[1]]
  await castFullBallot(app.client, { agendaItemId, memberId })
  await app.client.workspace.close()
  const file = join(app.folder, 'Hội đồng thử.ocop')
  mkdirSync(join(app.folder, 'USB'))
  const copy = join(app.folder, 'USB', 'Bản trên USB.ocop')
  copyFileSync(file, copy)
  const host = { capabilities: { kind: 'electron', hasFileDialogs: true }, chooseWorkspace: async () => copy }
  Object.assign(app.context.host, host)
  const score = () => castFullBallot(app.client, { agendaItemId, memberId: otherId })
  return { agendaItemId, otherId, file, copy, score }
}

const openName = async (app: TestApp) => (await app.client.workspace.status()).open?.name ?? null

test('a file chosen by dialog that a listed one has newer is asked about, and either is opened by its id', async () => {
  using app = createTestApp()
  const { file, copy, score } = await withCopy(app)
  await openWorkspace(app.context, file)
  const before = (await app.client.audit.list({ limit: 1 }))[0]?.seq ?? 0
  await score()
  const now = (await app.client.audit.list({ limit: 1 }))[0]?.seq ?? 0
  await app.client.workspace.close()
  const detail = {
    relation: 'older',
    id: workspaceIdOf(copy),
    file: 'Bản trên USB.ocop',
    events: before,
    ballots: 1,
    newerId: workspaceIdOf(file),
    newerFile: 'Hội đồng thử.ocop',
    newerLocation: app.folder,
    newerEvents: now,
    newerBallots: 2,
  }
  const refused = { data: { reason: 'workspace-not-newest', detail: expect.objectContaining(detail) } }
  await expect(app.client.workspace.open({})).rejects.toMatchObject(refused)
  expect(await openName(app)).toBeNull()
  const opened = await app.client.workspace.open({ id: detail.newerId, isOlderAgreed: true })
  expect(opened?.id).toBe(detail.newerId)
  // While the newer one is open, which nobody else may read.
  await expect(app.client.workspace.open({})).rejects.toMatchObject(refused)
  expect((await app.client.workspace.status()).open?.id).toBe(detail.newerId)
  expect((await app.client.workspace.open({ id: detail.id, isOlderAgreed: true }))?.id).toBe(detail.id)
})

test('the newer one itself, one that is the same, and one of another record are opened without a question', async () => {
  using app = createTestApp()
  const { file, copy, score } = await withCopy(app)
  expect((await app.client.workspace.open({}))?.id).toBe(workspaceIdOf(copy))
  await openWorkspace(app.context, file)
  await score()
  await app.client.workspace.create({ name: 'Hồ sơ khác' })
  expect((await app.client.workspace.open({ id: workspaceIdOf(file) }))?.id).toBe(workspaceIdOf(file))
})

test('one that went another way is asked about with what each holds', async () => {
  using app = createTestApp()
  const { agendaItemId, otherId, file, copy, score } = await withCopy(app)
  await openWorkspace(app.context, copy)
  await actsOf(app.client).choose({ agendaItemId, memberId: otherId, criterionIndex: 0, option: 0 })
  await openWorkspace(app.context, file)
  await score()
  await expect(app.client.workspace.open({})).rejects.toMatchObject({
    data: { reason: 'workspace-not-newest', detail: { relation: 'diverged', ballots: 1, newerBallots: 2 } },
  })
})

test('what was set aside on purpose is no newer one, and asks nothing of the file in its place', async () => {
  using app = createTestApp()
  const { file, copy, score } = await withCopy(app)
  await openWorkspace(app.context, file)
  await score()
  await app.client.workspace.close()
  copyFileSync(file, asideName(file, app.clock.at))
  copyFileSync(copy, file)
  expect((await app.client.workspace.open({ id: workspaceIdOf(file) }))?.id).toBe(workspaceIdOf(file))
})

test('a file handed in by a browser is asked about, and its copy can be opened all the same', async () => {
  using app = createTestApp()
  const { file, copy, score } = await withCopy(app)
  await openWorkspace(app.context, file)
  await score()
  const handed = new File([readFileSync(copy)], 'Từ USB.ocop')
  const error: unknown = await app.client.workspace.adopt({ file: handed }).catch((caught: unknown) => caught)
  expect(error).toMatchObject({ data: { reason: 'workspace-not-newest', detail: { file: 'Từ USB.ocop' } } })
  const id = workspaceIdOf(join(app.folder, 'Từ USB.ocop'))
  expect((await app.client.workspace.open({ id, isOlderAgreed: true }))?.id).toBe(id)
})
