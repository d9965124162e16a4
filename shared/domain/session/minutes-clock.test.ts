import { expect, test } from 'vitest'
import { beganAtOf, endedAtOf } from './minutes-clock.ts'

const heldOn = '2026-11-29'
const blank = { beganAt: '', endedAt: '' }

test('what was written counts before the hours of opening and locking', () => {
  const minutes = { beganAt: '08:00', endedAt: '11:30' }
  const at = '2026-11-29T02:26:00.000Z'
  expect([beganAtOf({ openedAt: at, heldOn, minutes }), endedAtOf({ closedAt: at, heldOn, minutes })]).toEqual([
    '08:00',
    '11:30',
  ])
})

test.each([
  ['2026-11-29T01:59:10.000Z', '08:59'],
  // Past midnight in Vietnam, still the day before in UTC.
  ['2026-11-28T17:05:00.000Z', '00:05'],
  ['2026-11-28T16:59:00.000Z', ''],
  [null, ''],
])('opened or locked at %s the minutes say “%s”', (at, clock) => {
  expect(beganAtOf({ openedAt: at, heldOn, minutes: blank })).toBe(clock)
  expect(endedAtOf({ closedAt: at, heldOn, minutes: blank })).toBe(clock)
})
