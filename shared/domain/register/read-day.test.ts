import { expect, test } from 'vitest'
import { figuresOfDay, findDays, readDay, type DayReading } from './read-day.ts'

type How = Extract<DayReading, { kind: 'day' }>['how']
const day = (iso: string, how: How = 'plain', rest = ''): DayReading => ({ kind: 'day', iso, how, rest })

test.each<readonly [string, DayReading]>([
  ['30/12/2019', day('2019-12-30')],
  ['3/1/2021', day('2021-01-03')],
  ['30-12-2019', day('2019-12-30')],
  ['30.12.2019', day('2019-12-30')],
  ['15/07//2022', day('2022-07-15')],
  ['30/12/19', day('2019-12-30', 'two-digit-year')],
  ['ngày 30 tháng 12 năm 2019', day('2019-12-30')],
  ['Ngày 02 tháng 01, năm 2021', day('2021-01-02')],
  ['2019-12-30', day('2019-12-30')],
  ['2019/12/30', day('2019-12-30')],
  ['2019.12.3', day('2019-12-03')],
  ['2019/02/30', { kind: 'wrong', text: '2019/02/30' }],
  ['12/2019/03', { kind: 'none' }],
  ['06/05/’24', day('2024-05-06', 'two-digit-year')],
  ["06/05/'24", day('2024-05-06', 'two-digit-year')],
  ['3075/QĐ-UBND ngày 30/12/2019', day('2019-12-30', 'plain', '3075/qđ-ubnd')],
  ['2019-12-30 00:00:00', day('2019-12-30')],
  ['từ ngày 30/12/2019', day('2019-12-30')],
  ['O5/06/2024', day('2024-06-05', 'plain', 'o')],
  ['05/06/2024 (đính chính)', day('2024-06-05', 'plain', 'đính chính')],
  ['5-Jun-24', day('2024-06-05', 'two-digit-year')],
  ['05 June, 2024', day('2024-06-05')],
  ['20240605', day('2024-06-05', 'no-signs')],
  ['05062024', day('2024-06-05', 'no-signs')],
  ['20241505', { kind: 'none' }],
  ['12/30/2019', day('2019-12-30', 'month-first')],
  ['29/02/2020', day('2020-02-29')],
  ['29/02/2021', { kind: 'wrong', text: '29/02/2021' }],
  ['31/4/2020', { kind: 'wrong', text: '31/4/2020' }],
  ['00/12/2019', { kind: 'wrong', text: '00/12/2019' }],
  ['12/2019', { kind: 'month', year: 2019, month: 12 }],
  ['tháng 12/2019', { kind: 'month', year: 2019, month: 12 }],
  ['T12/2019', { kind: 'month', year: 2019, month: 12 }],
  ['tháng 12 năm 2019', { kind: 'month', year: 2019, month: 12 }],
  ['Q2/2024', { kind: 'quarter', year: 2024, quarter: 2 }],
  ['Quý II năm 2024', { kind: 'quarter', year: 2024, quarter: 2 }],
  ['quý 4/2024', { kind: 'quarter', year: 2024, quarter: 4 }],
  ['36 tháng', { kind: 'term', months: 36 }],
  ['03 năm', { kind: 'term', months: 36 }],
  ['36 (ba mươi sáu) tháng kể từ ngày ký', { kind: 'term', months: 36 }],
  ['2019', { kind: 'year', year: 2019 }],
  ['năm 2019', { kind: 'year', year: 2019 }],
  ['3075/QĐ-UBND', { kind: 'none' }],
  ['123/2020/QĐ-UBND', { kind: 'none' }],
  ['', { kind: 'none' }],
  ['chưa có', { kind: 'none' }],
])('%s', (text, reading) => {
  expect(readDay(text)).toEqual(reading)
})

test.each([
  ['05/06/2024 và 05/07/2025', ['2024-06-05', '2025-07-05']],
  ['15/06/2024-15/06/2027', ['2024-06-15', '2027-06-15']],
  ['từ 15/06/2024 đến 15/06/2027', ['2024-06-15', '2027-06-15']],
  ['20/QĐ-UBND ngày 05/06/2024, 21/QĐ-UBND ngày 5/6/2024', ['2024-06-05']],
  ['20/QĐ-UBND', []],
])('every day of %s', (text, days) => {
  expect(findDays(text)).toEqual(days)
})

test.each([
  ['06/05/2024', [6, 5]],
  ['12/25/2024 00:00:00', [12, 25]],
  ['(06/05/2024)', [6, 5]],
  ['06/05/2024.', [6, 5]],
  ['ngày 06-05-24', [6, 5]],
  ['2024-05-06', null],
  ['2024/05/06', null],
  ['6 tháng 5 năm 2024', null],
])('the figures of %s', (text, figures) => {
  expect(figuresOfDay(text)).toEqual(figures)
})
