import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareMeans, formatHundredths, formatMean, meanAtLeast, roundMean, shownHundredths } from './mean.ts'
import type { Mean } from './types.ts'

const floors = [90, 70, 50, 30, 0]
const meanArbitrary = fc
  .integer({ min: 1, max: 300 })
  .chain((count) => fc.record({ sum: fc.integer({ min: 0, max: count * 100 }), count: fc.constant(count) }))

describe('formatMean', () => {
  it.each<{ mean: Mean; text: string }>([
    { mean: { sum: 262, count: 3 }, text: '87,33' },
    { mean: { sum: 263, count: 3 }, text: '87,67' },
    { mean: { sum: 175, count: 2 }, text: '87,50' },
    { mean: { sum: 8725, count: 1000 }, text: '8,73' },
    { mean: { sum: 700, count: 10 }, text: '70,00' },
    { mean: { sum: 17499, count: 250 }, text: '69,99' },
    { mean: { sum: 22499, count: 250 }, text: '89,99' },
    { mean: { sum: 100, count: 1 }, text: '100,00' },
    { mean: { sum: 0, count: 3 }, text: '0,00' },
    { mean: { sum: 1, count: 300 }, text: '0,00' },
    { mean: { sum: 0, count: 0 }, text: '' },
  ])('shows $mean.sum/$mean.count as "$text"', ({ mean, text }) => {
    expect(formatMean(mean, floors)).toBe(text)
  })

  it('truncates 69.996 only because 70 is a floor', () => {
    expect(formatMean({ sum: 17499, count: 250 }, [])).toBe('70,00')
  })

  it('truncates below a referral threshold that is no band floor', () => {
    expect(formatMean({ sum: 16249, count: 250 }, [...floors, 65])).toBe('64,99')
  })

  it('never shows a floor that is not reached, nor hides one that is', () => {
    fc.assert(
      fc.property(meanArbitrary, fc.constantFrom(...floors), (mean, floor) => {
        const shown = shownHundredths(mean, floors)!
        expect(shown >= floor * 100).toBe(meanAtLeast(mean, floor))
      }),
    )
  })

  it('stays within half a hundredth, or one hundredth below where it truncates', () => {
    fc.assert(
      fc.property(meanArbitrary, (mean) => {
        const twiceError = 2 * (shownHundredths(mean, floors)! * mean.count - mean.sum * 100)
        expect(twiceError).toBeLessThanOrEqual(mean.count)
        expect(twiceError).toBeGreaterThan(-2 * mean.count)
      }),
    )
  })
})

describe('exactness at the floors of 30, 50, 70 and 90 for panels of 3 to 15', () => {
  const cases = [30, 50, 70, 90].flatMap((floor) =>
    Array.from({ length: 13 }, (_, index) => ({ floor, count: index + 3 })),
  )

  it.each(cases)('$floor points, $count members', ({ floor, count }) => {
    const reached = { sum: floor * count, count }
    const missed = { sum: floor * count - 1, count }
    expect(meanAtLeast(reached, floor)).toBe(true)
    expect(meanAtLeast(missed, floor)).toBe(false)
    expect(formatMean(reached, floors)).toBe(`${floor},00`)
    expect(formatMean(missed, floors).startsWith(`${floor - 1},`)).toBe(true)
  })
})

describe('roundMean', () => {
  it.each([
    { sum: 139, count: 2, rounding: 'integer', rounded: { sum: 70, count: 1 } },
    { sum: 208, count: 3, rounding: 'integer', rounded: { sum: 69, count: 1 } },
    { sum: 208, count: 3, rounding: 'one-decimal', rounded: { sum: 693, count: 10 } },
    { sum: 1399, count: 20, rounding: 'one-decimal', rounded: { sum: 700, count: 10 } },
    { sum: 208, count: 3, rounding: 'two-decimals', rounded: { sum: 6933, count: 100 } },
    { sum: 208, count: 3, rounding: 'none', rounded: { sum: 208, count: 3 } },
    { sum: 0, count: 0, rounding: 'integer', rounded: { sum: 0, count: 0 } },
  ] as const)('$sum/$count, $rounding', ({ sum, count, rounding, rounded }) => {
    expect(roundMean({ sum, count }, rounding)).toEqual(rounded)
  })
})

describe('compareMeans', () => {
  it('orders as the exact fractions do, and puts no mean last', () => {
    expect(compareMeans({ sum: 2, count: 3 }, { sum: 4, count: 6 })).toBe(0)
    expect(compareMeans({ sum: 262, count: 3 }, { sum: 87, count: 1 })).toBeGreaterThan(0)
    expect(compareMeans({ sum: 0, count: 0 }, { sum: 0, count: 1 })).toBeLessThan(0)
    expect(compareMeans({ sum: 0, count: 0 }, { sum: 0, count: 0 })).toBe(0)
    fc.assert(
      fc.property(meanArbitrary, meanArbitrary, (a, b) => {
        const exact = BigInt(a.sum) * BigInt(b.count) - BigInt(b.sum) * BigInt(a.count)
        expect(Math.sign(compareMeans(a, b))).toBe(Number(exact > 0n) - Number(exact < 0n))
      }),
    )
  })
})

it('formats hundredths with a comma', () => {
  expect([0, 5, 150, 10000].map(formatHundredths)).toEqual(['0,00', '0,05', '1,50', '100,00'])
})
