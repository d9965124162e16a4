import { expect, test } from 'vitest'
import { besideMean } from './beside-mean.ts'

test.each([
  [31, { sum: 57, count: 2 }, '+2,50'],
  [28, { sum: 85, count: 3 }, '−0,33'],
  [10, { sum: 20, count: 2 }, '0,00'],
  [1, { sum: 399, count: 400 }, '0,00'],
  [1, { sum: 199, count: 200 }, '+0,01'],
  [7, { sum: 0, count: 0 }, ''],
])('%i beside %o is %s', (points, mean, expected) => {
  expect(besideMean(points, mean)).toBe(expected)
})
