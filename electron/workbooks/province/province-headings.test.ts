import { describe, expect, it } from 'vitest'
import type { ProvinceField } from '../../../shared/domain/session/province-fields.ts'
import { headKey, proposeFields } from '../../../shared/domain/columns/propose-fields.ts'
import { provinceHeadings } from './province-headings.ts'

const fieldsOf = (heads: readonly string[], remembered: ReadonlyMap<string, ProvinceField | null> = new Map()) =>
  proposeFields(heads, { headings: provinceHeadings, remembered }).map(({ field }) => field)

describe('fields proposed for headings', () => {
  it.each<readonly [string, ProvinceField | null]>([
    ['Tên sản phẩm', 'productName'],
    ['TÊN SẢN PHẨM', 'productName'],
    ['ten  san pham', 'productName'],
    ['Tên sản phẩm'.normalize('NFD'), 'productName'],
    ['Tên sản phẩm (theo hồ sơ)', 'productName'],
    ['Sản phẩm – Tên sản phẩm', 'productName'],
    ['Xã/phường', 'commune'],
    ['Xã, phường, thị trấn', 'commune'],
    ['STT', 'place'],
    ['Điểm cấp huyện', 'mean'],
    ['Điểm C', 'partC'],
    ['Xếp hạng', 'star'],
    ['Số điện thoại', null],
    ['', null],
  ])('%s → %s', (head, field) => {
    expect(fieldsOf([head])).toEqual([field])
  })

  it('go to one column each: the surest words first, wherever they stand', () => {
    expect(fieldsOf(['Điểm quy đổi', 'Điểm trung bình', 'Sản phẩm', 'Tên sản phẩm'])).toEqual([
      null,
      'mean',
      null,
      'productName',
    ])
  })

  it('give way to what was chosen for the same words, also to "leave it"', () => {
    const remembered = new Map<string, ProvinceField | null>([
      [headKey('ĐIỂM QUY ĐỔI'), 'mean'],
      [headKey('Ghi chú'), null],
    ])
    expect(
      proposeFields(['Điểm quy đổi', 'Điểm trung bình', 'Ghi chú'], { headings: provinceHeadings, remembered }),
    ).toEqual([
      { field: 'mean', source: 'remembered' },
      { field: null, source: 'none' },
      { field: null, source: 'remembered' },
    ])
  })
})
