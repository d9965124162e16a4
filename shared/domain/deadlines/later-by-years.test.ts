import { describe, expect, it } from 'vitest'
import { laterByYears } from './later-by-years.ts'

describe('the same days of another year', () => {
  it.each([
    ['2026-12-15', 1, '2027-12-15'],
    ['2028-02-29', 1, '2029-02-28'],
    ['2028-02-29', 4, '2032-02-29'],
    ['2027-02-28', 1, '2028-02-28'],
  ])('lays %s %i years later at %s', (before, years, later) => {
    expect(laterByYears([{ before, round: 2 }], years)).toEqual([{ before: later, round: 2 }])
  })
})
