import { expect, test } from 'vitest'
import type { BoardRow } from '../../../shared/api/ballots.ts'
import { shownRows, spreadOf, strengthAmong, totalsOf } from './shown-rows.ts'

const rowOf = (code: string, productName: string, row: Partial<BoardRow> = {}) =>
  ({
    code,
    productName,
    producerName: 'Hợp tác xã Suối Bạc',
    isRejected: false,
    confirmed: 9,
    needed: 9,
    needsDiscussion: false,
    spread: 0,
    ...row,
  }) as BoardRow

const rows = [
  rowOf('SB-01', 'Mật ong', { spread: 4 }),
  rowOf('SB-02', 'Gạo nếp', { spread: 12, needsDiscussion: true }),
  rowOf('SB-03', 'Cam', { confirmed: 3, spread: null }),
  rowOf('SB-04', 'Rượu cần', { isRejected: true, spread: 30, cells: [{ total: 60 }, { total: 90 }] as never }),
]
const codes = (shown: readonly BoardRow[]) => shown.map(({ code }) => code.slice(-1)).join('')
const all = { query: '', only: undefined, isBySpread: false }

test('a rejected product lacks no ballot', () => {
  expect(codes(shownRows(rows, { ...all, only: 'open' }))).toBe('3')
  expect(codes(shownRows(rows, { ...all, only: 'discuss' }))).toBe('2')
})

test('rows stand as on the agenda, or the widest spread first', () => {
  expect(codes(shownRows(rows, all))).toBe('1234')
  expect(codes(shownRows(rows, { ...all, isBySpread: true }))).toBe('2134')
  expect(codes(shownRows(rows, { ...all, query: 'mat ong' }))).toBe('1')
})

test('what was scored of a rejected product counts in no spread and no tint', () => {
  const said = rows.filter(({ code }) => code === 'SB-01' || code === 'SB-04')
  expect(said.map(spreadOf)).toEqual([4, null])
  expect(said.filter(({ isRejected }) => isRejected).map(totalsOf)).toEqual([[]])
})

test('a total is tinted by its place among all', () => {
  expect([60, 75, 90].map(strengthAmong([60, 75, 90]))).toEqual([0, 0.5, 1])
  expect(strengthAmong([70, 70])(70)).toBe(0.5)
})
