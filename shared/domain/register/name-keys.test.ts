import { describe, expect, it, test } from 'vitest'
import { accentsOf, isOneSlip, placeKey, producerKey, productKey, provinceKey } from './name-keys.ts'

describe('a producer', () => {
  it.each([
    ['HTX Nông nghiệp Mường Động', 'Hợp tác xã nông nghiệp Mường Động'],
    ['Cty TNHH MTV Hà Phong', 'Công ty trách nhiệm hữu hạn một thành viên Hà Phong'],
    ['Công ty CP Tiến Ngân', 'CÔNG TY CỔ PHẦN TIẾN NGÂN'],
    ['CTCP Dừa', 'Công ty Cổ phần Dừa'],
    ['HKD “Bà Tư”', 'Hộ kinh doanh Bà Tư'],
    ['HTX  DVNN  3T', 'Hợp tác xã Dịch vụ nông nghiệp 3T'],
  ])('%s is %s', (one, other) => {
    expect(producerKey(one)).toBe(producerKey(other))
  })

  it('is another one by another name', () => {
    expect(producerKey('HTX Mường Bi')).not.toBe(producerKey('HTX Mường Vang'))
  })
})

test('a product is the same in other signs, case and Unicode form', () => {
  expect(productKey('Mật ong  “Hoa rừng” (chai 500ml)')).toBe(
    productKey('MẬT ONG HOA RỪNG, chai 500ml'.normalize('NFD')),
  )
})

test.each([
  ['Cá kho', 'CÁ  KHO', 'same'],
  ['Thuý Hoà', 'Thúy Hòa'.normalize('NFD'), 'same'],
  ['HTX Hải Hà', 'Hợp tác xã Hải Hà', 'same'],
  ['Cá kho', 'Cá khô', 'other'],
  ['Dừa sấy', 'Dứa sấy', 'other'],
  ['HTX Tân Lập', 'Hợp tác xã Tấn Lập', 'other'],
  ['Hà Hạ', 'Hạ Hà', 'other'],
  ['Ca kho', 'Cá khô', 'bare'],
  ['Cốm', 'com', 'bare'],
] as const)('%s and %s: accents %s', (one, other, accents) => {
  expect(accentsOf(one, other)).toBe(accents)
  expect(accentsOf(other, one)).toBe(accents)
})

test.each([
  ['mat ong rung', 'mat ong rumg', true],
  ['mat ong rung', 'mat ong rungg', true],
  ['mat ong rung', 'at ong rung', true],
  ['mat ong rung', 'mat ong rumgg', false],
  ['mat ong rung', 'mat ong rung', false],
  ['ruou can loai 1', 'ruou can loai 2', false],
  ['ruou can loai', 'ruou can loai 2', false],
  ['che', 'cho', false],
])('%s and %s are one slip apart: %s', (one, other, isNear) => {
  expect(isOneSlip(one, other)).toBe(isNear)
  expect(isOneSlip(other, one)).toBe(isNear)
})

test.each([
  ['HTX S', 'HTX Q', false],
  ['HTX Gà', 'HTX Gò', false],
  ['HTX Gà', 'HTX Gàn', false],
  ['HTX NN Hà', 'HTX NN Hạt', false],
  ['Cty TNHH MTV A', 'Cty TNHH MTV B', false],
  ['Công ty CP sản xuất và thương mại AB', 'Công ty CP sản xuất và thương mại AC', false],
  ['HKD Tú', 'HKD Tý', false],
  ['HTX S', 'Hợp tác xã S', false],
  ['HTX Ong', 'HTX Ang', true],
  ['HTX Hà Phong', 'HTX Hà Phog', true],
  ['Cty TNHH Hà Phong', 'Cty TNHH Hà Phog', true],
])('producers %s and %s are one slip apart: %s', (one, other, isNear) => {
  expect(isOneSlip(producerKey(one), producerKey(other))).toBe(isNear)
  expect(isOneSlip(producerKey(other), producerKey(one))).toBe(isNear)
})

test.each([
  ['X. Thịnh Đức', 'Xã Thịnh Đức'],
  ['x.thịnh đức', 'Thịnh Đức'],
  ['X Thịnh Đức', 'XÃ THỊNH ĐỨC'],
  ['TT Na Hang', 'Thị trấn Na Hang'],
  ['TT. Na Hang', 'thị trấn Na Hang'],
  ['T.T Na Hang', 'Na Hang'],
  ['P. Quang Trung', 'Phường Quang Trung'],
  ['P1', 'Phường 1'],
  ['P.12', 'phường 12'],
  ['ĐK Lý Sơn', 'Đặc khu Lý Sơn'],
  ['H. Cao Phong', 'Huyện Cao Phong'],
  ['Q.5', 'Quận 5'],
  ['T.P. Hòa Bình', 'Thành phố Hoà Bình'],
])('%s and %s are one place', (one, other) => {
  expect(placeKey(one)).toBe(placeKey(other))
})

test('what only begins as a shortened word is a name of its own', () => {
  expect(placeKey('H’Bông')).toBe(placeKey('xã H’Bông'))
  expect(placeKey('Xuân Thịnh')).not.toBe(placeKey('Thịnh'))
  expect(placeKey('Phú')).toBe('phu')
  expect(provinceKey('T. Gia Lai')).toBe(provinceKey('tỉnh Gia Lai'))
})
