import { expect, test } from 'vitest'
import { collectFindings } from './findings.ts'
import type { CellValue } from '../xlsx/plain-sheet.ts'
import { readFraction } from './read-fraction.ts'

function read(value: CellValue) {
  const findings = collectFindings()
  const cell = { ...value, isMerged: false }
  const spot = findings.at({ sheet: 'Phiên họp', row: 14, column: 'B' }, cell)
  return { fraction: readFraction({ ...spot, cell, title: 'Tỷ lệ họp tối thiểu' }), faults: findings.faults() }
}

const text = (value: string): CellValue => ({ kind: 'text', text: value })
const number = (value: number, isPercent = false): CellValue => ({ kind: 'number', value, isPercent })

test.each([
  [text('2/3'), 2, 3],
  [text('2 / 3'), 2, 3],
  [text('75%'), 3, 4],
  [text('75 %'), 3, 4],
  [text('0,75'), 3, 4],
  [text('0.75'), 3, 4],
  [text('66,5%'), null, null],
  [number(0.75), 3, 4],
  [number(0.75, true), 3, 4],
  [number(2 / 3), 2, 3],
  [number(0.666666666666667), 2, 3],
  [number(1), 1, 1],
  [text('200/300'), 2, 3],
])('%j', (value, numerator, denominator) => {
  const { fraction, faults } = read(value)
  expect(fraction).toEqual(numerator === null ? null : { numerator, denominator })
  expect(faults).toHaveLength(numerator === null ? 1 : 0)
})

test.each([
  text('0/3'),
  text('4/3'),
  text('3/0'),
  text('75'),
  number(75),
  number(0),
  number(-0.5),
  text('1.000'),
  text('hai phần ba'),
])('%j is refused', (value) => {
  expect(read(value)).toMatchObject({
    fraction: null,
    faults: [{ message: 'Tỷ lệ họp tối thiểu: không phải là tỷ lệ.' }],
  })
})

test('a fraction that became a date is refused with the way out', () => {
  const { faults } = read({ kind: 'date', iso: '2026-03-02' })
  expect(faults).toMatchObject([{ found: '02/03/2026', message: expect.stringContaining('Văn bản (Text)') }])
})

test('a blank cell is nothing, and no fault', () => {
  expect(read({ kind: 'blank' })).toEqual({ fraction: null, faults: [] })
})
