import { expect, it } from 'vitest'
import { noInk } from '../../../tests/fixtures/option-ink.ts'
import { fittedOf } from './fitted-ink.ts'
import { ink } from './ink.ts'
import type { Strip } from './strip.ts'

const strip: Strip = { frame: { left: 0, top: 0, width: 12, height: 10 }, width: 96, height: 80 }
const option = { option: 1, points: 1, box: { left: 0, top: 0, width: 9, height: 8 } }
const place = { x: 48, y: 40, criterion: 0, option, pitch: 40 }

/** What rays and circles from a figure's middle say of a tick that leaves it free. */
const rough = {
  ...noInk,
  amount: 4.5,
  width: 6.5,
  height: 4,
  cover: 0.25,
  within: 2,
  isLoop: true,
  crossings: [1, 2, 2, 2, 2, 2, 1, 1, 1],
}

/** Of a round pen's ink along points, in pixels. */
function fitted(...points: readonly (readonly [x: number, y: number])[]) {
  const kinds = new Uint8Array(strip.width * strip.height)
  for (const [at, [x1, y1]] of points.entries()) {
    const [x0, y0] = points[Math.max(0, at - 1)] ?? [x1, y1]
    for (let step = 0; step <= 60; step += 1) {
      const [x, y] = [x0 + ((x1 - x0) * step) / 60, y0 + ((y1 - y0) * step) / 60]
      for (let dy = -2; dy <= 2; dy += 1) {
        for (let dx = -2; dx <= 2; dx += 1) {
          if (dx * dx + dy * dy < 6) kinds[Math.round(y + dy) * strip.width + Math.round(x + dx)] = ink
        }
      }
    }
  }
  return fittedOf(rough, { kinds, strip, place, share: { left: 10, right: 90, top: 10, bottom: 74 } })
}

it('takes a tick for no line around its figure', () => {
  expect(fitted([26, 36], [44, 56], [78, 24])).toMatchObject({ isLoop: false, within: 0 })
})

it('leaves a line around a figure as it is', () => {
  const circle = Array.from({ length: 25 }, (_, at) => {
    const angle = (at / 24) * 2 * Math.PI
    return [48 + 26 * Math.cos(angle), 40 + 20 * Math.sin(angle)] as const
  })
  expect(fitted(...circle)).toMatchObject({ isLoop: true, within: 2, aside: 0 })
})
