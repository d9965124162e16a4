import { expect, it } from 'vitest'
import { moveId } from './move-id.ts'

const ids = [1, 2, 3, 4]

it('puts an id at its new place', () => {
  expect(moveId({ ids, id: 3, to: 0 })).toEqual([3, 1, 2, 4])
  expect(moveId({ ids, id: 1, to: 2 })).toEqual([2, 3, 1, 4])
})

it('stops at both ends', () => {
  expect(moveId({ ids, id: 1, to: -1 })).toEqual(ids)
  expect(moveId({ ids, id: 4, to: 9 })).toEqual(ids)
})

it('leaves the list alone for an unknown id', () => {
  expect(moveId({ ids, id: 9, to: 0 })).toEqual(ids)
})
