import { expect, it } from 'vitest'
import { isMemberOn } from './is-member-on.ts'

it('is a member to the end of the last day', () => {
  const days = ['2026-12-30', '2026-12-31', '2027-01-01']
  expect(days.map((day) => isMemberOn({ retiredOn: '2026-12-31' }, day))).toEqual([true, true, false])
  expect(isMemberOn({ retiredOn: null }, '2027-01-01')).toBe(true)
})
