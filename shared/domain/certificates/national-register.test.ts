import { expect, test } from 'vitest'
import { nationalCsv, nationalList, type NationalEntry } from './national-register.ts'

const on = { year: 2026, day: '2026-11-27' }
const honey: NationalEntry = {
  productId: 7,
  state: 'in-force',
  lapseYear: 2029,
  star: 4,
  certificateCode: '01/GCN-UBND',
  productCode: '25-08656-1-2026',
  productName: 'Mật ong "hoa rừng"',
  producerName: 'HTX Mường Bi, xã Phong Phú',
}

test('a row has the columns of PTNT_OCOP; what the file does not hold is empty and told', () => {
  const { rows, findings } = nationalList([honey], on)
  expect(rows).toEqual([
    {
      MA_OCOP: '01/GCN-UBND',
      Ma_DonViHanhChinh: '',
      Ma_ThoiGian: '2026',
      Ma_SanPham: '25-08656-1-2026',
      TenSanPham: 'Mật ong "hoa rừng"',
      XepHang: '4*',
      ChuTheSXKD: 'HTX Mường Bi, xã Phong Phú',
      DoanhThuNam: '',
      TrangThai: 'Còn hạn',
    },
  ])
  expect(findings.map(({ row, column, level }) => [row, column, level])).toEqual([
    [1, 'Ma_DonViHanhChinh', 'lack'],
    [1, 'DoanhThuNam', 'lack'],
  ])
})

test('a name of 255 signs fits, one of 256 is a fault at its cell, and nothing is cut', () => {
  const fits = { ...honey, productName: 'ộ'.repeat(255), producerName: '𠀀'.repeat(255) }
  expect(nationalList([fits], on).findings.filter(({ level }) => level === 'fault')).toEqual([])
  const long = { ...honey, productName: 'ộ'.repeat(256), star: null, certificateCode: '', productCode: '' }
  const { rows, findings } = nationalList([honey, long], on)
  expect(rows[1]?.TenSanPham).toHaveLength(256)
  expect(
    findings.filter(({ row }) => row === 2).map(({ column, level, signs, most }) => [column, level, signs, most]),
  ).toEqual([
    ['MA_OCOP', 'lack', 0, 0],
    ['Ma_DonViHanhChinh', 'lack', 0, 0],
    ['Ma_SanPham', 'lack', 0, 0],
    ['TenSanPham', 'fault', 256, 255],
    ['XepHang', 'lack', 0, 50],
    ['DoanhThuNam', 'lack', 0, 0],
  ])
})

test('a certificate that ended says so within ten signs', () => {
  const { rows, findings } = nationalList([{ ...honey, state: 'lapsed' }], on)
  expect(rows[0]?.TrangThai).toBe('Hết hạn')
  expect(findings.some(({ level }) => level === 'fault')).toBe(false)
})

test('as text: quotation marks and commas stay what they are', () => {
  const { rows } = nationalList([honey], on)
  expect(nationalCsv(rows)).toBe(
    '\uFEFFMA_OCOP,Ma_DonViHanhChinh,Ma_ThoiGian,Ma_SanPham,TenSanPham,XepHang,ChuTheSXKD,DoanhThuNam,TrangThai\r\n' +
      '01/GCN-UBND,,2026,25-08656-1-2026,"Mật ong ""hoa rừng""",4*,"HTX Mường Bi, xã Phong Phú",,Còn hạn\r\n',
  )
})

test('a withdrawn certificate is told as withdrawn, an ended one as ended', () => {
  const states = (['withdrawn', 'lapsed', 'in-force'] as const).map((state) => ({ ...honey, state }))
  expect(nationalList(states, on).rows.map(({ TrangThai }) => TrangThai)).toEqual(['Thu hồi', 'Hết hạn', 'Còn hạn'])
})

test('one that may be prolonged is valid only where its dossier was filed, and nothing is said of one without a day', () => {
  const states = (['grace', 'prolonged', 'unknown'] as const).map((state) => ({ ...honey, state, lapseYear: 2026 }))
  const { rows, findings } = nationalList(states, on)
  expect(rows.map(({ TrangThai }) => TrangThai)).toEqual(['Hết hạn', 'Còn hạn', ''])
  expect(findings.filter(({ column }) => column === 'TrangThai')).toMatchObject([{ row: 3, level: 'lack' }])
  expect(nationalList(states, { ...on, day: '2025-12-31' }).rows[2]?.TrangThai).toBe('Còn hạn')
})
