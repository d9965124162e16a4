import { expect, it } from 'vitest'
import { formatDate, formatDecreeDate } from './format-date.ts'

it.each([
  { date: '2026-02-09', text: 'ngày 09 tháng 02 năm 2026' },
  { date: '2026-06-05', text: 'ngày 05 tháng 6 năm 2026' },
  { date: '2026-10-12', text: 'ngày 12 tháng 10 năm 2026' },
  { date: '2020-01-05', text: 'ngày 05 tháng 01 năm 2020' },
  { date: '2019-06-29', text: 'ngày 29 tháng 6 năm 2019' },
  { date: '2026-03-10', text: 'ngày 10 tháng 3 năm 2026' },
])('dates a document $text', ({ date, text }) => {
  expect(formatDecreeDate(date)).toBe(text)
})

it('writes dates for screens and tables', () => {
  expect(formatDate('2024-10-21')).toBe('21/10/2024')
  expect(formatDate('2026-02-09')).toBe('09/02/2026')
  expect(formatDate('')).toBe('')
})

it('refuses what is no date', () => {
  expect(() => formatDate('21/10/2024')).toThrow(RangeError)
  expect(() => formatDecreeDate('')).toThrow(RangeError)
})
