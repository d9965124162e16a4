import { expect, it } from 'vitest'
import { groupBySet } from './group-by-set.ts'

const agenda = (...sets: readonly number[]) => sets.map((setNumber, index) => ({ id: index + 1, setNumber }))

it('puts the products of a set together, sets by their first product', () => {
  expect(groupBySet(agenda(4, 1, 4, 26, 1))).toEqual([1, 3, 2, 5, 4])
})

it('leaves a grouped agenda as it is', () => {
  expect(groupBySet(agenda(7, 7, 2, 2))).toEqual([1, 2, 3, 4])
  expect(groupBySet([])).toEqual([])
})
