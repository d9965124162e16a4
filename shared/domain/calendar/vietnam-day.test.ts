import { expect, it } from 'vitest'
import { vietnamDay } from './vietnam-day.ts'

it.each([
  ['2026-11-20T16:59:59.999Z', '2026-11-20'],
  ['2026-11-20T17:00:00.000Z', '2026-11-21'],
  ['2026-12-31T23:30:00+07:00', '2026-12-31'],
  ['2026-12-31T18:30:00Z', '2027-01-01'],
])('%s is %s in Vietnam', (time, day) => {
  expect(vietnamDay(time)).toBe(day)
})
