import { describe, expect, test } from 'vitest'
import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { CaseCode, Criterion } from '../../../shared/domain/criteria/criteria-set.ts'
import { readCriteriaSet } from '../../../tests/helpers/resources.ts'
import type { Cell, CellValue } from '../xlsx/plain-sheet.ts'
import { readPoints } from './points.ts'

function cellOf(value: string | number | CellValue, isMerged = false): Cell {
  if (typeof value === 'number') return { kind: 'number', value, isPercent: false, isMerged }
  return typeof value === 'string' ? { kind: 'text', text: value, isMerged } : { ...value, isMerged }
}

const criterionOf = (options: Criterion['options']): Criterion => ({
  code: '1.1',
  title: 'Nguồn nguyên liệu',
  max: Math.max(...options.map(({ points }) => points)),
  options,
})

const option = (points: number, marks: Partial<Criterion['options'][number]> = {}) => ({ points, label: '', ...marks })
const simple = criterionOf([option(1, { minStar: 3 }), option(3), option(5)])

const read = (value: string | number | CellValue, criterion = simple, criteriaCase: CaseCode | null = null) =>
  readPoints({ cell: cellOf(value), criterion, criteriaCase })

describe('plain points', () => {
  test.each([
    [0, 0],
    [1, 1],
    [3, 2],
    ['5', 3],
    ['3,0', 2],
    ['3.0', 2],
    ['3.00', 2],
  ])('%j is option %i', (value, expected) => {
    expect(read(value)).toEqual({ kind: 'option', option: expected })
  })

  test.each([2, 4, 6, -1, 1.5, '1,5', '1.000', '3,000', '1 000', 'ba', '5 điểm', '+', '٣'])(
    '%j is refused',
    (value) => {
      expect(read(value)).toMatchObject({ kind: 'fault', allowed: '0; 1; 3; 5' })
    },
  )

  test('text that only looks like a number says so, and so does a date', () => {
    expect(read('1.000')).toMatchObject({ message: expect.stringContaining('Chữ giống số') })
    expect(read({ kind: 'date', iso: '2026-02-01' })).toMatchObject({
      message: expect.stringContaining('Văn bản (Text)'),
    })
  })

  test('errors, formulas without a result and truth values are refused', () => {
    expect(read({ kind: 'error', code: '#REF!' })).toMatchObject({ message: expect.stringContaining('#REF!') })
    expect(read({ kind: 'uncalculated' })).toMatchObject({ kind: 'fault' })
    expect(read({ kind: 'boolean', value: true })).toMatchObject({ kind: 'fault' })
  })

  test('a blank cell is no answer, never a zero', () => {
    expect(read({ kind: 'blank' })).toEqual({ kind: 'blank' })
  })

  test('a merged cell is refused', () => {
    expect(readPoints({ cell: cellOf(1, true), criterion: simple, criteriaCase: null })).toMatchObject({
      kind: 'fault',
    })
  })
})

describe('options of equal points', () => {
  const alike = criterionOf([option(1), option(1), option(3)])
  const marked = criterionOf([option(1), option(1, { minStar: 4 }), option(3)])

  test('a plain number takes the first where the choice does not matter', () => {
    expect(read(1, alike)).toEqual({ kind: 'option', option: 1 })
  })

  test('a plain number is refused as ambiguous where star marks differ', () => {
    expect(read(1, marked)).toMatchObject({ kind: 'fault', allowed: '0; 1/1; 1/2; 3' })
    expect(read('1/2', marked)).toEqual({ kind: 'option', option: 2 })
    expect(read('1 / 1', marked)).toEqual({ kind: 'option', option: 1 })
    expect(read(3, marked)).toEqual({ kind: 'option', option: 3 })
  })

  test('points and option number must agree', () => {
    expect(read('3/1', marked)).toMatchObject({ kind: 'fault' })
    expect(read('1/4', marked)).toMatchObject({ kind: 'fault' })
    expect(read('1/0', marked)).toMatchObject({ kind: 'fault' })
  })
})

describe('set 26: cases', () => {
  const eighth =
    listCriteria(readCriteriaSet('qd26-26')).find(({ criterion }) => criterion.code === '8')?.criterion ?? simple

  test('without the case a plain number is ambiguous', () => {
    expect(read(3, eighth)).toMatchObject({ kind: 'fault', allowed: '0; 1/1; 3/2; 1/3; 3/4' })
    expect(read('3/4', eighth)).toEqual({ kind: 'option', option: 4 })
  })

  test('with the case plain numbers are read within it', () => {
    expect(read(3, eighth, 'a')).toEqual({ kind: 'option', option: 2 })
    expect(read(3, eighth, 'b')).toEqual({ kind: 'option', option: 4 })
  })

  test('an option of the other case is refused', () => {
    expect(read('3/4', eighth, 'a')).toMatchObject({ kind: 'fault', allowed: '0; 1; 3' })
  })
})
