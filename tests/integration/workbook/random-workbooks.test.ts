import { describe, expect, test } from 'vitest'
import { tallyJson } from '../../../shared/domain/session/tally-json.ts'
import { buildSessionRecord } from '../../../electron/app/sessions/session-record.ts'
import { makeRandomWorkbook } from '../../fixtures/random-workbook.ts'
import { createTestApp } from '../../helpers/test-app.ts'

// Random sessions go through the application as workbooks; what they must come to is worked out a second time in
// tests/fixtures, from the resource files and without the application's code.

const seeds = Array.from({ length: 60 }, (_, index) => index + 1)

describe('random workbooks', () => {
  test.each(seeds)('session %i tallies as worked out independently', async (seed) => {
    const { bytes, expected, exit } = await makeRandomWorkbook(seed, { isWhole: seed % 3 === 0 })
    using app = createTestApp()
    const file = new File([bytes as Uint8Array<ArrayBuffer>], 'phiên.xlsx')
    const preview = await app.client.workbook.preview({ file })
    expect(preview.faults).toEqual([])
    await app.client.workspace.create({ name: 'Thử' })
    const { sessionId } = await app.client.workbook.import({ file })
    const missing = await app.client.sessions.missing({ sessionId })
    const record = buildSessionRecord(app.db(), sessionId)
    const { digest, ...tally } = tallyJson(record, [])
    expect(tally).toEqual(expected)
    expect(missing.length === 0 ? 0 : 3).toBe(exit)
    expect(digest).toMatch(/^[0-9a-f]{64}$/)
  })

  test('the seeds cover what a session can come to', async () => {
    const runs = await Promise.all(seeds.map((seed) => makeRandomWorkbook(seed, { isWhole: seed % 3 === 0 })))
    const products = runs.flatMap(({ expected }) => expected.products)
    expect(new Set(runs.map(({ exit }) => exit))).toEqual(new Set([0, 3]))
    expect(new Set(products.map(({ band }) => band))).toEqual(new Set([0, 1, 2, 3, 4, 5]))
    expect(products.some(({ failedGates, rejected }) => failedGates.length > 0 && !rejected)).toBe(true)
    expect(products.some(({ needsDiscussion }) => needsDiscussion)).toBe(true)
    expect(products.some(({ referred }) => referred)).toBe(true)
    expect(products.some(({ rejected }) => rejected)).toBe(true)
    expect(products.some(({ star }) => star >= 4)).toBe(true)
  })
})

test('a workbook with a fault is refused whole', async () => {
  const { bytes } = await makeRandomWorkbook(4, { faults: ['no role'] })
  using app = createTestApp()
  const file = new File([bytes as Uint8Array<ArrayBuffer>], 'phiên.xlsx')
  await app.client.workspace.create({ name: 'Thử' })
  await expect(app.client.workbook.import({ file })).rejects.toMatchObject({ data: { reason: 'workbook-has-faults' } })
  expect(await app.client.sessions.list()).toEqual([])
})
