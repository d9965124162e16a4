import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createTestApp, openSmallSession } from '../../helpers/test-app.ts'

test('a file is back in its place, whole, where a new one over it could not be made', async () => {
  using app = createTestApp()
  Object.assign(app.context.host.capabilities, { hasFileDialogs: true })
  await openSmallSession(app)
  await app.client.workspace.close()
  const path = join(app.folder, 'Hội đồng thử.ocop')
  const { resources } = app.context
  // The new file is there already when its first migration is missing.
  Object.assign(app.context, { resources: join(app.folder, 'none') })
  await expect(app.client.workspace.create({ name: 'Hội đồng thử' })).rejects.toThrow()
  Object.assign(app.context, { resources })
  expect(readdirSync(app.folder).filter((name) => name.includes('bản cũ'))).toEqual([])
  expect(existsSync(`${path}-journal`)).toBe(false)
  const [listed] = await app.client.workspace.list()
  await app.client.workspace.open({ id: listed?.id ?? '' })
  expect(await app.client.sessions.list()).toHaveLength(1)
})
