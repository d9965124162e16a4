import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { dateCell, officeWorkbook, type OfficeList } from '../../fixtures/office-list.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { issue, lockedThree } from '../documents-register/numbered-session.ts'

// Statistics through the procedures that the window asks: lists of offices, registrations and a locked session as one.

let app: TestApp
beforeEach(() => {
  app = createTestApp()
})
afterEach(() => app[Symbol.dispose]())

async function take(rows: OfficeList['rows'], year = 2026): Promise<void> {
  const file = new File([new Uint8Array(await officeWorkbook({ rows }))], 'Danh sách.xlsx')
  const asked = { file, sender: '', sheet: null, columns: [], year, acceptsDoubts: true }
  await app.client.register.takeList(asked)
}

const head = ['Tên sản phẩm', 'Tên chủ thể', 'Loại hình', 'Xã', 'Huyện', 'Hạng sao', 'Số quyết định', 'Ngày quyết định']

/** The letter's three years, one that is still in force, and one product that was recognised twice. */
const recognised: OfficeList['rows'] = [
  head,
  [
    'Cam lòng vàng',
    'HTX Hà Phong',
    'Hợp tác xã',
    'xã Thu Phong',
    'Cao Phong',
    4,
    '3163/QĐ-UBND',
    dateCell('2019-12-30'),
  ],
  ['Mật ong', 'HTX Mường Bi', 'Hợp tác xã', 'xã Phong Phú', 'Tân Lạc', 3, '2935/QĐ-UBND', dateCell('2020-12-22')],
  ['Rượu cần', 'Cơ sở Mai', 'Hộ kinh doanh', 'xã Pà Cò', 'huyện Mai Châu', 3, '3001/QĐ-UBND', dateCell('2021-12-29')],
  ['Chè Pà Cò', 'HTX Mai Châu', 'HỢP TÁC XÃ', 'Pà Cò', 'Mai Châu', 3, '120/QĐ-UBND', dateCell('2024-01-25')],
  ['Măng khô', 'HTX Mai Châu', 'Hợp tác xã', 'xã Pà Cò', 'Mai Châu', 3, '120/QĐ-UBND', dateCell('2021-01-25')],
]
const again: OfficeList['rows'] = [
  head,
  ['Măng khô', 'HTX Mai Châu', 'Hợp tác xã', 'xã Pà Cò', 'Mai Châu', 4, '77/QĐ-UBND', dateCell('2024-02-25')],
]
const registered: OfficeList['rows'] = [
  ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Huyện'],
  ['Cam lòng vàng', 'HTX Hà Phong', 'xã Thu Phong', 'Cao Phong'],
  ['Bưởi đỏ', 'HTX Tân Lạc', 'xã Đông Lai', 'Tân Lạc'],
]

type Asked = Parameters<TestApp['client']['statistics']['count']>[0]

async function table(asked: Asked) {
  const { rows } = await app.client.statistics.count(asked)
  return rows.map(({ label, measures }) => [label, ...Object.values(measures)])
}

