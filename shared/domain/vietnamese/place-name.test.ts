import { expect, it } from 'vitest'
import { placeInText, placeNameAsWritten } from './place-name.ts'

it.each([
  ['phú thọ', 'Phú Thọ'],
  ['tỉnh phú thọ', 'tỉnh Phú Thọ'],
  ['tỉnh Phú Thọ', 'tỉnh Phú Thọ'],
  [' thành phố  đà nẵng ', 'thành phố Đà Nẵng'],
  ['tỉnh ĐẮK LẮK', 'tỉnh Đắk Lắk'],
  ['bà rịa - vũng tàu', 'Bà Rịa - Vũng Tàu'],
  ['TP Huế', 'TP Huế'],
  ['', ''],
])('“%s” is written “%s”', (typed, written) => expect(placeNameAsWritten(typed)).toBe(written))

it.each([
  ['XÃ ĐỒNG VĂN', 'xã Đồng Văn'],
  ['xã Đồng Văn', 'xã Đồng Văn'],
  ['Xã Mẫu', 'Xã Mẫu'],
  ['TX', 'TX'],
])('stands in running text: %s', (typed, written) => expect(placeInText(typed)).toBe(written))
