import { expect, test } from 'vitest'
import { readDay, type DayReading } from './read-day.ts'

const day = (iso: string, how: 'plain' | 'two-digit-year' | 'month-first' = 'plain'): DayReading => ({
  kind: 'day',
  iso,
  how,
})

test.each<readonly [string, DayReading]>([
  ['30/12/2019', day('2019-12-30')],
  ['3/1/2021', day('2021-01-03')],
  ['30-12-2019', day('2019-12-30')],
  ['30.12.2019', day('2019-12-30')],
  ['30/12/19', day('2019-12-30', 'two-digit-year')],
  ['ngày 30 tháng 12 năm 2019', day('2019-12-30')],
  ['Ngày 02 tháng 01, năm 2021', day('2021-01-02')],
  ['2019-12-30', day('2019-12-30')],
  ['3075/QĐ-UBND ngày 30/12/2019', day('2019-12-30')],
  ['12/30/2019', day('2019-12-30', 'month-first')],
  ['29/02/2020', day('2020-02-29')],
  ['29/02/2021', { kind: 'wrong', text: '29/02/2021' }],
  ['31/4/2020', { kind: 'wrong', text: '31/4/2020' }],
  ['00/12/2019', { kind: 'wrong', text: '00/12/2019' }],
  ['12/2019', { kind: 'month', year: 2019, month: 12 }],
  ['tháng 12/2019', { kind: 'month', year: 2019, month: 12 }],
  ['2019', { kind: 'year', year: 2019 }],
  ['năm 2019', { kind: 'year', year: 2019 }],
  ['3075/QĐ-UBND', { kind: 'none' }],
  ['123/2020/QĐ-UBND', { kind: 'none' }],
  ['', { kind: 'none' }],
  ['chưa có', { kind: 'none' }],
])('%s', (text, reading) => {
  expect(readDay(text)).toEqual(reading)
})
