import { describe, expect, it } from 'vitest'
import { addMonths, isIsoDate, parseIsoDate } from './iso-date.ts'

describe('addMonths', () => {
  it.each([
    { date: '2021-12-29', months: 36, later: '2024-12-29' },
    { date: '2024-02-29', months: 36, later: '2027-02-28' },
    { date: '2024-01-31', months: 1, later: '2024-02-29' },
    { date: '2023-01-31', months: 1, later: '2023-02-28' },
    { date: '2024-08-31', months: 1, later: '2024-09-30' },
    { date: '2024-12-15', months: 1, later: '2025-01-15' },
    { date: '2024-01-15', months: -1, later: '2023-12-15' },
    { date: '2024-03-31', months: 0, later: '2024-03-31' },
  ])('$date and $months', ({ date, months, later }) => {
    expect(addMonths(date, months)).toBe(later)
  })
})

describe('ISO dates', () => {
  it.each(['2024-02-30', '2023-02-29', '2024-13-01', '2024-00-10', '2024-1-1', '21/10/2024', '2024-10-21T00:00', ''])(
    'do not include "%s"',
    (text) => {
      expect(isIsoDate(text)).toBe(false)
      expect(() => parseIsoDate(text)).toThrow(RangeError)
    },
  )

  it('are read into their parts', () => {
    expect(isIsoDate('2024-02-29')).toBe(true)
    expect(parseIsoDate('2024-02-29')).toEqual({ year: 2024, month: 2, day: 29 })
  })
})
