import { expect, test } from 'vitest'
import { readPageLabel, writePageLabel } from './page-label.ts'

const label = {
  layout: 1,
  productCode: 'SP07',
  memberCode: 'TV04',
  round: 2,
  page: 3,
  pages: 4,
  heldOn: '2026-11-18',
  form: '3f9a2c1e77b0',
  names: 'a1b2',
}

test('a label is written on a line and read back', () => {
  expect(writePageLabel(label)).toBe('OCOP1:SP07:TV04:2:3/4:20261118:3F9A2C1E77B0:A1B2')
  expect(readPageLabel(writePageLabel(label))).toEqual(label)
})

test.each(['', 'Mật ong:100%', 'Đ-01/2026', '%3A'])('codes of any letters come back: %j', (code) => {
  const odd = { ...label, productCode: code, memberCode: code }
  expect(readPageLabel(writePageLabel(odd))).toEqual(odd)
})

test.each([
  'SP07/TV04',
  'https://vi.example/OCOP1:',
  'OCOP1:SP07:TV04:2:5/4:20261118:3F9A2C1E77B0:A1B2',
  'OCOP1:SP07:TV04:2:0/4:20261118:3F9A2C1E77B0:A1B2',
  'OCOP1:SP07:TV04:2:1/4:20261118:3F9A:A1B2',
  'OCOP1:SP07:TV04:2:1/4:3F9A2C1E77B0',
])('what else stands in a code is no label: %s', (text) => {
  expect(readPageLabel(text)).toBeNull()
})
