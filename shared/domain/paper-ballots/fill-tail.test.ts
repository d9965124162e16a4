import { expect, it } from 'vitest'
import { tailOf } from './fill-tail.ts'
import { ink, print } from './ink.ts'
import type { Strip } from './strip.ts'

const strip: Strip = { frame: { left: 0, top: 0, width: 12, height: 10 }, width: 96, height: 80 }

/** Pixels of a figure's middle. */
const place = {
  x: 48,
  y: 40,
  criterion: 0,
  option: { option: 1, points: 1, box: { left: 0, top: 0, width: 9, height: 8 } },
  pitch: 40,
}

/** A figure of print, filled to and fro by a pen of so many pixels, with lines from and to (pixels) over it. */
function filled(pen: number, ...lines: readonly (readonly [x0: number, y0: number, x1: number, y1: number])[]) {
  const kinds = new Uint8Array(strip.width * strip.height)
  const draw = (x0: number, y0: number, x1: number, y1: number) => {
    for (let step = 0; step <= 100; step += 1) {
      const [x, y] = [x0 + ((x1 - x0) * step) / 100, y0 + ((y1 - y0) * step) / 100]
      for (let dy = -pen; dy <= pen; dy += 1) {
        for (let dx = -pen; dx <= pen; dx += 1) {
          if (4 * (dx * dx + dy * dy) < pen * pen) kinds[Math.round(y + dy) * strip.width + Math.round(x + dx)] = ink
        }
      }
    }
  }
  for (let at = -15; at <= 15; at += 1) {
    const edge = 13 * Math.sqrt(1 - (at / 17) ** 2) * (at % 3 === 0 ? 0.9 : 1)
    draw(place.x + at, place.y - edge, place.x + at, place.y + edge)
  }
  for (const line of lines) draw(...line)
  for (let y = 32; y < 48; y += 1) for (let x = 44; x < 52; x += 1) kinds[y * strip.width + x] = print
  return tailOf({ kinds, strip, place, share: { left: 10, right: 86, top: 10, bottom: 70 } })
}

it('is a quarter of a millimetre at most where a figure is filled, with whichever pen', () => {
  for (const pen of [3, 5, 8]) expect(filled(pen)).toBeLessThan(0.27)
})

it.each([
  ['flat', [22, 41, 74, 39]],
  ['steep', [44, 16, 52, 64]],
  ['slanting', [34, 58, 62, 22]],
  ['ending within it on one side', [46, 40, 74, 36]],
] as const)('is more where a %s line goes on beyond it', (_, line) => {
  for (const pen of [3, 5, 8]) expect(filled(pen, [...line])).toBeGreaterThan(0.4)
})

it('is nothing where there is no room for a disc broader than a pen', () => {
  const kinds = new Uint8Array(strip.width * strip.height).fill(ink, 40 * 96 + 20, 40 * 96 + 70)
  expect(tailOf({ kinds, strip, place, share: { left: 20, right: 69, top: 40, bottom: 40 } })).toBe(0)
})
