import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { createTestApp } from '../../helpers/test-app.ts'

// The start screen's list: whatever lies in the folder, the program starts, and shows what is a file of its own.

const endless = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT 1 AS id, max(i) AS name FROM n'

test('a first start, which knows no file, starts no thread to look for one', async () => {
  using app = createTestApp()
  const opened = vi.spyOn(app.context, 'openLookout')
  expect(await app.client.workspace.list()).toEqual([])
  expect(opened).not.toHaveBeenCalled()
  await app.client.workspace.create({ name: 'Hội đồng thử' })
  expect(await app.client.workspace.list()).toHaveLength(1)
  expect(opened).toHaveBeenCalled()
})

test('what only looks like a file of ours neither hangs the list nor stands in it', async () => {
  using app = createTestApp()
  await app.client.workspace.create({ name: 'Hội đồng thử' })
  await app.client.workspace.close()
  const at = (name: string) => join(app.folder, name)
  mkdirSync(at('thư mục.ocop'))
  writeFileSync(at('rỗng.ocop'), '')
  writeFileSync(at('chữ.ocop'), 'không phải cơ sở dữ liệu '.repeat(100))
  symlinkSync(at('không có'), at('liên kết.ocop'))
  if (process.platform !== 'win32') execFileSync('mkfifo', [at('ống.ocop')])
  new Sqlite(at('khác.ocop')).exec('CREATE TABLE t (x)').close()
  const posing = new Sqlite(at('giả.ocop'))
  posing.pragma(`application_id = ${0x4f434f50}`)
  posing.exec(`CREATE VIEW workspace AS ${endless}`).close()
  const listed = await app.client.workspace.list()
  expect(Object.fromEntries(listed.map(({ name, state }) => [name, state]))).toEqual({
    'Hội đồng thử': 'ready',
    // It has our mark, so that it is named; nothing in it was asked.
    giả: 'unreadable',
  })
})

test('the open file is in the list by what its own connection says, and keeps its locks', async () => {
  using app = createTestApp()
  await app.client.workspace.create({ name: 'Hội đồng thử' })
  symlinkSync(join(app.folder, 'Hội đồng thử.ocop'), join(app.folder, 'cũng là nó.ocop'))
  const listed = await app.client.workspace.list()
  expect(listed.map(({ name, state }) => [name, state])).toEqual([
    ['Hội đồng thử', 'ready'],
    ['Hội đồng thử', 'ready'],
  ])
})

test('two thousand files are listed while the status is answered at once', async () => {
  using app = createTestApp()
  await app.client.workspace.create({ name: 'Hội đồng thử' })
  await app.client.workspace.close()
  const file = join(app.folder, 'Hội đồng thử.ocop')
  for (let count = 1; count < 2000; count += 1) copyFileSync(file, join(app.folder, `bản ${count}.ocop`))
  const list = app.client.workspace.list()
  const order: string[] = []
  await Promise.all([
    list.then(() => order.push('list')),
    app.client.workspace.status().then(() => order.push('status')),
  ])
  expect(order).toEqual(['status', 'list'])
  // All are there: those that were not looked at in time by the file's name.
  expect(await list).toHaveLength(2000)
})
