import { expect, it } from 'vitest'
import { ink } from './ink.ts'
import type { Strip } from './strip.ts'
import { asideOf } from './stroke-fit.ts'

const strip: Strip = { frame: { left: 0, top: 0, width: 12, height: 10 }, width: 96, height: 80 }

/** Ink of a round pen along lines, in pixels from and to. */
function drawn(
  shape: 'tick' | 'cross',
  ...lines: readonly (readonly [x0: number, y0: number, x1: number, y1: number])[]
) {
  const kinds = new Uint8Array(strip.width * strip.height)
  for (const [x0, y0, x1, y1] of lines) {
    for (let step = 0; step <= 100; step += 1) {
      const [x, y] = [x0 + ((x1 - x0) * step) / 100, y0 + ((y1 - y0) * step) / 100]
      for (let dy = -2; dy <= 2; dy += 1) {
        for (let dx = -2; dx <= 2; dx += 1) {
          if (dx * dx + dy * dy < 6) kinds[Math.round(y + dy) * strip.width + Math.round(x + dx)] = ink
        }
      }
    }
  }
  return asideOf({ kinds, strip, share: { left: 0, right: 95, top: 0, bottom: 79 }, shape })
}

const tick = [
  [26, 36, 40, 52],
  [40, 52, 66, 24],
] as const

const cross = [
  [30, 24, 62, 54],
  [62, 22, 28, 52],
] as const

it('is about half of the pen for a tick, whichever its size, and for a cross', () => {
  expect(drawn('cross', ...cross)).toBeLessThan(0.4)
  expect(drawn('tick', ...tick)).toBeLessThan(0.4)
  expect(drawn('tick', [20, 30, 40, 56], [40, 56, 80, 14])).toBeLessThan(0.4)
})

it('is more for a tick or a cross with a short line through it', () => {
  expect(drawn('cross', ...cross, [30, 38, 62, 37])).toBeGreaterThan(0.45)
  expect(drawn('cross', ...cross, [32, 34, 60, 42])).toBeGreaterThan(0.45)
  expect(drawn('tick', ...tick, [28, 42, 52, 41])).toBeGreaterThan(0.45)
  expect(drawn('tick', ...tick, [32, 34, 50, 52])).toBeGreaterThan(0.45)
})

it('is nothing where there is no ink', () => {
  expect(drawn('tick')).toBe(0)
})
