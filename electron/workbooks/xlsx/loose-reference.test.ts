import { expect, test } from 'vitest'
import { looseReference } from './loose-reference.ts'

test.each([
  ['SUM(INDIRECT("G7:G10"))', 'quoted'],
  ['SUM(INDIRECT("\'Biểu 01\'!$G$7:$G$10"))', 'quoted'],
  ['INDIRECT("G"&ROW())', 'quoted'],
  ['INDIRECT($B7)', 'quoted'],
  ['INDIRECT("R7C2",FALSE)', 'quoted'],
  ['HYPERLINK("#G7","xem")', 'quoted'],
  ['HYPERLINK("#"&A1,"xem")', 'quoted'],
  ['SUM(OFFSET(G7,0,0,4,1))', 'counted'],
  ['SUM(OFFSET(DanhMuc,0,0,4,1))', 'counted'],
  ['ADDRESS(7,2)', 'counted'],
  ['INDIRECT(ADDRESS(7,2))', 'quoted'],
  // Another sheet, a name, a whole column, a page of the web, a text that is none.
  ['INDIRECT("DanhMuc!A1:A5")', null],
  ['INDIRECT("Nhóm_hàng")', null],
  ['SUM(INDIRECT("G:G"))', null],
  ['OFFSET(DanhMuc!A1,1,0)', null],
  ['HYPERLINK("https://example.vn/A1","xem")', null],
  ['IF(A1="SP01","INDIRECT(""G7"")",0)', null],
  ['SUM(G7:G10)', null],
] as const)('%s: %s', (formula, loose) => {
  expect(looseReference(formula, 'Biểu 01', 'Biểu 01')).toBe(loose)
})

test('a formula elsewhere means its own sheet, a name any', () => {
  expect(looseReference('INDIRECT("G7")', 'Tổng hợp', 'Biểu 01')).toBeNull()
  expect(looseReference('OFFSET(G7,1,0)', 'Tổng hợp', 'Biểu 01')).toBeNull()
  expect(looseReference('INDIRECT("\'Biểu 01\'!G7")', 'Tổng hợp', 'Biểu 01')).toBe('quoted')
  expect(looseReference('INDIRECT("G7")', null, 'Biểu 01')).toBe('quoted')
})
