import { expect, test } from 'vitest'
import type { ListPreview } from '../../../../shared/api/register.ts'
import { isFound, isShown, reasonRows, rowFilters } from './list-row.ts'

const said = { product: 'Cam', producer: 'HTX', kind: null, commune: null, district: null, star: 4, score: null }
const values = { ...said, decisionNumber: null, decisionDate: null, validUntil: null }
const details = { code: '', representative: '', phone: '', address: '', application: '' }
const row = (at: number, state: 'sound' | 'doubtful' | 'faulty', change: 'new' | 'changed' | 'same') => ({
  row: at,
  state,
  change,
  values,
  details,
  recognitionCount: 0,
})
const finding = (cell: string) => ({ sheet: 'Sheet1', cell, level: 'doubt' as const, reason: cell })

const preview: ListPreview = {
  sheet: 'Sheet1',
  sheets: ['Sheet1'],
  headerRows: [3],
  columns: [
    { letter: 'B', header: 'Tên sản phẩm', field: 'product', sample: 'Cam' },
    { letter: 'C', header: 'Sao', field: 'star2', sample: '3' },
    { letter: 'AA', header: 'Ghi chú', field: null, sample: '' },
  ],
  rows: [row(4, 'doubtful', 'new'), row(5, 'faulty', 'new'), row(14, 'sound', 'same'), row(15, 'doubtful', 'changed')],
  faults: [finding('B3'), finding('B4'), finding('C4'), finding('AA4'), finding('C14'), finding('B5')],
  duplicates: [[4, 14]],
  near: [{ row: 15, why: 'product', name: 'Cam', producer: 'HTX', commune: '', code: '' }],
}

test('what is said of a cell stands at the column that shows it, what is said outside the rows stands apart', () => {
  const { rows, elsewhere } = reasonRows(preview)
  expect(rows.map(({ reasons }) => reasons)).toEqual([
    { product: [finding('B4')], star: [finding('C4')], other: [finding('AA4')] },
    { product: [finding('B5')] },
    { star: [finding('C14')] },
    {},
  ])
  expect(elsewhere).toEqual([finding('B3')])
})

test('each filter shows its rows', () => {
  const { rows } = reasonRows(preview)
  const shown = rowFilters.map((filter) => rows.filter((each) => isShown(each, filter)).map((each) => each.row.row))
  expect(Object.fromEntries(rowFilters.map((filter, index) => [filter, shown[index]]))).toEqual({
    all: [4, 5, 14, 15],
    attention: [4, 5, 15],
    faulty: [5],
    twins: [4, 14, 15],
    new: [4],
    changed: [15],
    same: [14],
  })
})

test('words find a row by what it names, also by its old district, without accents', () => {
  const placed = { ...values, commune: 'Xã Tử Nê', district: 'Huyện Tân Lạc', decisionNumber: '12/QĐ-UBND' }
  const { rows } = reasonRows({
    ...preview,
    rows: [{ ...row(4, 'sound', 'new'), values: placed }, row(5, 'sound', 'new')],
  })
  const found = (query: string) => rows.filter((each) => isFound(each, query)).map((each) => each.row.row)
  expect(found('cam')).toEqual([4, 5])
  expect(found('tan lac')).toEqual([4])
  expect(found('cam tu ne')).toEqual([4])
  expect(found('12/qd')).toEqual([4])
  expect(found('cam mai chau')).toEqual([])
})
