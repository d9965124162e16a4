import { describe, expect, it } from 'vitest'
import { dateCell, officeWorkbook, type OfficeList } from '../../../tests/fixtures/office-list.ts'
import { readRegisterList } from './read-register-list.ts'

// Columns of which each could be the recognition's: which is taken, and what is said of the others.

const law = { monthsOn: () => 36, starOf: (score: number) => (score >= 70 ? 4 : 3), today: '2024-10-01' }

type Row = OfficeList['rows'][number]

async function read(heads: readonly string[], cells: Row) {
  const decided = ['8/QĐ-UBND', dateCell('2024-01-01')]
  const rows = [
    ['STT', 'Tên sản phẩm', 'Chủ thể', ...heads, 'Số QĐ', 'Ngày ký'],
    [1, 'Mật', 'HTX M', ...cells, ...decided],
  ]
  const list = await readRegisterList({
    bytes: await officeWorkbook({ rows }),
    remembered: new Map(),
    sheet: null,
    law,
  })
  if (list === null) throw new Error('no list was found')
  return { row: list.rows[0], told: list.faults.map(({ cell, level }) => `${cell} ${level}`) }
}

describe('what was asked for, given to oneself or taken back', () => {
  it.each<readonly [readonly string[], Row]>([
    [
      ['Hạng sao đăng ký', 'Hạng sao đạt'],
      [5, 3],
    ],
    [
      ['Hạng đề nghị', 'Hạng'],
      [5, 3],
    ],
    [
      ['Hạng sao tự đánh giá', 'Kết quả phân hạng'],
      [5, 3],
    ],
    [
      ['Sao dự kiến', 'Sao'],
      [5, 3],
    ],
    [
      ['Điểm tự đánh giá', 'Điểm', 'Sao'],
      [95, 66, 3],
    ],
    [
      ['Tổng điểm tự chấm', 'Tổng điểm', 'Sao'],
      [95, 66, 3],
    ],
    [
      ['Ngày thu hồi', 'Số QĐ thu hồi', 'Sao'],
      [null, null, 3],
    ],
  ])('is never the recognition: %s', async (heads, cells) => {
    const { row, told } = await read(heads, cells)
    expect(row).toMatchObject({
      state: 'sound',
      values: { star: 3, decisionNumber: '8/QĐ-UBND', decisionDate: '2024-01-01' },
    })
    expect([row?.values.score, told]).toEqual([cells.length === 3 && cells[1] === 66 ? 66 : null, []])
  })

  it('is no star of a decision where there is no other', async () => {
    const { row } = await read(['Hạng sao đăng ký'], [5])
    expect(row).toMatchObject({ state: 'doubtful', values: { star: null } })
  })
})

it('asked for is what a registration list has for a star', async () => {
  const rows = [
    ['STT', 'Tên sản phẩm', 'Chủ thể', 'Hạng đề nghị'],
    [1, 'Mật', 'HTX M', 4],
  ]
  const list = await readRegisterList({
    bytes: await officeWorkbook({ rows }),
    remembered: new Map(),
    sheet: null,
    law,
  })
  expect(list?.rows[0]).toMatchObject({ state: 'sound', values: { star: 4 }, recognitions: [] })
})

describe('columns that say otherwise', () => {
  it.each<readonly [readonly string[], Row, readonly string[]]>([
    [
      ['Phân hạng', 'Số sao', 'Sao'],
      ['4 sao', 3, 4],
      ['D2 doubt', 'F2 doubt'],
    ],
    [['Sao', 'Ngày công nhận', 'Ngày cấp'], [3, dateCell('2024-02-01'), dateCell('2024-03-01')], ['E2 doubt']],
    [['Sao', 'Điểm đánh giá', 'Tổng điểm'], [3, 60, 62.5], ['E2 doubt']],
  ])('are told: %s', async (heads, cells, told) => {
    expect(await read(heads, cells)).toMatchObject({ row: { state: 'doubtful' }, told })
  })

  it('are not told where they say the same', async () => {
    expect((await read(['Phân hạng', 'Số sao'], ['3 sao', 3])).told).toEqual([])
  })
})
