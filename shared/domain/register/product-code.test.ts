import { describe, expect, it, test } from 'vitest'
import {
  codeKey,
  describeCode,
  nextProductCode,
  readProductCode,
  writeProductCode,
  type ProductCode,
} from './product-code.ts'

const byCommune = (province: string, commune: string, serial: number, year: number): ProductCode => ({
  kind: 'commune',
  province,
  commune,
  serial,
  year,
})

test.each<readonly [string, ProductCode | null]>([
  ['25-07936-3-2026', byCommune('25', '07936', 3, 2026)],
  ['(25)-(07936)-(03)-2026', byCommune('25', '07936', 3, 2026)],
  [' 25 – 07936 – 12 – 2027 ', byCommune('25', '07936', 12, 2027)],
  ['２５-07936-3-2026', byCommune('25', '07936', 3, 2026)],
  [
    '83-832-28882-2-2022',
    { kind: 'district', province: '83', district: '832', commune: '28882', serial: 2, year: 2022 },
  ],
  ['25-07936-0-2026', null],
  ['25-7936-3-2026', null],
  ['25-07936-3-1999', null],
  ['25-07936-3', null],
  ['SP001', null],
  ['', null],
])('%s', (text, code) => {
  expect(readProductCode(text)).toEqual(code)
})

test('codes that mean the same are one, and no others', () => {
  const [one, ...same] = ['19-00124-1-2026', '19-00124-01-2026', '(19)-(00124)-(001)-2026', '１９ – 00124 – 1 – 2026']
  expect(same.map(codeKey)).toEqual(same.map(() => one))
  for (const other of ['19-00124-10-2026', '19-00124-1-2027', '19-832-00124-1-2026', '19-00124-1', '']) {
    expect(codeKey(other)).toBe(other)
  }
  expect(codeKey('HB-０１Đ')).toBe('hb-01d')
})

test('a code is written as its decision writes it, and read back the same', () => {
  for (const code of ['25-07936-3-2026', '83-832-28882-2-2022']) {
    const read = readProductCode(code)
    expect(read === null ? null : writeProductCode(read)).toBe(code)
  }
})

describe('the next code of a commune', () => {
  it.each<readonly [string, readonly string[], string | null]>([
    ['goes on from the highest serial', ['25-07936-2-2026', '25-07936-10-2026', '25-07936-9-2026'], '25-07936-11-2027'],
    ['goes on over the years', ['25-07936-7-2026', '25-07936-1-2027'], '25-07936-8-2027'],
    ['takes the units of the latest one', ['25-07936-7-2026', '25-07999-1-2027'], '25-07999-2-2027'],
    ['is unknown where only other shapes are', ['83-832-28882-2-2022', 'SP001', ''], null],
    ['is unknown without any', [], null],
  ])('%s', (_how, codes, next) => {
    expect(nextProductCode(codes, 2027)).toBe(next)
  })
})

test('what is said of a code', () => {
  const units = { decision: 'QĐ', from: '2025-07-01', notes: [], provinces: [{ code: '25', name: 'Phú Thọ' }] }
  expect(describeCode('25-07936-3-2026', units)).toMatchObject({ kind: 'commune', province: 'Phú Thọ' })
  expect(describeCode('83-07936-3-2026', units)).toMatchObject({ kind: 'commune', province: null })
  expect(describeCode('83-832-28882-2-2022', units)).toMatchObject({ kind: 'district', province: null })
  expect(describeCode('SP001', units)).toEqual({ kind: 'other' })
  expect(describeCode(' ', units)).toEqual({ kind: 'none' })
})
