import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkNumber, isOutOfDays, nextNumber, unusedNumbers } from './number-series.ts'

describe('checkNumber', () => {
  it.each([
    { number: 1, taken: [], fault: null },
    { number: 417, taken: [], fault: null },
    { number: 4, taken: [1, 2, 3], fault: null },
    { number: 3, taken: [1, 2, 3], fault: { kind: 'taken' } },
    { number: 5, taken: [1, 2, 3], fault: { kind: 'gap', from: 4, to: 4 } },
    { number: 9, taken: [3, 1], fault: { kind: 'gap', from: 4, to: 8 } },
    { number: 2, taken: [1, 5], fault: null },
  ])('$number after $taken', ({ number, taken, fault }) => {
    expect(checkNumber(number, taken)).toEqual(fault)
  })

  const series = fc.uniqueArray(fc.integer({ min: 1, max: 60 }))

  it('never finds fault with the next number, nor with an unused one', () => {
    fc.assert(
      fc.property(series, (taken) => {
        for (const number of [nextNumber(taken), ...unusedNumbers(taken, 10)]) {
          expect(checkNumber(number, taken)).toBeNull()
        }
      }),
    )
  })

  it('finds fault with every number twice', () => {
    fc.assert(
      fc.property(series, (taken) => {
        for (const number of taken) expect(checkNumber(number, taken)).toEqual({ kind: 'taken' })
      }),
    )
  })
})

describe('unusedNumbers', () => {
  it('are the last that lie between', () => {
    expect(unusedNumbers([2, 5, 9], 10)).toEqual([3, 4, 6, 7, 8])
    expect(unusedNumbers([2, 5, 9], 2)).toEqual([7, 8])
    expect(unusedNumbers([], 10)).toEqual([])
  })
})

describe('isOutOfDays', () => {
  const given = [
    { number: 4, symbol: 'TB-SNN', issuedOn: '2026-11-10' },
    { number: 9, symbol: 'tb–snn', issuedOn: '2026-11-20' },
    { number: 5, symbol: 'QĐ-UBND', issuedOn: '2026-12-30' },
  ]
  const at = (issuedOn: string, first = 6, last = 7) => isOutOfDays({ symbol: 'TB-SNN', first, last, issuedOn }, given)
  it('is a lower number that is younger or a higher one that is older, of its own series', () => {
    expect(['2026-11-10', '2026-11-15', '2026-11-20'].map((day) => at(day))).toEqual([false, false, false])
    expect(['2026-11-09', '2026-11-21'].map((day) => at(day))).toEqual([true, true])
    expect([at('2027-01-01', 10, 10), at('2026-11-19', 10, 10)]).toEqual([false, true])
  })
})
