import { expect, it } from 'vitest'
import { doubtsOfFiling } from './doubts-of-filing.ts'

// Today is 20/11/2026; QĐ 26/2026 is in force from 22/5/2026.

const ruleSets = [{}, { transition: { lodgedBefore: '2026-05-22', ruleSet: 'former', terms: [] } }]
const doubts = (filedOn: string | null, completeOn: string | null, year = 2026) =>
  doubtsOfFiling({ filedOn, completeOn, year }, { today: '2026-11-20', ruleSets })

it.each([
  [null, null, []],
  ['2026-05-21', null, []],
  ['2025-12-30', '2026-01-10', []],
  ['2026-11-20', '2026-11-20', []],
  ['2026-11-21', null, ['filed-far-off']],
  ['2024-12-31', null, ['filed-far-off']],
  ['2026-05-21', '2027-05-21', ['filed-far-off']],
  [null, '2026-05-21', ['filing-day-missing']],
  [null, '2026-05-22', []],
  [null, '2024-05-21', ['filed-far-off', 'filing-day-missing']],
] as const)('filed on %s and whole on %s: %j', (filedOn, completeOn, told) => {
  expect(doubts(filedOn, completeOn)).toEqual(told)
})

it('a day after the year that it is registered for is far off', () => {
  expect(doubts('2026-02-01', null, 2025)).toEqual(['filed-far-off'])
})
