import { expect, it } from 'vitest'
import { joinCutEnds } from './cut-ends.ts'
import { ink, print } from './ink.ts'
import { findPatches } from './patches.ts'
import type { Strip } from './strip.ts'

const strip: Strip = { frame: { left: 0, top: 0, width: 12, height: 10 }, width: 96, height: 80 }

/** Areas and heights of patches of a page with a printed line across it and strokes, in pixels from and to. */
function patchesOf(...strokes: readonly (readonly [x0: number, y0: number, x1: number, y1: number])[]) {
  const kinds = new Uint8Array(strip.width * strip.height)
  for (const [x0, y0, x1, y1] of strokes) {
    for (let step = 0; step <= 100; step += 1) {
      const [x, y] = [x0 + ((x1 - x0) * step) / 100, y0 + ((y1 - y0) * step) / 100]
      for (let dy = -2; dy <= 2; dy += 1) {
        for (let dx = -2; dx <= 2; dx += 1) kinds[Math.round(y + dy) * strip.width + Math.round(x + dx)] = ink
      }
    }
  }
  kinds.fill(print, 30 * strip.width, 36 * strip.width)
  const inked = Int32Array.from(kinds.keys())
  const patches = findPatches({ kinds, inked, strip, joins: new Uint8Array(kinds.length) })
  const { labels, patches: joined } = joinCutEnds({ kinds, strip, patches })
  return joined
    .filter((_, at) => labels.includes(at + 1))
    .map(({ area, top, bottom }) => ({ area, high: bottom - top }))
}

it('gives the end of a tick beyond a printed line back to the tick', () => {
  const [tick, another] = patchesOf([20, 48, 32, 60], [32, 60, 70, 23])
  expect(tick?.high).toBeGreaterThan(38)
  expect(another).toBeUndefined()
})

it('leaves marks on both sides of a line as two, and what nothing leads to', () => {
  expect(patchesOf([20, 10, 60, 27], [20, 60, 60, 39])).toHaveLength(2)
  expect(patchesOf([20, 60, 32, 70], [32, 70, 60, 42], [80, 20, 86, 27])).toHaveLength(2)
})
