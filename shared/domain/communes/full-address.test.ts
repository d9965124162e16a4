import { expect, test } from 'vitest'
import { fullAddress } from './full-address.ts'

const here = { commune: 'xã Thu Phong', district: '', province: 'tỉnh Hòa Bình' }
const before = { commune: 'xã Thu Phong', district: 'Cao Phong' }

test.each([
  ['of nothing typed', '', 'xã Thu Phong, tỉnh Hòa Bình'],
  ['of a hamlet', 'Xóm 3', 'Xóm 3, xã Thu Phong, tỉnh Hòa Bình'],
  ['with its commune', 'Xóm 3, xã Thu Phong', 'Xóm 3, xã Thu Phong, tỉnh Hòa Bình'],
  ['with a bare commune and province', 'Xóm 3, Thu Phong, Hòa Bình', 'Xóm 3, xã Thu Phong, tỉnh Hòa Bình'],
  ['written whole', 'Xóm 3, Xã Thu Phong, tỉnh Hoà Bình.', 'Xóm 3, xã Thu Phong, tỉnh Hòa Bình'],
  ['with the district of before', 'Xóm 3 - Thu Phong - Cao Phong', 'Xóm 3, xã Thu Phong, tỉnh Hòa Bình'],
  ['in another commune', 'Xóm 3, xã Bắc Phong', 'Xóm 3, xã Bắc Phong, tỉnh Hòa Bình'],
  ['in another province', 'Số 5, phường Ba Đình, tỉnh Nam', 'Số 5, phường Ba Đình, tỉnh Nam'],
  ['in a town of the province\u2019s name', 'Tổ 5, TP. Hòa Bình', 'Tổ 5, TP. Hòa Bình, xã Thu Phong, tỉnh Hòa Bình'],
  ['in a hamlet of the commune\u2019s name', 'Xóm Thu Phong', 'Xóm Thu Phong, xã Thu Phong, tỉnh Hòa Bình'],
])('an address %s says each place once', (_what, typed, printed) => {
  expect(fullAddress({ typed, stood: before, now: here })).toBe(printed)
})

test('a place that was merged is called as today, a district as before 7/2025 stays where it is', () => {
  const now = { commune: 'xã Cao Phong', district: '', province: 'tỉnh Phú Thọ' }
  expect(fullAddress({ typed: 'Xóm 3, xã Thu Phong, huyện Cao Phong', stood: before, now })).toBe(
    'Xóm 3, xã Cao Phong, tỉnh Phú Thọ',
  )
  const old = { commune: 'xã Thu Phong', district: 'huyện Cao Phong', province: 'tỉnh Hòa Bình' }
  expect(fullAddress({ typed: 'Xóm 3', stood: old, now: old })).toBe(
    'Xóm 3, xã Thu Phong, huyện Cao Phong, tỉnh Hòa Bình',
  )
  expect(fullAddress({ typed: 'Xóm 3', stood: old, now: { ...old, province: '' } })).toBe(
    'Xóm 3, xã Thu Phong, huyện Cao Phong',
  )
})
