import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberWords } from './number-words.ts'

it.each<[number, string]>([
  [0, 'không'],
  [1, 'một'],
  [4, 'bốn'],
  [5, 'năm'],
  [10, 'mười'],
  [11, 'mười một'],
  [14, 'mười bốn'],
  [15, 'mười lăm'],
  [20, 'hai mươi'],
  [21, 'hai mươi mốt'],
  [24, 'hai mươi tư'],
  [25, 'hai mươi lăm'],
  [99, 'chín mươi chín'],
  [100, 'một trăm'],
  [101, 'một trăm linh một'],
  [104, 'một trăm linh bốn'],
  [105, 'một trăm linh năm'],
  [110, 'một trăm mười'],
  [111, 'một trăm mười một'],
  [115, 'một trăm mười lăm'],
  [121, 'một trăm hai mươi mốt'],
  [555, 'năm trăm năm mươi lăm'],
  [1000, 'một nghìn'],
  [1001, 'một nghìn không trăm linh một'],
  [1005, 'một nghìn không trăm linh năm'],
  [1015, 'một nghìn không trăm mười lăm'],
  [1100, 'một nghìn một trăm'],
  [2024, 'hai nghìn không trăm hai mươi tư'],
  [10_000, 'mười nghìn'],
  [21_000, 'hai mươi mốt nghìn'],
  [100_005, 'một trăm nghìn không trăm linh năm'],
  [1_000_000, 'một triệu'],
  [1_000_001, 'một triệu không trăm linh một'],
  [1_015_000, 'một triệu không trăm mười lăm nghìn'],
  [1_000_000_000, 'một tỷ'],
  [1_005_000_000, 'một tỷ không trăm linh năm triệu'],
  [1_500_000_000_000, 'một nghìn năm trăm tỷ'],
  [1_000_000_000_000_000, 'một triệu tỷ'],
])('%s is %s', (value, words) => {
  expect(numberWords(value)).toBe(words)
})

describe('numberWords', () => {
  it.each([21.5, -1, NaN, Infinity, 1e16])('refuses %s', (value) => {
    expect(() => numberWords(value)).toThrow(RangeError)
  })

  it('gives different words to different numbers, with single spaces', () => {
    const integer = fc.integer({ min: 0, max: 1e15 })
    fc.assert(
      fc.property(integer, integer, (a, b) => {
        fc.pre(a !== b)
        expect(numberWords(a)).not.toBe(numberWords(b))
        expect(numberWords(a)).toMatch(/^\p{L}+( \p{L}+)*$/u)
      }),
    )
  })
})
