import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { integrityText, wordsFrom } from '../../../shared/integrity/report-lines.ts'
import { coveredTables } from '../../../electron/db/covered-tables.ts'
import { castFullBallot, createTestApp, openSmallSession, resourcesFolder } from '../../helpers/test-app.ts'

const texts = (language: string): unknown =>
  JSON.parse(readFileSync(join(resourcesFolder, 'locales', language, 'integrity.json'), 'utf8'))
const say = wordsFrom(texts('vi'))

it('names every fault by ballot and product, says what it looked at, and what not and why', async () => {
  using app = createTestApp()
  const { itemIds, memberIds } = await openSmallSession(app)
  await castFullBallot(app.client, { agendaItemId: itemIds[0] ?? 0, memberId: memberIds[0] ?? 0 })
  app.file().exec("UPDATE ballots SET choices = '0' || substr(choices, 2); UPDATE products SET commune = 'Xã Khác'")
  const report = await app.client.workspace.checkIntegrity()
  const text = integrityText(report, say, 'thử.ocop')
  expect(text).toContain('Có 3 sai lệch')
  expect(text).toMatch(
    /Phiếu SP1 Sản phẩm SP1, TV1 Thành viên TV1, .*tiêu chí thứ 1: nhật ký ghi “\d”, trong tệp là “0”/,
  )
  expect(text).toContain('Sản phẩm SP2 Sản phẩm SP2: xã: nhật ký ghi “Xã Mẫu”, trong tệp là “Xã Khác”')
  expect(text).toMatch(/Dòng số liệu so từng trường với nhật ký: \d+/)
  expect(text).toContain('Mã các thao tác đã thực hiện trên phiếu')
  // A key that has no words stands as it is.
  expect(text).not.toMatch(/(part|fault|note|checked|notChecked|table|column)\.[a-z]/)
})

it('has words for every table and column that it compares, in both languages', async () => {
  using app = createTestApp()
  await app.client.workspace.create({ name: 'Thử' })
  const tables = coveredTables(app.file())
  const keys = tables.flatMap(({ name, columns }) => [`table.${name}`, ...columns.map((column) => `column.${column}`)])
  for (const language of ['vi', 'en']) {
    const words = wordsFrom(texts(language))
    expect(keys.filter((key) => words(key) === key)).toEqual([])
  }
})

it('tells how far it is, and leaves nothing behind when who listens goes', async () => {
  using app = createTestApp()
  await openSmallSession(app)
  const parts: string[] = []
  for await (const event of await app.client.workspace.followIntegrity()) {
    parts.push(event.kind === 'progress' ? event.part : `intact: ${event.report.isIntact}`)
  }
  expect(new Set(parts)).toEqual(new Set(['file', 'schema', 'seals', 'sessions', 'intact: true']))
  const stop = new AbortController()
  const stopped = async () => {
    for await (const event of await app.client.workspace.followIntegrity(undefined, { signal: stop.signal })) {
      if (event.kind === 'progress') stop.abort()
    }
  }
  await stopped().catch(() => {})
  expect(stop.signal.aborted).toBe(true)
  expect(await app.client.workspace.checkIntegrity()).toMatchObject({ isIntact: true })
})
