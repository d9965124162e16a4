import { describe, expect, it } from 'vitest'
import { readCriteriaSets } from '../../../tests/helpers/resources.ts'
import type { CaseCode, Criterion } from '../criteria/criteria-set.ts'
import { listCriteria } from '../criteria/form.ts'
import { listCells, readCell, writeCell } from './read-cell.ts'

const criterionOf = (...options: readonly [points: number, marks?: Partial<Criterion['options'][number]>][]) => ({
  code: '1.1',
  title: 'Nguồn nguyên liệu',
  max: 5,
  options: options.map(([points, marks]) => ({ points, label: '', ...marks })),
})

const plain = criterionOf([1], [3], [5])
const withZero = criterionOf([0], [2])
const alike = criterionOf([1], [1], [3])
const marked = criterionOf([1], [1, { minStar: 4 }], [3])
/** The second of the two equal lines reaches the gate before it, the first does not. */
const aroundGate = criterionOf([3], [1, { minStar: 3 }], [3])
const cases = criterionOf([1, { case: 'a' }], [3, { case: 'a' }], [1, { case: 'b' }], [3, { case: 'b' }])

type Row = {
  readonly cell: string | number
  readonly criterion?: Criterion
  readonly criteriaCase?: CaseCode
  readonly says: object
}
const choice = (of: number | null) => ({ kind: 'choice', choice: of })

describe('a cell', () => {
  it.each<Row>([
    { cell: '', says: choice(null) },
    { cell: ' \u00a0', says: choice(null) },
    { cell: 0, says: choice(0) },
    { cell: '0', says: choice(0) },
    { cell: '0/0', says: choice(0) },
    { cell: 3, says: choice(2) },
    { cell: '03', says: choice(2) },
    { cell: ' 3\u00a0', says: choice(2) },
    { cell: '3,0', says: choice(2) },
    { cell: '3.00', says: choice(2) },
    { cell: '3/2', says: choice(2) },
    { cell: '3 / 2', says: choice(2) },
    { cell: '3/1', says: { kind: 'other-points', optionNumber: 1, points: 1 } },
    { cell: '3/4', says: { kind: 'no-such-option' } },
    { cell: '3/0', says: { kind: 'no-such-option' } },
    { cell: '2', says: { kind: 'no-such-points', points: 2 } },
    { cell: -1, says: { kind: 'no-such-points', points: -1 } },
    { cell: '1,5', says: { kind: 'fraction' } },
    { cell: 1.5, says: { kind: 'fraction' } },
    { cell: '1.000', says: { kind: 'thousand-or-one' } },
    { cell: '3,000', says: { kind: 'thousand-or-one' } },
    { cell: '1 000', says: { kind: 'not-a-number' } },
    { cell: '3 điểm', says: { kind: 'not-a-number' } },
    { cell: '٣', says: { kind: 'not-a-number' } },
    // A printed line of 0 points is what 0 means; "no level reached" has its own name beside it.
    { cell: '0', criterion: withZero, says: choice(1) },
    { cell: '0/1', criterion: withZero, says: choice(1) },
    { cell: '0/0', criterion: withZero, says: choice(0) },
    { cell: '1', criterion: alike, says: choice(1) },
    { cell: '1/2', criterion: alike, says: choice(2) },
    { cell: '1', criterion: marked, says: { kind: 'ambiguous', points: 1 } },
    { cell: '1/2', criterion: marked, says: choice(2) },
    { cell: '3', criterion: aroundGate, says: { kind: 'ambiguous', points: 3 } },
    { cell: '3', criterion: cases, says: { kind: 'ambiguous', points: 3 } },
    { cell: '3', criterion: cases, criteriaCase: 'b', says: choice(4) },
    { cell: '3/2', criterion: cases, criteriaCase: 'b', says: { kind: 'other-case', optionNumber: 2, itsCase: 'a' } },
  ])('$cell says $says', ({ cell, criterion = plain, criteriaCase = null, says }) => {
    expect(readCell({ cell, criterion, criteriaCase })).toEqual(says)
  })

  it('takes these values', () => {
    const listed = (criterion: Criterion, criteriaCase: CaseCode | null = null) =>
      listCells({ criterion, criteriaCase })
    expect(listed(plain)).toEqual(['0', '1', '3', '5'])
    expect(listed(withZero)).toEqual(['0', '2'])
    expect(listed(alike)).toEqual(['0', '1', '3'])
    expect(listed(marked)).toEqual(['0', '1/1', '1/2', '3'])
    expect(listed(cases, 'a')).toEqual(['0', '1', '3'])
  })
})

it('every choice of every shipped form reads back as it was written', () => {
  const forms = [
    ...readCriteriaSets('qd26'),
    ...readCriteriaSets('qd148').filter(({ status }) => status !== 'incomplete'),
  ]
  const wrong: unknown[] = []
  let checked = 0
  for (const { criterion } of forms.flatMap(listCriteria)) {
    for (const criteriaCase of [null, 'a', 'b'] as const) {
      const of = { criterion, criteriaCase }
      for (let number = 0; number <= criterion.options.length; number += 1) {
        const itsCase = criterion.options[number - 1]?.case
        if (criteriaCase !== null && itsCase !== undefined && itsCase !== criteriaCase) continue
        const cell = writeCell({ ...of, choice: number })
        const reading = readCell({ ...of, cell })
        if (reading.kind !== 'choice' || reading.choice !== number) wrong.push({ ...of, number, cell, reading })
        checked += 1
      }
      wrong.push(...listCells(of).filter((cell) => readCell({ ...of, cell }).kind !== 'choice'))
    }
  }
  expect(wrong).toEqual([])
  expect(checked).toBeGreaterThan(10_000)
})
