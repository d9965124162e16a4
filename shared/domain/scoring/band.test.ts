import { describe, expect, it } from 'vitest'
import { readRuleSet } from '../../../tests/helpers/resources.ts'
import { findBand, floorsOf, nextBand } from './band.ts'
import { roundMean } from './mean.ts'
import type { MeanRounding } from './types.ts'

const ruleSet = readRuleSet('qd-26-2026')

describe('findBand', () => {
  it.each([
    { sum: 100, count: 1, star: 5 },
    { sum: 270, count: 3, star: 5 },
    { sum: 269, count: 3, star: 4 },
    { sum: 210, count: 3, star: 4 },
    { sum: 17499, count: 250, star: 3 },
    { sum: 150, count: 3, star: 3 },
    { sum: 149, count: 3, star: 2 },
    { sum: 90, count: 3, star: 2 },
    { sum: 89, count: 3, star: 1 },
    { sum: 0, count: 3, star: 1 },
    { sum: 0, count: 0, star: undefined },
  ])('$sum/$count is $star stars', ({ sum, count, star }) => {
    expect(findBand({ sum, count }, ruleSet)?.star).toBe(star)
  })

  it('is that of the rounded mean where the regulations round', () => {
    const mean = { sum: 209, count: 3 }
    const starOf = (rounding: MeanRounding) => findBand(roundMean(mean, rounding), ruleSet)?.star
    expect(starOf('none')).toBe(3)
    expect(starOf('two-decimals')).toBe(3)
    expect(starOf('integer')).toBe(4)
  })
})

it('tells a band with its limits, and the next one', () => {
  expect(findBand({ sum: 205, count: 3 }, ruleSet)).toEqual({ star: 3, from: 50, below: 70 })
  expect(findBand({ sum: 95, count: 1 }, ruleSet)).toEqual({ star: 5, from: 90, below: null })
  expect(nextBand(4, ruleSet)).toEqual({ star: 5, from: 90, below: null })
  expect(nextBand(5, ruleSet)).toBeUndefined()
})

it('lists the floors that a shown mean must respect', () => {
  expect(floorsOf({ ruleSet, referralThreshold: null })).toEqual([90, 70, 50, 30, 0])
  expect(floorsOf({ ruleSet, referralThreshold: 70 })).toEqual([90, 70, 50, 30, 0])
  expect(floorsOf({ ruleSet, referralThreshold: 65 })).toEqual([90, 70, 50, 30, 0, 65])
})
