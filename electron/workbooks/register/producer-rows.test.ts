import { describe, expect, it } from 'vitest'
import { dateCell, officeWorkbook, type OfficeList } from '../../../tests/fixtures/office-list.ts'
import { isWithin } from './producer-rows.ts'
import { readRegisterList } from './read-register-list.ts'

const law = { monthsOn: () => 36, starOf: () => 3, today: '2026-11-20' }
const decision = ['120/QĐ-UBND', dateCell('2024-01-25')] as const

async function readRows(rows: OfficeList['rows']) {
  const bytes = new Uint8Array(await officeWorkbook({ rows }))
  const list = await readRegisterList({ bytes, remembered: new Map(), sheet: null, law })
  if (list === null) throw new Error('no list')
  const products = list.rows.map(({ state, values }) => [values.producer, values.product, state])
  return { products, told: list.faults.filter(({ level }) => level !== 'note') }
}

describe('a column that names producers and their products', () => {
  const head = ['TT', 'Tên chủ thể/sản phẩm', 'Địa chỉ', 'Hạng sao', 'Số QĐ', 'Ngày QĐ']
  const products = [
    ['HTX Hà Phong', 'Cam lòng vàng', 'sound'],
    ['HTX Hà Phong', 'Cam Canh', 'sound'],
    ['Vườn chè Pà Cò', 'Chè', 'sound'],
  ]

  it.each([
    ['1', '1.1', '1.2', '2', '2.1'],
    ['I', '1', '2', 'II', '1'],
    ['A', '1', '2', 'B', '3'],
  ])('is numbered %s, %s, %s, %s, %s', async (first, one, two, second, three) => {
    const { products: read, told } = await readRows([
      head,
      [first, 'HTX Hà Phong', 'xã Thu Phong'],
      [one, 'Cam lòng vàng', null, 4, ...decision],
      [two, 'Cam Canh', null, 3, ...decision],
      [second, 'Vườn chè Pà Cò', 'xã Pà Cò'],
      [three, 'Chè', null, 3, ...decision],
      [null, 'Tổng cộng: 3 sản phẩm'],
    ])
    expect(read).toEqual(products)
    expect(told).toEqual([])
  })

  it('has headings of districts above the producers, and companies are no sums', async () => {
    const { products: read } = await readRows([
      ['TT', 'Tên sản phẩm', 'Hạng sao', 'Số QĐ', 'Ngày QĐ'],
      ['A', 'Huyện Cao Phong'],
      [1, 'Công ty TNHH Hà Phong'],
      [null, 'Cam lòng vàng', 4, ...decision],
      [null, 'Cộng: 1 sản phẩm'],
    ])
    expect(read).toEqual([['Công ty TNHH Hà Phong', 'Cam lòng vàng', 'sound']])
  })
})

it('a producer in a row of its own without a number is that of all numbered rows below it', async () => {
  const { products, told } = await readRows([
    ['TT', 'Tên chủ thể', 'Tên sản phẩm', 'Hạng sao', 'Số QĐ', 'Ngày QĐ'],
    [null, 'Công ty TNHH Hà Phong'],
    [1, null, 'Cam lòng vàng', 4, ...decision],
    [2, null, 'Cam Canh', 3, ...decision],
  ])
  expect(products.map(([producer, , state]) => [producer, state])).toEqual([
    ['Công ty TNHH Hà Phong', 'sound'],
    ['Công ty TNHH Hà Phong', 'sound'],
  ])
  expect(told).toEqual([])
})

it.each([
  ['1.1', '1', true],
  ['1.10.', '1.', true],
  ['3', 'II', true],
  ['1', 'b)', true],
  ['2', '1', false],
  ['11', '1', false],
  ['1', '', false],
  ['', 'I', false],
  ['I', 'A', false],
])('%s stands below %s: %s', (own, above, is) => expect(isWithin(own, above)).toBe(is))
