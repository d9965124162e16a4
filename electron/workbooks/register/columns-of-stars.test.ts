import { describe, expect, it, test } from 'vitest'
import { dateCell, officeWorkbook, type OfficeList } from '../../../tests/fixtures/office-list.ts'
import { readRegisterList } from './read-register-list.ts'

// Headings that offices have for the names, stars and points of a list, and what stands in their cells.

const law = { monthsOn: () => 36, starOf: (score: number) => (score >= 70 ? 4 : 3), today: '2024-10-01' }

async function read(list: OfficeList) {
  const bytes = await officeWorkbook(list)
  const found = await readRegisterList({ bytes, remembered: new Map(), sheet: null, law })
  if (found === null) throw new Error('no list was found')
  return found
}

const decided = ['8/QĐ-UBND', dateCell('2024-01-01')] as const
const decision = ['Số QĐ', 'Ngày ký'] as const

test.each([
  ['XH', 3],
  ['Xếp loại', '3 sao'],
  ['Kết quả', 'Đạt 3 sao'],
  ['Kết quả (sao)', 3],
  ['Đánh giá phân hạng', '3*'],
  ['Sao đạt', '3 sao'],
])('a star under %s', async (heading, cell) => {
  const list = await read({
    rows: [
      ['STT', 'Tên sản phẩm', 'Chủ thể', heading, ...decision],
      [1, 'Mật', 'HTX M', cell, ...decided],
    ],
  })
  expect(list.rows[0]).toMatchObject({ state: 'sound', values: { star: 3 } })
})

test.each([
  ['Kết quả', 'Đạt'],
  ['Kết quả', 65],
])('%s with %s is no star', async (heading, cell) => {
  const list = await read({
    rows: [
      ['STT', 'Tên sản phẩm', 'Chủ thể', heading],
      [1, 'Mật', 'HTX M', cell],
    ],
  })
  expect(list.rows[0]).toMatchObject({ state: 'sound', values: { star: null } })
})

test.each([
  'KẾT QUẢ\nĐIỂM',
  'Tổng điểm',
  'Điểm TB',
  'Điểm đánh giá',
  'Số điểm đạt được',
  'Tổng số điểm',
  'Kết quả đánh giá (điểm)',
  'Bình quân điểm',
])('points under %s', async (heading) => {
  const list = await read({
    rows: [
      ['STT', 'Tên sản phẩm', 'Chủ thể', heading, 'Hạng sao', ...decision],
      [1, 'Mật', 'HTX M', '60,5', 3, ...decided],
    ],
  })
  expect(list.rows[0]).toMatchObject({ state: 'sound', values: { score: 60.5, star: 3 } })
})

test('short forms of names, points and addresses', async () => {
  const list = await read({
    rows: [
      ['Tên SP', 'Tên DN/HTX/CSSX', 'Đ/c', 'ĐTB', 'XH', ...decision],
      ['Mật', 'HTX M', 'khu phố 3, P.Tân An, TX. Z', '72,5đ', 4, ...decided],
    ],
  })
  expect(list.rows[0]).toMatchObject({
    state: 'sound',
    values: { product: 'Mật', producer: 'HTX M', score: 72.5, star: 4, commune: 'P.Tân An', district: 'TX. Z' },
  })
})

test('names under what they are of', async () => {
  const list = await read({
    rows: [
      ['STT', 'Thông tin sản phẩm', null, 'Thông tin chủ thể', null, 'Hạng sao'],
      [null, 'Tên', 'Nhóm', 'Tên', 'Địa chỉ', null],
      [1, 'Cà phê', 'Đồ uống', 'Công ty C', 'xã Ea Tu', 4],
    ],
    merges: ['A1:A2', 'B1:C1', 'D1:E1', 'F1:F2'],
  })
  expect(list.rows[0]?.values).toMatchObject({ product: 'Cà phê', producer: 'Công ty C', star: 4 })
})

