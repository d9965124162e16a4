import { copyFileSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWorkspace } from '../../../electron/app/workspace/open-close.ts'
import { createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

// What changes which file is open waits for what is at it: nothing is half open, and the last one asked for is what is open.

/** A copy taken while the file was open: it is checked by the worker before it is opened. */
async function leftFile(app: TestApp): Promise<string> {
  await openSmallSession(app)
  const path = join(app.folder, 'để lại.ocop')
  copyFileSync(join(app.folder, 'Hội đồng thử.ocop'), path)
  await app.client.workspace.close()
  return path
}

const held = (app: TestApp) => readdirSync(app.folder).filter((name) => name.startsWith('~$'))

test('what is created while another file is being opened is what is open afterwards', async () => {
  using app = createTestApp()
  const opening = openWorkspace(app.context, await leftFile(app))
  await app.client.workspace.create({ name: 'Mới' })
  await opening
  expect((await app.client.workspace.status()).open).toMatchObject({ name: 'Mới' })
  expect(held(app)).toEqual(['~$Mới.ocop'])
})

test('so is a sample, and a decision about faults waits as well', async () => {
  using app = createTestApp()
  const opening = openWorkspace(app.context, await leftFile(app))
  const sample = app.client.workspace.openSample({ sample: 'district-2024' })
  await Promise.all([opening, sample, app.client.workspace.writeAllTheSame()])
  expect((await app.client.workspace.status()).open).toMatchObject({ isSample: true })
  expect(held(app)).toHaveLength(1)
})

test('a program that ends while a file is being opened leaves nothing open, and opens nothing any more', async () => {
  const app = createTestApp()
  const path = await leftFile(app)
  const opening = openWorkspace(app.context, path).catch((error: unknown) => error)
  const next = app.client.workspace.create({ name: 'Mới' }).catch((error: unknown) => error)
  const { dispose } = app
  await dispose()
  expect(await opening).toMatchObject({ reason: 'work-stopped' })
  expect(await next).toMatchObject({ data: { reason: 'work-stopped' } })
  expect(app.context.workspace.current).toBeNull()
  expect(held(app)).toEqual([])
  await expect(openWorkspace(app.context, path)).rejects.toThrow('work-stopped')
  app[Symbol.dispose]()
})

test('two files of one name that come from outside at once are two files', async () => {
  using app = createTestApp()
  const bytes = readFileSync(await leftFile(app))
  const other = await app.client.workspace.create({ name: 'Khác' })
  await app.client.workspace.close()
  const otherBytes = readFileSync(join(app.folder, 'Khác.ocop'))
  expect(other).not.toBeNull()
  const adopt = (content: Buffer) =>
    app.client.workspace.adopt({ file: new File([new Uint8Array(content)], 'nhận về.ocop') })
  await Promise.allSettled([adopt(bytes), adopt(otherBytes)])
  const names = readdirSync(app.folder).filter((name) => name.startsWith('nhận về'))
  expect(names.toSorted()).toEqual(['nhận về (2).ocop', 'nhận về.ocop'])
})
