import { expect, it } from 'vitest'
import { nearCommunes } from './near-communes.ts'

const known = [
  { commune: 'Xã Mỹ Lợi', district: 'Phù Mỹ' },
  { commune: 'Xã Mỹ Thọ', district: 'Phù Mỹ' },
  { commune: 'Xã Tây Vinh', district: 'Tây Sơn' },
  { commune: 'Phường Hoài Đức', district: '' },
  { commune: 'Xã Khóm 1', district: '' },
  { commune: 'Xã Thuý Hoà', district: '' },
  { commune: 'Thị trấn Phú Phong', district: 'Tây Sơn' },
]
const near = (commune: string, district = '') => nearCommunes({ commune, district }, known).map((one) => one.commune)

it.each([
  { typed: 'Mỹ Lơi', meant: ['Xã Mỹ Lợi'], why: 'another tone' },
  { typed: 'My Loi', meant: ['Xã Mỹ Lợi'], why: 'no accents' },
  { typed: 'Xã Tây Vihn', meant: ['Xã Tây Vinh'], why: 'two letters changed places' },
  { typed: 'xã tây vin', meant: ['Xã Tây Vinh'], why: 'a letter less' },
  { typed: 'Hoàii Đức', meant: ['Phường Hoài Đức'], why: 'a letter more' },
  { typed: 'MyLoi', meant: ['Xã Mỹ Lợi'], why: 'written together' },
  { typed: 'X. Mỹ Lơi', meant: ['Xã Mỹ Lợi'], why: 'the word for a commune shortened' },
  { typed: 'P.Hoài Đưc', meant: ['Phường Hoài Đức'], why: 'the word for a ward shortened' },
  { typed: 'TT Phú Phông', meant: ['Thị trấn Phú Phong'], why: 'the words for a town shortened' },
])('asks for $meant where $typed is typed: $why', ({ typed, meant }) => {
  expect(near(typed)).toEqual(meant)
})

it.each([
  'Xã Mỹ Lợi',
  'mỹ lợi',
  'MỸ LỢI',
  'Thúy Hòa',
  'Cát Tiến',
  '',
  'Khóm 2',
  'Mỹ Lộc',
  'P. Hoài Đức',
  'X.Tây Vinh',
  'TT. Phú Phong',
])('asks nothing of %s', (typed) => {
  expect(near(typed)).toEqual([])
})

it('does not look in other districts', () => {
  expect(near('Tây Vin', 'Phù Mỹ')).toEqual([])
  expect(near('Tây Vin', 'huyện Tây Sơn')).toEqual(['Xã Tây Vinh'])
})