describe('of lists that offices sent', () => {
  beforeEach(async () => {
    await app.client.workspace.create({ name: 'Thống kê' })
    for (const list of [recognised, again, registered]) await take(list)
  })

  it('products are counted by year, and once over the years by their latest recognition', async () => {
    // Registered, scored, sent up, recognised, lapsed.
    expect(await table({ by: 'year' })).toEqual([
      ['2019', 0, 0, 0, 1, 0],
      ['2020', 0, 0, 0, 1, 0],
      ['2021', 0, 0, 0, 2, 0],
      ['2022', 0, 0, 0, 0, 1],
      ['2023', 0, 0, 0, 0, 1],
      ['2024', 0, 0, 0, 2, 1],
      ['2025', 0, 0, 0, 0, 0],
      ['2026', 2, 0, 0, 0, 0],
    ])
    const { total, years, day, toReview, withoutYear } = await app.client.statistics.count({ by: 'star' })
    expect(total.measures).toEqual({ registered: 2, scored: 0, referred: 0, recognised: 5, lapsed: 3 })
    expect(total.stars).toEqual({ '4': 2, '3': 3 })
    expect({ years, day, toReview, withoutYear }).toEqual({
      years: { first: 2019, last: 2026 },
      day: '2026-11-20',
      toReview: 0,
      withoutYear: 0,
    })
  })

  it('by district and commune, kind of producer and group, however they are spelt', async () => {
    expect(await table({ by: 'district' })).toEqual([
      ['Cao Phong', 1, 0, 0, 1, 1],
      ['huyện Mai Châu', 0, 0, 0, 3, 1],
      ['Tân Lạc', 1, 0, 0, 1, 1],
    ])
    expect(await table({ by: 'commune', only: { district: 'mai chau/' } })).toEqual([
      ['xã Pà Cò, huyện Mai Châu', 0, 0, 0, 3, 1],
    ])
    expect(await table({ by: 'kind', from: 2021, to: 2024 })).toEqual([
      ['Hộ kinh doanh', 0, 0, 0, 1, 1],
      ['Hợp tác xã', 0, 0, 0, 2, 2],
    ])
    // No list named a set of criteria.
    expect(await table({ by: 'group' })).toEqual([['', 2, 0, 0, 5, 3]])
    expect(await table({ by: 'application' })).toEqual([
      ['new', 1, 0, 0, 0, 0],
      ['reassessment', 1, 0, 0, 0, 0],
      ['', 0, 0, 0, 5, 3],
    ])
  })

  it('a quarter holds the certificates that the register shows for it', async () => {
    const { quarters, present, before } = await app.client.statistics.quarters()
    expect(present).toBe('2026-4')
    // 30/12/2022 and 22/12/2023 … 29/12/2024 and 25/01/2027, 25/02/2027.
    expect(before).toBe(1)
    const ending = quarters.filter(({ count }) => count > 0)
    expect(ending.map(({ quarter, count, stars }) => [quarter, count, stars])).toEqual([
      ['2023-4', 1, { '3': 1 }],
      ['2024-4', 1, { '3': 1 }],
      ['2027-1', 2, { '3': 1, '4': 1 }],
    ])
    for (const { quarter, count } of quarters) {
      const shown = await app.client.register.certificates({ quarter, limit: 10, offset: 0 })
      expect([quarter, shown.total]).toEqual([quarter, count])
    }
    const both = await app.client.register.certificates({ quarter: '2027-1', star: 4, limit: 10, offset: 0 })
    expect(both.rows.map(({ productName }) => productName)).toEqual(['Măng khô'])
  })
})

describe('of a session', () => {
  it('a locked one tells who was scored and sent up, and its certificates who was recognised', async () => {
    const { sessionId } = await lockedThree(app)
    expect(await table({ by: 'star' })).toEqual([
      ['5', null, 1, 1, 0, 0],
      ['4', null, 1, 0, 0, 0],
      ['1', null, 1, 0, 0, 0],
    ])
    const { documents } = app.client
    const decision = { sessionId, kind: 'decision', issue: issue(15), reason: '' } as const
    await documents.register.enter({ ...decision, accepted: ['cited-unnumbered'] })
    await documents.certificates.enter({ sessionId, firstNumber: 1, symbol: 'GCN-UBND' })
    // The decision is of 25/11.
    app.clock.at = new Date('2026-11-26T03:00:00Z')
    const { rows } = await app.client.statistics.count({ by: 'group' })
    expect(rows.map(({ label, measures }) => [label, measures.recognised])).toEqual([['Thực phẩm tươi sống', 1]])
    await app.client.sessions.reopen({ sessionId, reason: 'Nhập nhầm điểm' })
    const { total, toReview } = await app.client.statistics.count({ by: 'year' })
    expect(total.measures).toEqual({ registered: 0, scored: 0, referred: 0, recognised: 0, lapsed: 0 })
    expect(toReview).toBe(1)
  })
})
