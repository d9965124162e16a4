import { afterEach, beforeEach, expect, it } from 'vitest'
import { dateCell, officeWorkbook } from '../../fixtures/office-list.ts'
import { lockedThree } from '../documents-register/numbered-session.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

// Whether a certificate of the time of transition is valid, asked of everything that says so: QĐ 26/2026/QĐ-TTg, Điều 12 khoản 3.

let app: TestApp
beforeEach(() => {
  app = createTestApp()
})
afterEach(() => app[Symbol.dispose]())

/** Recognised on 27/05/2023: ended on 27/05/2026, and goes on until 23/11/2026 at most. */
async function take() {
  const head = ['Mã sản phẩm', 'Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Hạng sao', 'Số quyết định', 'Ngày quyết định']
  const rows = [1, 2, 3].map((number) => [
    `SP${number}`,
    `Sản phẩm SP${number}`,
    'HTX Mẫu',
    'Xã Mẫu',
    3,
    '9/QĐ-UBND',
    dateCell('2023-05-27'),
  ])
  const file = new File([new Uint8Array(await officeWorkbook({ rows: [head, ...rows] }))], 'Danh sách.xlsx')
  await app.client.register.takeList({ file, sender: '', sheet: null, columns: [], year: 2023, acceptsDoubts: true })
}

/** What each says of the product's only certificate. */
async function said(productId: number) {
  const { events } = await app.client.register.timeline({ productId })
  const [certificate] = events.flatMap((event) => (event.kind === 'recognised' ? [event.certificate] : []))
  const { counts } = await app.client.register.certificates({ limit: 10, offset: 0 })
  const { total } = await app.client.statistics.count({ by: 'year' })
  const { rows } = await app.client.register.nationalList({ year: 2026 })
  const { certificates } = await app.client.today.get()
  return {
    state: certificate?.state,
    graceUntil: certificate?.graceUntil,
    lapsed: [counts.state.lapsed, total.measures.lapsed, rows.filter((row) => row.TrangThai === 'Hết hạn').length],
    prolonged: [
      counts.state.prolonged,
      rows.filter((row) => row.TrangThai === 'Còn hạn').length,
      certificates.find(({ state }) => state === 'prolonged')?.count ?? 0,
    ],
  }
}

it('is as many to everybody, before a dossier comes and after', async () => {
  await app.client.workspace.create({ name: 'Sổ' })
  await take()
  app.clock.at = new Date('2026-08-15T02:00:00Z')
  const { rows } = await app.client.register.certificates({ limit: 10, offset: 0 })
  const productId = rows[0]?.productId ?? 0
  expect(await said(productId)).toEqual({
    state: 'grace',
    graceUntil: '2026-11-23',
    lapsed: [3, 3, 3],
    prolonged: [0, 0, 0],
  })
  await app.client.registrations.save({
    fields: { productId, year: 2026, application: 'reassessment', filedOn: '2026-07-01' },
  })
  expect(await said(productId)).toMatchObject({ state: 'prolonged', lapsed: [2, 2, 2], prolonged: [1, 1, 1] })
  app.clock.at = new Date('2026-11-24T02:00:00Z')
  expect(await said(productId)).toMatchObject({ state: 'lapsed', lapsed: [3, 3, 3], prolonged: [0, 0, 0] })
})

it('ends with the result of a locked session that gives it no star, and goes on while that is unlocked', async () => {
  const { productIds, sessionId } = await lockedThree(app)
  await take()
  const [, , productId = 0] = productIds
  await app.client.registrations.save({
    fields: { productId, year: 2026, application: 'reassessment', filedOn: '2026-07-01' },
  })
  expect(await said(productId)).toMatchObject({ state: 'lapsed', graceUntil: null, prolonged: [0, 0, 0] })
  await app.client.sessions.reopen({ sessionId, reason: 'Xem lại' })
  expect(await said(productId)).toMatchObject({ state: 'prolonged', graceUntil: '2026-11-23' })
})
