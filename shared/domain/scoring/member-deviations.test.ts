import { expect, test } from 'vitest'
import { memberDeviations } from './member-deviations.ts'

const row = (...totals: readonly (number | null)[]) => totals.map((total, place) => ({ memberId: place + 1, total }))

test('who gives more than the others stands above the means, who gives less below them, and all add up to nothing', () => {
  const found = memberDeviations([1, 2, 3], [row(90, 80, 70), row(86, 80, 80)])
  expect(found).toEqual([
    { memberId: 1, products: 2, mean: 7, largest: { row: 0, points: 10 } },
    { memberId: 2, products: 2, mean: -1, largest: { row: 1, points: -2 } },
    { memberId: 3, products: 2, mean: -6, largest: { row: 0, points: -10 } },
  ])
})

test('thirds of a point are rounded, away from nothing on either side', () => {
  const [first, , third] = memberDeviations([1, 2, 3], [row(81, 80, 80)])
  expect([first?.mean, third?.mean]).toEqual([0.67, -0.33])
})

test('a product with one ballot says nothing, nor does a ballot that does not count', () => {
  const found = memberDeviations([1, 2, 3], [row(90, null, null), row(90, null, 80)])
  expect(found[0]).toEqual({ memberId: 1, products: 1, mean: 5, largest: { row: 1, points: 5 } })
  expect(found[1]).toEqual({ memberId: 2, products: 0, mean: null, largest: null })
})
