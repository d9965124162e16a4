import { expect, test } from 'vitest'
import { readNumberText } from './read-number-text.ts'

test.each([
  ['3', 3],
  ['03', 3],
  ['-1', -1],
  ['1,5', 1.5],
  ['1.5', 1.5],
  ['0,125', 0.125],
  ['12,50', 12.5],
])('%s is the number %d', (text, value) => {
  expect(readNumberText(text)).toEqual({ kind: 'number', value })
})

test.each(['1.000', '1,000', '12.345', '1.000.000', '-2,500'])('%s could be two numbers', (text) => {
  expect(readNumberText(text)).toEqual({ kind: 'ambiguous' })
})

test.each(['', '3 điểm', '1 000', '1.000,5', '1e3', '٣', 'O', '1,', ',5', '--1'])('%s is no number', (text) => {
  expect(readNumberText(text)).toEqual({ kind: 'not-a-number' })
})
