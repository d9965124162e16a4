import { describe, expect, it } from 'vitest'
import { dateCell, officeWorkbook, type OfficeList } from '../../../tests/fixtures/office-list.ts'
import { readRegisterList } from './read-register-list.ts'

const law = { monthsOn: () => 36, starOf: () => 4, today: '2026-10-01' }

type Cell = OfficeList['rows'][number][number]

const plain = ['STT', 'Tên sản phẩm', 'Chủ thể', 'Xã'] as const
const day = dateCell('2025-12-20')

describe('a sheet without a head', () => {
  const heads = [...plain, 'Hạng sao', 'Số QĐ', 'Ngày QĐ']
  const next = (place: number): readonly Cell[] => [place, `Kẹo ${place}`, 'HTX K', 'Xã Mẫu', 4, '55/QĐ-UBND', day]
  const readSheets = async (...rows: OfficeList['rows']) => {
    const bytes = await officeWorkbook({ name: 'Một', rows: [heads, next(1)] }, { name: 'Tiếp theo', rows })
    const list = await readRegisterList({ bytes, remembered: new Map(), sheet: null, law })
    return list?.faults.map(({ cell, level, reason }) => `${cell} ${level}: ${reason}`)
  }

  it.each([[[next(2), next(3)]], [[['DANH SÁCH (tiếp theo)'], next(2), next(3)]], [[next(2), next(3), ['Tổng cộng']]]])(
    'that goes on with the list is named',
    async (rows) => {
      expect(await readSheets(...rows)).toEqual([
        'B2 doubt: Trang tính “Tiếp theo” có 2 dòng giống danh sách nhưng không có tiêu đề: chưa đọc. Dòng nào thuộc danh sách thì chép xuống cuối danh sách rồi nhập lại tệp.',
      ])
    },
  )

  it.each([
    [
      [
        ['Mã', 'Họ và tên', 'Vai trò', 'Đơn vị'],
        ['TV1', 'Thành viên 1', 'Ủy viên', 'Sở Công Thương'],
      ],
    ],
    [[['Ghi chú'], ['Danh sách gồm các sản phẩm của năm 2025.']]],
    [[]],
  ])('of something else is not: %j', async (rows) => {
    expect(await readSheets(...rows)).toEqual([])
  })
})
