import { expect, it } from 'vitest'
import { asideKind } from './aside-rows.ts'

it.each([
  { cells: ['I. Nhóm thực phẩm', '', ''], kind: 'group' },
  { cells: ['II', 'Đồ uống', ''], kind: 'group' },
  { cells: ['', 'Thực phẩm', '5'], kind: 'group' },
  { cells: ['B', 'Sản phẩm đánh giá lại', ''], kind: 'group' },
  { cells: ['III. Sản phẩm mới', ''], kind: 'group' },
  { cells: ['Tổng cộng: 12 sản phẩm', '', ''], kind: 'total' },
  { cells: ['', 'Cộng', '12'], kind: 'total' },
  { cells: ['', '', 'Người lập biểu'], kind: 'signing' },
  { cells: ['(1)', '(2)', '(3)'], kind: 'numbers' },
  { cells: ['1', 'Đồ uống thảo mộc', 'HTX Trà'], kind: null },
  { cells: ['1', 'Tổng hợp trái cây sấy', 'HTX Trà'], kind: null },
  { cells: ['2', 'Sữa ong', ''], kind: null },
  { cells: ['Chủ tịch trà', 'HTX Trà'], kind: null },
  { cells: ['Chủ tịch'], kind: null },
  { cells: ['PT-01', '', '5'], kind: null },
])('$cells is $kind', ({ cells, kind }) => {
  expect(asideKind(cells, { isNumbered: true })).toBe(kind)
})

it('takes a mark before a name for no number', () => {
  expect(asideKind(['x', 'Người thứ nhất', ''], { isNumbered: false })).toBe(null)
})
