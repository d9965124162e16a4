import { createHash } from 'node:crypto'
import ExcelJS from 'exceljs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { canonicalJson } from '../../../shared/domain/session/canonical-json.ts'
import { createTestApp, openSmallSession, type TestApp } from '../../helpers/test-app.ts'

let app: TestApp
beforeEach(() => (app = createTestApp()))
afterEach(() => app[Symbol.dispose]())

it('a session names the rule set and forms that it is sealed with, each by its SHA-256', async () => {
  const { sessionId, itemIds } = await openSmallSession(app)
  const sealed = await app.client.rules.sealed({ sessionId })
  expect(sealed.map(({ kind, key, productCount }) => [kind, key, productCount])).toEqual([
    ['rule-set', 'qd-26-2026', itemIds.length],
    ['criteria-set', expect.stringContaining('qd26') as string, itemIds.length],
  ])
  const form = await app.client.rules.itemForm({ agendaItemId: itemIds[0] as number })
  expect(sealed[1]).toMatchObject({
    sha256: createHash('sha256').update(canonicalJson(form)).digest('hex'),
    issues: form.issues ?? [],
    status: form.status,
  })
})

it('a blank workbook filled in with a council and a product makes a session without ballots', async () => {
  await app.client.workspace.create({ name: 'Tệp trống' })
  const blank = await app.client.workbook.blank({ ruleSetId: 'qd-26-2026' })
  const book = new ExcelJS.Workbook()
  await book.xlsx.load(await blank.arrayBuffer())
  const values = { 'Tên hội đồng': 'Hội đồng OCOP cấp tỉnh', Tỉnh: 'Phú Thọ', 'Ngày họp': new Date('2026-12-01') }
  book.getWorksheet('Phiên họp')?.eachRow((row) => {
    const value = Object.entries(values).find(([name]) => name === row.getCell(1).text)?.[1]
    if (value !== undefined) row.getCell(2).value = value
  })
  book.getWorksheet('Thành viên')?.addRow(['TV01', 'Chủ tịch', '', '', 'Chủ tịch', 'x'])
  book.getWorksheet('Sản phẩm')?.addRow(['SP001', 'Chè', 'HTX Chè', 'Hợp tác xã', '', '', 1, 'Mới'])
  const file = new File([await book.xlsx.writeBuffer()], 'so.xlsx')
  const { faults, summary } = await app.client.workbook.preview({ file })
  expect(faults).toEqual([])
  expect(summary).toMatchObject({ members: 1, products: 1, ballots: 0 })
  const { sessionId } = await app.client.workbook.import({ file })
  const session = await app.client.sessions.get({ sessionId })
  expect(session).toMatchObject({ ruleSetId: 'qd-26-2026', heldOn: '2026-12-01', level: 'province' })
  expect(session.agenda.map(({ code }) => code)).toEqual(['SP001'])
})
