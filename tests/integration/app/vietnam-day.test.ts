import { expect, test } from 'vitest'
import { readXlsx } from '../../../electron/workbooks/xlsx/read-xlsx.ts'
import { createTestApp } from '../../helpers/test-app.ts'
import { issue, lockedSession } from '../documents-register/numbered-session.ts'

// From midnight to 07:00 the UTC day is still yesterday, and on 1 January it stands in last year.

const newYear = ['2027-01-01T00:00:00+07:00', '2027-01-01T06:59:00+07:00']

test.each(newYear)('number series are those of the new year at %s', async (time) => {
  using app = createTestApp()
  const { sessionId } = await lockedSession(app)
  const { certificates, register } = app.client.documents
  const { id } = await register.enter({
    sessionId,
    kind: 'decision',
    issue: issue(15),
    reason: 'Số đầu',
    accepted: ['cited-unnumbered'],
  })
  await certificates.enter({ sessionId, firstNumber: 1, symbol: 'GCN-UBND' })
  await register.void({ id, reason: 'Ghi nhầm' })
  const nextNumber = async () => (await certificates.list({ sessionId })).nextNumber
  app.clock.at = new Date('2026-12-31T23:59:59+07:00')
  expect(await nextNumber()).toBe(3)
  expect(await register.propose({ sessionId, kind: 'decision' })).toMatchObject({ issuedOn: '2026-12-31', number: 16 })
  app.clock.at = new Date(time)
  expect(await nextNumber()).toBe(1)
  expect(await register.propose({ sessionId, kind: 'decision' })).toMatchObject({ issuedOn: '2027-01-01', number: 1 })
})

test.each(newYear)('a blank workbook is of the new year at %s', async (time) => {
  using app = createTestApp()
  app.clock.at = new Date(time)
  const file = await app.client.workbook.blank({ ruleSetId: 'qd-26-2026' })
  const sheets = await readXlsx(new Uint8Array(await file.arrayBuffer()))
  const texts = sheets.flatMap(({ rows }) => rows.map(({ cells }) => [...cells.values()].map((cell) => ({ ...cell }))))
  expect(texts).toContainEqual([
    expect.objectContaining({ text: 'Năm' }),
    expect.objectContaining({ kind: 'number', value: 2027 }),
  ])
})

test.each([
  { time: '2026-05-21T23:59:00+07:00', first: 'qd-148-1489-2025' },
  { time: '2026-05-22T00:00:00+07:00', first: 'qd-26-2026' },
  { time: '2026-05-22T06:59:00+07:00', first: 'qd-26-2026' },
])('the rules in force stand first at $time', async ({ time, first }) => {
  using app = createTestApp()
  app.clock.at = new Date(time)
  expect((await app.client.rules.list())[0]?.id).toBe(first)
})
