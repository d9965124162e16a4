import { describe, expect, it } from 'vitest'
import { readRuleSet } from '../../../tests/helpers/resources.ts'
import { bandOf, findBand, floorsOf, nextBand } from './band.ts'

const ruleSet = readRuleSet('qd-26-2026')

describe('bandOf', () => {
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
    { sum: 0, count: 0, star: 0 },
  ])('$sum/$count is $star stars', ({ sum, count, star }) => {
    expect(bandOf({ mean: { sum, count }, ruleSet, rounding: 'none' })).toBe(star)
  })

  it('rounds first only where the regulations say so', () => {
    const mean = { sum: 209, count: 3 }
    expect(bandOf({ mean, ruleSet, rounding: 'none' })).toBe(3)
    expect(bandOf({ mean, ruleSet, rounding: 'two-decimals' })).toBe(3)
    expect(bandOf({ mean, ruleSet, rounding: 'integer' })).toBe(4)
  })
})

it('tells a band with its limits, and the next one', () => {
  expect(findBand({ mean: { sum: 205, count: 3 }, ruleSet })).toEqual({ star: 3, from: 50, below: 70 })
  expect(findBand({ mean: { sum: 95, count: 1 }, ruleSet })).toEqual({ star: 5, from: 90, below: null })
  expect(nextBand({ star: 4, ruleSet })).toEqual({ star: 5, from: 90, below: null })
  expect(nextBand({ star: 5, ruleSet })).toBeUndefined()
})

it('lists the floors that a shown mean must respect', () => {
  expect(floorsOf({ ruleSet, referralThreshold: null })).toEqual([90, 70, 50, 30, 0])
  expect(floorsOf({ ruleSet, referralThreshold: 70 })).toEqual([90, 70, 50, 30, 0])
  expect(floorsOf({ ruleSet, referralThreshold: 65 })).toEqual([90, 70, 50, 30, 0, 65])
})
