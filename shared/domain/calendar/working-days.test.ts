import { describe, expect, it } from 'vitest'
import { readHolidayYears } from '../../../tests/helpers/resources.ts'
import { addDays } from './iso-date.ts'
import { addWorkingDays, checkHolidayYear, countWorkingDays, workCalendar, type HolidayYear } from './working-days.ts'

const years = readHolidayYears()
const calendar = workCalendar(years)
const yearOf = (year: number): HolidayYear => years.find((one) => one.year === year)!

const add = (from: string, days: number) => addWorkingDays({ from, days, calendar })
const count = (from: string, to: string) => countWorkingDays({ from, to, calendar })

describe('the last of so many working days', () => {
  it.each([
    // A plain week; over a weekend; from a Saturday.
    { from: '2026-03-02', days: 5, date: '2026-03-09' },
    { from: '2026-03-06', days: 1, date: '2026-03-09' },
    { from: '2026-03-07', days: 1, date: '2026-03-09' },
    // Fifteen from Friday 13/02/2026: Tết is Monday 16 to Friday 20/02.
    { from: '2026-02-13', days: 15, date: '2026-03-13' },
    // 30/4 and 1/5/2025, Friday 02/05 off for Saturday 26/04.
    { from: '2025-04-25', days: 1, date: '2025-04-26' },
    { from: '2025-04-29', days: 1, date: '2025-05-05' },
    // 29/04/2024 off for Saturday 04/05.
    { from: '2024-04-26', days: 1, date: '2024-05-02' },
    { from: '2024-05-03', days: 1, date: '2024-05-04' },
    // Giỗ Tổ on Saturday 29/04/2023: in lieu on 02 and 03/05.
    { from: '2023-04-28', days: 1, date: '2023-05-04' },
    // Ngày Văn hóa, Tuesday 24/11/2026.
    { from: '2026-11-23', days: 1, date: '2026-11-25' },
    // From one year into the next.
    { from: '2025-12-31', days: 1, date: '2026-01-05' },
  ])('$days after $from is $date', ({ from, days, date }) => {
    expect(add(from, days)).toEqual({ kind: 'counted', date, unannounced: [] })
    expect(count(from, date)).toEqual({ kind: 'counted', days, unannounced: [] })
    expect(count(date, from)).toEqual({ kind: 'counted', days: -days, unannounced: [] })
  })

  it('says that it passes a year whose days off are not announced', () => {
    expect(add('2026-12-28', 5)).toEqual({ kind: 'counted', date: '2027-01-05', unannounced: [2027] })
    // Tết Đinh Mùi begins on Saturday 06/02/2027, in Vietnam.
    expect(add('2027-02-04', 1)).toEqual({ kind: 'counted', date: '2027-02-12', unannounced: [2027] })
  })

  it('says which year has no calendar, and counts none', () => {
    const last = Math.max(...years.map(({ year }) => year))
    expect(add(`${last}-12-27`, 15)).toEqual({ kind: 'no-calendar', year: last + 1 })
    expect(count('2022-12-30', '2023-01-06')).toEqual({ kind: 'no-calendar', year: 2022 })
  })

  it('takes no less than a day', () => {
    expect(() => add('2026-03-02', 0)).toThrow(RangeError)
    expect(() => add('2026-03-02', 1.5)).toThrow(RangeError)
  })

  it('counts nothing from a day to itself', () => {
    expect(count('2026-03-02', '2026-03-02')).toEqual({ kind: 'counted', days: 0, unannounced: [] })
  })
})

describe('the days off of a year', () => {
  it('are kept from 2023 to 2027 without a gap, and sound', () => {
    expect(years.map(({ year }) => year)).toEqual([2023, 2024, 2025, 2026, 2027])
    for (const year of years) expect(checkHolidayYear(year)).toEqual([])
  })

  // Mùng 1 Tết and 10/3 by the lunar calendar at UTC+7; the notices of 2023 to 2026 say the same.
  it.each([
    { year: 2023, newYear: '2023-01-22', hungKings: '2023-04-29' },
    { year: 2024, newYear: '2024-02-10', hungKings: '2024-04-18' },
    { year: 2025, newYear: '2025-01-29', hungKings: '2025-04-07' },
    { year: 2026, newYear: '2026-02-17', hungKings: '2026-04-26' },
    { year: 2027, newYear: '2027-02-06', hungKings: '2027-04-16' },
  ])('of $year hold what the Labour Code fixes', ({ year, newYear, hungKings }) => {
    const off = new Map(yearOf(year).daysOff.map(({ date, name }) => [date, name]))
    expect(off.get(newYear)).toBe('Tết Âm lịch')
    expect(off.get(addDays(newYear, -1))).toBe('Tết Âm lịch')
    expect(off.get(hungKings)).toBe('Giỗ Tổ Hùng Vương')
    expect(off.get(`${year}-01-01`)).toBe('Tết Dương lịch')
    expect(off.get(`${year}-04-30`)).toBe('Ngày Chiến thắng')
    expect(off.get(`${year}-05-01`)).toBe('Ngày Quốc tế lao động')
    expect(off.get(`${year}-09-02`)).toBe('Quốc khánh')
    const named = (name: string) => [...off.values()].filter((value) => value === name).length
    expect(named('Tết Âm lịch')).toBe(5)
    expect(named('Quốc khánh')).toBe(2)
  })

  it.each<{ name: string; change: Partial<HolidayYear>; fault: string }>([
    {
      name: 'a day of another year',
      change: { daysOff: [{ date: '2025-01-01', name: 'Tết Dương lịch' }], workedDays: [] },
      fault: '2025-01-01: không thuộc năm 2026',
    },
    {
      name: 'a day twice',
      change: { daysOff: [yearOf(2026).daysOff[0]!, ...yearOf(2026).daysOff] },
      fault: 'Ngày nghỉ: phải xếp theo thứ tự và không lặp lại',
    },
    {
      name: 'a Friday worked in exchange',
      change: { workedDays: [{ date: '2026-01-09', insteadOf: '2026-01-02' }] },
      fault: '2026-01-09: ngày làm bù phải là thứ Bảy hoặc Chủ nhật',
    },
    {
      name: 'an exchange for a day that is worked',
      change: { workedDays: [{ date: '2026-01-10', insteadOf: '2026-01-05' }] },
      fault: '2026-01-10: làm bù cho 2026-01-05, nhưng ngày đó không nghỉ',
    },
    {
      name: 'nothing said of how an open year is counted',
      change: { announced: false, notes: [] },
      fault: 'Năm chưa công bố lịch nghỉ: phải ghi cách tính',
    },
  ])('are refused with $name', ({ change, fault }) => {
    expect(checkHolidayYear({ ...yearOf(2026), ...change })).toEqual([fault])
  })
})
