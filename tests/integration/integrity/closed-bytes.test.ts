import { copyFileSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Sqlite from 'better-sqlite3'
import { expect, it } from 'vitest'
import { addAnchor, addClosing } from '../../../electron/anchors/anchor-store.ts'
import { compareWithClosing } from '../../../electron/app/integrity/compare-bytes.ts'
import { openWorkspace } from '../../../electron/app/workspace/open-close.ts'
import { measureFile } from '../../../electron/backups/whole-file.ts'
import { readClosedState } from '../../../electron/db/peek.ts'
import { writeSnapshot } from '../../../electron/db/snapshot.ts'
import { createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

// The anchor of a clean closing holds the hash of the whole file: what the file alone cannot show is seen when it is opened.

const pathOf = (app: TestApp) => join(app.folder, 'Hội đồng thử.ocop')

async function closedFile(app: TestApp): Promise<string> {
  await openSmallSession(app)
  await app.client.workspace.close()
  return pathOf(app)
}

async function openAndClose(app: TestApp, path: string) {
  const { otherBytesSince } = await openWorkspace(app.context, path)
  await app.client.workspace.close()
  return otherBytesSince
}

const change = (app: TestApp, ids: readonly number[]) =>
  app.client.councils.orderMembers({ councilId: 1, ids: [...ids] })

/** Bytes of the header that SQLite reserves: nothing that is read is another. */
function turnBit(path: string): void {
  const bytes = readFileSync(path)
  bytes[80] = (bytes[80] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

async function checkOpened(app: TestApp, path: string) {
  const { otherBytesSince } = await openWorkspace(app.context, path)
  const report = await app.client.workspace.checkIntegrity()
  await app.client.workspace.close()
  return { otherBytesSince, report }
}

it('a bit that changes nothing readable is told at opening and by Kiểm chứng, until the file goes on', async () => {
  using app = createTestApp()
  const path = await closedFile(app)
  expect((await checkOpened(app, path)).report).toMatchObject({ isIntact: true, checked: { bytes: 1 } })
  turnBit(path)
  // Looking at it and closing it makes no new truth of it.
  for (const _ of [1, 2]) {
    const { otherBytesSince, report } = await checkOpened(app, path)
    expect(otherBytesSince).toMatch(/^2\d{3}-/)
    expect(report.faults).toEqual([{ part: 'outside', kind: 'bytes-alone', facts: { at: otherBytesSince } }])
  }
  await openWorkspace(app.context, path)
  await change(app, [3, 2, 1])
  await app.client.workspace.close()
  expect(await openAndClose(app, path)).toBeNull()
})

it('what can be read and differs is told apart from what cannot', async () => {
  using app = createTestApp()
  const path = await closedFile(app)
  new Sqlite(path).exec("UPDATE members SET name = 'Người khác' WHERE id = 1").close()
  const { report } = await checkOpened(app, path)
  expect(report.faults.map(({ kind }) => kind)).toEqual(['row-changed', 'bytes-too'])
})

it('a file copied back byte for byte, also an older one, and one that another machine wrote are not accused', async () => {
  using app = createTestApp()
  using elsewhere = createTestApp()
  const path = await closedFile(app)
  const [older, carried] = [join(app.folder, 'cũ'), join(elsewhere.folder, 'mang đi.ocop')]
  copyFileSync(path, older)
  copyFileSync(path, carried)
  await openWorkspace(app.context, path)
  await change(app, [3, 2, 1])
  await app.client.workspace.close()
  copyFileSync(older, path)
  expect(await openAndClose(app, path)).toBeNull()
  await openWorkspace(elsewhere.context, carried)
  await change(elsewhere, [2, 3, 1])
  await elsewhere.client.workspace.close()
  copyFileSync(carried, path)
  const { otherBytesSince, report } = await checkOpened(app, path)
  expect(otherBytesSince).toBeNull()
  expect(report.faults.filter(({ kind }) => kind.startsWith('bytes'))).toEqual([])
})

it('a copy taken while the file was open is not accused: it is marked as in use', async () => {
  using app = createTestApp()
  await openSmallSession(app)
  const [path, taken] = [pathOf(app), join(app.folder, 'chép lúc mở')]
  copyFileSync(path, taken)
  await app.client.workspace.close()
  copyFileSync(taken, path)
  expect(await openAndClose(app, path)).toBeNull()
})

it('a copy that the program made of an unchanged file is not accused', async () => {
  using app = createTestApp()
  const path = await closedFile(app)
  await openWorkspace(app.context, path)
  const copy = join(app.folder, 'bản sao')
  const { current } = app.context.workspace
  if (current === null) throw new Error('no file is open')
  await writeSnapshot(current.db, copy)
  await app.client.workspace.close()
  copyFileSync(copy, path)
  expect(await openAndClose(app, path)).toBeNull()
})

it('a file that an older program kept with a log is taken back into the usual way unaccused', async () => {
  using app = createTestApp()
  const path = await closedFile(app)
  const sqlite = new Sqlite(path)
  sqlite.pragma('journal_mode = WAL')
  sqlite.close()
  expect(await openAndClose(app, path)).toBeNull()
  expect(await openAndClose(app, path)).toBeNull()
  turnBit(path)
  expect(await openAndClose(app, path)).not.toBeNull()
})

it('a file that was brought up to date and then left by a kill is not accused', async () => {
  using app = createTestApp()
  const path = join(app.folder, 'bản cũ.ocop')
  writeFileSync(
    path,
    gunzipSync(readFileSync(join(import.meta.dirname, '../../fixtures/workspaces/schema-13.ocop.gz'))),
  )
  const state = readClosedState(path)
  if (state === null) throw new Error('the older file does not say that it was closed')
  const { uuid, schema, ...rest } = state
  const closed = { sha256: measureFile(path).sha256, schema }
  const anchor = { at: '2026-11-20T01:00:00Z', why: 'close', ...rest }
  addAnchor(app.folder, uuid, anchor)
  addClosing(app.folder, uuid, { ...anchor, closed })
  turnBit(path)
  expect(compareWithClosing(path, app.folder)).toMatchObject({ isSame: false })
  turnBit(path)
  await openWorkspace(app.context, path)
  const left = join(app.folder, 'bị bỏ lại')
  copyFileSync(path, left)
  await app.client.workspace.close()
  copyFileSync(left, path)
  expect(await openAndClose(app, path)).toBeNull()
})

it('a backup that was put in its place, and undoing that, are not accused', async () => {
  using app = createTestApp()
  const path = await closedFile(app)
  await openWorkspace(app.context, path)
  await app.client.backups.make()
  await change(app, [3, 2, 1])
  const [backup] = await app.client.backups.list()
  expect((await app.client.backups.restore({ id: backup?.id ?? '' })).otherBytesSince).toBeNull()
  await app.client.workspace.close()
  expect((await openWorkspace(app.context, path)).otherBytesSince).toBeNull()
  const aside = (await app.client.backups.list()).find(({ place }) => place === 'aside')
  expect((await app.client.backups.restore({ id: aside?.id ?? '' })).otherBytesSince).toBeNull()
  await app.client.workspace.close()
  expect(await openAndClose(app, path)).toBeNull()
})