describe('a column for each star', () => {
  const heads = ['STT', 'Tên sản phẩm', 'Chủ thể', '3 sao', '4 sao', '5 sao', ...decision]
  it('is read by its cross, and a sum below by none', async () => {
    const list = await read({
      rows: [
        heads,
        [1, 'Lạc', 'HTX L', 'x', null, null, ...decided],
        [2, 'Vừng', 'HTX V', null, 'X', null, ...decided],
        [3, 'Đỗ', 'HTX D', null, 'X', 'x', ...decided],
        ['Tổng', 3, 3, 1, 2, 1],
      ],
    })
    expect(list.rows.map(({ state, values }) => [state, values.star])).toEqual([
      ['sound', 3],
      ['sound', 4],
      ['doubtful', null],
    ])
  })

  it.each(['1', 1, '4', '4 sao', '✓'])('is read by “%s” in that of 4 stars', async (mark) => {
    const list = await read({ rows: [heads, [1, 'Lạc', 'HTX L', null, mark, null, ...decided]] })
    expect(list.rows[0]).toMatchObject({ state: 'sound', values: { star: 4 } })
  })

  it.each(['3', '0', 'không'])('is not read by “%s” in that of 4 stars', async (mark) => {
    const list = await read({ rows: [heads, [1, 'Lạc', 'HTX L', null, mark, null, ...decided]] })
    expect(list.rows[0]).toMatchObject({ state: 'doubtful', values: { star: null } })
  })

  it.each([
    ['merged', ['A1:A2', 'B1:B2', 'C1:C2', 'D1:F1', 'G1:G2', 'H1:H2']],
    ['not merged', []],
  ])('is read below a heading of them all, %s', async (_how, merges) => {
    const list = await read({
      rows: [
        ['STT', 'Tên sản phẩm', 'Chủ thể', 'Kết quả xếp hạng', null, null, ...decision],
        [null, null, null, '3 sao', '4 sao', '5 sao'],
        [1, 'Lạc', 'HTX L', 'x', null, null, ...decided],
        [2, 'Vừng', 'HTX V', null, 'X', null, ...decided],
        [3, 'Đỗ', 'HTX D', 'x', 'X', null, ...decided],
      ],
      merges,
    })
    expect(list.rows.map(({ row, state, values }) => [row, state, values.star])).toEqual([
      [3, 'sound', 3],
      [4, 'sound', 4],
      [5, 'doubtful', null],
    ])
  })
})

describe('what a title goes with', () => {
  const title = ['(Kèm theo Quyết định số 456/QĐ-UBND ngày 12/12/2023)']
  it('is proposed to rows that name no decision', async () => {
    const list = await read({ rows: [title, ['STT', 'Tên sản phẩm', 'Chủ thể', 'Hạng sao'], [1, 'Mắm', 'HTX M', 3]] })
    expect(list.rows[0]).toMatchObject({
      state: 'doubtful',
      recognitions: [{ star: 3, decisionNumber: '456/QĐ-UBND', decisionDate: '2023-12-12', validUntil: '2026-12-12' }],
    })
  })

  it('is not what a star was asked for by', async () => {
    const list = await read({
      rows: [title, ['STT', 'Tên sản phẩm', 'Chủ thể', 'Hạng sao đăng ký'], [1, 'Mắm', 'HTX M', 3]],
    })
    expect(list.rows[0]).toMatchObject({ state: 'sound', recognitions: [] })
  })
})

test('a term in months under its heading is no day', async () => {
  const list = await read({
    rows: [
      ['STT', 'Tên sản phẩm', 'Chủ thể', 'Hạng sao', ...decision, 'Thời hạn (tháng)'],
      [1, 'Mật', 'HTX M', 3, ...decided, 36],
      [2, 'Sữa', 'HTX S', 3, ...decided, 60],
    ],
  })
  expect(list.rows.map(({ state }) => state)).toEqual(['sound', 'doubtful'])
})

test.each(['- Rượu gạo - Rượu ngô', '1. Rượu sim; 2. Rượu mơ', 'Rượu A, Rượu B và Rượu C', 'Trà sen; Trà nhài'])(
  'several products in one cell: %s',
  async (name) => {
    const list = await read({
      rows: [
        ['STT', 'Tên sản phẩm', 'Chủ thể'],
        [1, name, 'HTX R'],
      ],
    })
    expect(list.rows[0]?.state).toBe('doubtful')
  },
)

test.each(['Trà sen, nhài', 'Gạo ST25 - 5 kg', 'Mắm cá cơm 1.2 lít', 'Bánh đa - Kẻ Sặt'])('one: %s', async (name) => {
  const list = await read({
    rows: [
      ['STT', 'Tên sản phẩm', 'Chủ thể'],
      [1, name, 'HTX R'],
    ],
  })
  expect(list.rows[0]?.state).toBe('sound')
})
