import { expect, it } from 'vitest'
import { dateOfOtherYear } from './proposed-number.ts'

it('asks for another number where the date is of another year, and for none while there is no date', () => {
  expect(dateOfOtherYear('2024-10-25', '2026-11-27')).toBe('2024-10-25')
  expect(dateOfOtherYear('2026-01-02', '2026-11-27')).toBeNull()
  expect(dateOfOtherYear('', '2026-11-27')).toBeNull()
  expect(dateOfOtherYear(null, '2026-11-27')).toBeNull()
})
