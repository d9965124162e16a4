import { describe, expect, it } from 'vitest'
import { daysInYear } from './days-in-year.ts'

describe('the days of a letter in another year', () => {
  it.each([
    ['2026-12-15', 2027, '2027-12-15'],
    ['2028-02-29', 2029, '2029-02-28'],
    ['2028-02-29', 2032, '2032-02-29'],
    ['2027-02-28', 2028, '2028-02-28'],
  ])('%s is in %i %s', (before, year, there) => {
    const day = { level: 'province', kind: 'evaluated', round: 2 } as const
    const letter = { year: Number(before.slice(0, 4)), deadlines: [{ ...day, before }] }
    expect(daysInYear(letter, { year, levels: ['province'] })).toEqual([{ ...day, before: there }])
  })

  it('are those of levels that its rules know', () => {
    const deadlines = (['district', 'province'] as const).map((level) => ({
      level,
      kind: 'evaluated' as const,
      round: null,
      before: '2024-10-30',
    }))
    const there = daysInYear({ year: 2024, deadlines }, { year: 2027, levels: ['commune', 'province', 'central'] })
    expect(there.map(({ level, before }) => `${level} ${before}`)).toEqual(['province 2027-10-30'])
  })
})
