import { describe, expect, it, test } from 'vitest'
import { axisStart, chartItems, fitDots, layDots, placeOnAxis } from './mean-chart.ts'

const item = (id: number, points: number) => ({ id, mean: { sum: points * 9, count: 9 } })

test('a rejected product is not drawn, whatever its points are', () => {
  const [mean, isRejected] = [{ sum: 70, count: 1 }, true]
  expect(
    chartItems([
      { id: 1, result: { mean, isRejected } },
      { id: 2, result: { mean, isRejected: false } },
    ]),
  ).toEqual([{ id: 2, mean }])
})

describe('layDots', () => {
  it('stacks products of the same mean and keeps distant ones on the axis', () => {
    const dots = layDots({ items: [item(1, 80), item(2, 80), item(3, 60)], start: 0, width: 1 })
    expect(dots).toEqual([
      { id: 3, left: 60, level: 0 },
      { id: 1, left: 80, level: 0 },
      { id: 2, left: 80, level: 1 },
    ])
  })

  it('leaves out products without a mean', () => {
    expect(layDots({ items: [{ id: 1, mean: { sum: 0, count: 0 } }], start: 0, width: 1 })).toEqual([])
  })
})

describe('axisStart', () => {
  it('shows the lowest band floor even where all means are high', () => {
    expect(axisStart([item(1, 85)])).toBe(20)
  })

  it('leaves room for a mean below it', () => {
    expect(axisStart([item(1, 11)])).toBe(0)
    expect(placeOnAxis({ points: 100, start: axisStart([item(1, 11)]) })).toBe(100)
  })
})

describe('fitDots', () => {
  const fit = (count: number, points: (index: number) => number) =>
    fitDots({ items: Array.from({ length: count }, (_, index) => item(index, points(index))), start: 0, height: 154 })
  const heightOf = ({ dots, step }: ReturnType<typeof fit>) => (Math.max(...dots.map(({ level }) => level)) + 1) * step

  it('draws a few products large', () => {
    expect(fit(12, (index) => 60 + index)).toMatchObject({ radius: 6, step: 14 })
  })

  it('draws many products smaller and never higher', () => {
    const many = fit(300, (index) => 55 + (index % 40))
    expect(many.radius).toBeLessThan(6)
    expect(heightOf(many)).toBeLessThanOrEqual(154)
    expect(many.dots).toHaveLength(300)
    expect(heightOf(fit(1000, () => 80))).toBeLessThanOrEqual(154.001)
  })

  it('draws nothing for no product', () => {
    expect(fit(0, () => 0).dots).toEqual([])
  })
})
