import { expect, it } from 'vitest'
import { utcDay, vietnamDay, vietnamTime, vietnamTimeInName } from './vietnam-day.ts'

it.each([
  ['2026-11-20T16:59:59.999Z', '2026-11-20'],
  ['2026-11-20T17:00:00.000Z', '2026-11-21'],
  ['2026-11-20T23:59:59.000Z', '2026-11-21'],
  ['2026-12-31T23:30:00+07:00', '2026-12-31'],
  ['2026-12-31T23:59:59.999+07:00', '2026-12-31'],
  ['2027-01-01T00:00:00+07:00', '2027-01-01'],
  ['2027-01-01T06:59:00+07:00', '2027-01-01'],
  ['2026-12-31T18:30:00Z', '2027-01-01'],
])('%s is %s in Vietnam', (time, day) => {
  expect(vietnamDay(time)).toBe(day)
  expect(vietnamDay(new Date(time))).toBe(day)
})

it('tells the wall clock, and the day that stands as midnight UTC', () => {
  expect(vietnamTime('2026-11-20T17:05:12Z')).toBe('2026-11-21T00:05:12.000')
  expect(vietnamTimeInName('2026-11-20T17:05:12Z')).toBe('2026-11-21 00.05.12')
  expect(utcDay(new Date('2026-11-21T00:00:00Z'))).toBe('2026-11-21')
})
