import { expect, it } from 'vitest'
import { begins, fileCheck } from './file-check.ts'

it('tells the part of the check and how far the whole of it is, and never goes back', () => {
  const told = [
    begins,
    fileCheck({ part: 'file', done: 1, of: 2 }),
    fileCheck({ part: 'audit', done: 0, of: 0 }),
    fileCheck({ part: 'rows', done: 1000, of: 4000 }),
    // The last thousand is counted whole.
    fileCheck({ part: 'rows', done: 5000, of: 4000 }),
    fileCheck({ part: 'outside', done: 0, of: 1 }),
  ]
  expect(told.map(({ part, percent }) => [part, percent])).toEqual([
    [0, 0],
    [1, 6],
    [3, 25],
    [4, 40],
    [4, 50],
    [8, 87],
  ])
})
