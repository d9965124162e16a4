import { expect, it } from 'vitest'
import { isPageNumber, isSumText, isTotalText, readGroupRow } from './row-kinds.ts'

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

it.each([
  ['Năm 2021', 2021],
  ['II. Đợt 2 năm 2021', 2021],
  ['Danh sách sản phẩm OCOP công nhận đợt I, năm 2023', 2023],
  ['Đợt 2', undefined],
])('%s heads the year %s', (text, year) => {
  const group = readGroupRow(text)
  expect(group?.kind === 'year' ? group.year : undefined).toBe(year)
})

it.each(['Tổng cộng: 12 sản phẩm', 'tong cong', 'Cộng', 'CỘNG HUYỆN B'])('%s sums', (text) => {
  expect([isSumText(text), isTotalText(text)]).toEqual([true, true])
})

it.each(['Tống Thành Viên', 'Công nghệ sấy', 'Cồng chiêng'])('%s sums nothing', (text) => {
  expect([isSumText(text), isTotalText(text)]).toEqual([false, false])
})

it.each(['Trang 2', 'TRANG 2/5', 'Trang: 12', 'trang số 3', '- 2 -', 'Page 2 of 5'])('%s numbers a page', (text) => {
  expect(isPageNumber(text)).toBe(true)
})

it.each(['Trang trại 2', 'Trang', '2', '-2', 'Tranh 2', 'Trang sức bạc 925'])('%s numbers no page', (text) => {
  expect(isPageNumber(text)).toBe(false)
})
