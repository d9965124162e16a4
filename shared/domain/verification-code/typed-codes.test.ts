import { expect, it } from 'vitest'
import { typedCodes } from './typed-codes.ts'

const one = '4K7P-91XD-0RWT-M2HN-8'
const other = '0000-0000-0000-0000-0'

it.each([
  ['', []],
  ['  , ; ', []],
  [one, [one]],
  [` ${one},${other} `, [one, other]],
  [`${one} ${other}`, [one, other]],
  [`${one}\n${other};`, [one, other]],
  ['4K7P 91XD 0RWT M2HN 8 0000 0000 0000 0000 0', ['4K7P 91XD 0RWT M2HN 8', '0000 0000 0000 0000 0']],
  ['4K7P – 91XD – 0RWT – M2HN – 8', ['4K7P – 91XD – 0RWT – M2HN – 8']],
  [`Mã kiểm chứng: ${one} mã kiểm chứng ${other}`, [one, other]],
  [`4K7P-91XD-0RWT-M2HN ${other}`, ['4K7P-91XD-0RWT-M2HN', other]],
  ['không phải mã', ['không phải mã']],
])('%j is %j', (line, codes) => {
  expect(typedCodes(line)).toEqual(codes)
})
