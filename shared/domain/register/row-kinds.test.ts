import { expect, it } from 'vitest'
import { isSumText, isTotalText, readGroupRow } from './row-kinds.ts'

it.each([
  { text: 'I. HUYỆN ĐÀ BẮC', kind: 'district' },
  { text: 'quan 1', kind: 'district' },
  { text: 'Xã Tu Lý', kind: 'commune' },
  { text: 'xa tu ly', kind: 'commune' },
  { text: 'Tỉnh Hòa Bình', kind: 'province' },
  { text: 'Tinh bột nghệ', kind: undefined },
  { text: 'Tinh dầu sả', kind: undefined },
  { text: 'Quần áo thổ cẩm', kind: undefined },
  { text: 'Xá xị', kind: undefined },
])('$text heads $kind', ({ text, kind }) => {
  expect(readGroupRow(text)?.kind).toBe(kind)
})

it.each(['Tổng cộng: 12 sản phẩm', 'tong cong', 'Cộng', 'CỘNG HUYỆN B'])('%s sums', (text) => {
  expect([isSumText(text), isTotalText(text)]).toEqual([true, true])
})

it.each(['Tống Thành Viên', 'Công nghệ sấy', 'Cồng chiêng'])('%s sums nothing', (text) => {
  expect([isSumText(text), isTotalText(text)]).toEqual([false, false])
})
