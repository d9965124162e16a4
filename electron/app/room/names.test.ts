import { expect, test } from 'vitest'
import { clerkNumber } from './names.ts'

test.each([
  ['Thư ký giúp việc 1', [null, null], 1],
  ['Thư ký giúp việc 2', [null, 1], 2],
  ['Thư ký giúp việc 2', [null], 2],
  ['Thư ký giúp việc 2', [1, 2], 3],
  ['Lan', [1, 3], 2],
  ['Lan 0', [1], 2],
  ['Tổ 2026', [null], 1],
])('%s with %j taken has number %i', (name, taken, number) => {
  expect(clerkNumber(name, taken)).toBe(number)
})
