import { expect, test } from 'vitest'
import { doubtOfDueDay, proposedDueDay } from './due-day.ts'

test.each([
  ['2026-11-19', 'due-past'],
  ['2026-11-20', 'due-past'],
  ['2026-11-21', null],
  ['2027-02-20', null],
  ['2027-02-21', 'due-far'],
  ['2062-11-27', 'due-far'],
])('%s, of a letter of 20/11/2026: %s', (dueOn, doubt) => {
  expect(doubtOfDueDay(dueOn, '2026-11-20')).toBe(doubt)
})

test('ten days are proposed, to the Monday after a weekend', () => {
  expect(['2026-11-16', '2026-11-18', '2026-11-19'].map(proposedDueDay)).toEqual([
    '2026-11-26',
    '2026-11-30',
    '2026-11-30',
  ])
})
