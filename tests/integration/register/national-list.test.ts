import ExcelJS from 'exceljs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dateCell, officeWorkbook } from '../../fixtures/office-list.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { refusal } from '../documents-register/numbered-session.ts'

// The ministry's table out of the register of certificates, through the procedures that the window asks.

let app: TestApp
beforeEach(async () => {
  app = createTestApp()
  await app.client.workspace.create({ name: 'Sổ quốc gia' })
})
afterEach(() => app[Symbol.dispose]())

const head = ['Tên sản phẩm', 'Tên chủ thể', 'Xã', 'Hạng sao', 'Số quyết định', 'Ngày quyết định']
const chair = ['Chè Pà Cò', 'HTX Mai Châu', 'Pà Cò', 4, '120/QĐ-UBND', dateCell('2024-01-25')] as const
const lapsed = ['Rượu cần', 'HTX Mai Châu', 'Pà Cò', 3, '3163/QĐ-UBND', dateCell('2019-12-30')] as const

async function take(...rows: readonly (readonly (string | number | ReturnType<typeof dateCell>)[])[]) {
  const file = new File([new Uint8Array(await officeWorkbook({ rows: [head, ...rows] }))], 'Danh sách.xlsx')
  await app.client.register.takeList({ file, sender: '', sheet: null, columns: [], year: 2026, acceptsDoubts: true })
}

it('holds who has a certificate in the year, says what lacks, and is written as Excel and as text', async () => {
  await take(chair, lapsed)
  const { rows, findings, day } = await app.client.register.nationalList({ year: 2026 })
  expect(day).toBe('2026-11-20')
  expect(rows).toMatchObject([
    { TenSanPham: 'Chè Pà Cò', ChuTheSXKD: 'HTX Mai Châu', XepHang: '4*', Ma_ThoiGian: '2026', TrangThai: 'Còn hạn' },
  ])
  expect(findings.map(({ row, column, level }) => `${row} ${column} ${level}`)).toEqual([
    '1 MA_OCOP lack',
    '1 Ma_DonViHanhChinh lack',
    '1 Ma_SanPham lack',
    '1 DoanhThuNam lack',
  ])
  // In 2022 both were in force, and the older one ended before the year did.
  const before = await app.client.register.nationalList({ year: 2022 })
  expect(before.rows.map(({ TenSanPham, TrangThai }) => [TenSanPham, TrangThai])).toEqual([['Rượu cần', 'Hết hạn']])

  const csv = await app.client.register.exportNationalList({ year: 2026, format: 'csv' })
  expect([csv.name, (await csv.text()).split('\r\n')[1]]).toEqual([
    'PTNT_OCOP 2026.csv',
    ',,2026,,Chè Pà Cò,4*,HTX Mai Châu,,Còn hạn',
  ])
  const xlsx = await app.client.register.exportNationalList({ year: 2026, format: 'xlsx' })
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(await xlsx.arrayBuffer())
  const sheet = workbook.getWorksheet('PTNT_OCOP')
  expect([sheet?.getCell('A1').value, sheet?.getCell('E2').value, sheet?.getCell('H2').value]).toEqual([
    'MA_OCOP',
    'Chè Pà Cò',
    null,
  ])
})

it('writes nothing while a name is longer than its column', async () => {
  await take(['ộ'.repeat(256), ...chair.slice(1)])
  const { findings } = await app.client.register.nationalList({ year: 2026 })
  expect(findings.filter(({ level }) => level === 'fault')).toMatchObject([
    { row: 1, column: 'TenSanPham', signs: 256, most: 255 },
  ])
  for (const format of ['csv', 'xlsx'] as const) {
    expect(await refusal(app.client.register.exportNationalList({ year: 2026, format }))).toBe('national-does-not-fit')
  }
})
