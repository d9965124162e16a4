import { describe, expect, it, test } from 'vitest'
import { isOneSlip, producerKey, productKey } from './name-keys.ts'

describe('a producer', () => {
  it.each([
    ['HTX Nông nghiệp Mường Động', 'Hợp tác xã nông nghiệp Mường Động'],
    ['Cty TNHH MTV Hà Phong', 'Công ty trách nhiệm hữu hạn một thành viên Hà Phong'],
    ['Công ty CP Tiến Ngân', 'CÔNG TY CỔ PHẦN TIẾN NGÂN'],
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
