import { ink, paper, print } from './ink.ts'
import { memoryOf } from './memory.ts'
import { stripScale, type Strip } from './strip.ts'

/** Ink that hangs together, also across a printed figure, under which it cannot be followed. */
export type Patch = {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
  /** Pixels of ink. */
  readonly area: number
  /** Its centre of gravity. */
  readonly x: number
  readonly y: number
}

/** Good until patches are found again. */
export type Patches = {
  /** Number of the patch at each pixel, from 1; 0 for none. */
  readonly labels: Int32Array
  /** By number less one. */
  readonly patches: readonly Patch[]
}

type PatchesInput = {
  readonly kinds: Uint8Array
  /** Where ink is, or was before it was wiped. */
  readonly inked: Int32Array
  readonly strip: Strip
  /** Whether what is printed at a pixel joins the ink around it. */
  readonly joins: Uint8Array
}

/** All patches, left out those as small as dust; dust is wiped from `kinds`. */
export function findPatches({ kinds, inked, strip: { width, height }, joins }: PatchesInput): Patches {
  const labels = labelsMemory(width * height).fill(0)
  const stack = stackMemory(width * height)
  const patches: Patch[] = []
  const isPart = (at: number) => kinds[at] === ink || (kinds[at] === print && joins[at] === 1)
  for (const start of inked) {
    if (kinds[start] !== ink || labels[start] !== 0) continue
    const label = patches.length + 1
    let [left, right, top, bottom, area, sumX, sumY] = [width, 0, height, 0, 0, 0, 0]
    let filled = 1
    let depth = 0
    stack[0] = start
    labels[start] = label
    // The stack is never taken from, so that a patch of dust can be wiped.
    while (depth < filled) {
      const at = stack[depth++] ?? 0
      const x = at % width
      const y = (at - x) / width
      if (kinds[at] === ink) {
        area += 1
        sumX += x
        sumY += y
        if (x < left) left = x
        if (x > right) right = x
        if (y < top) top = y
        if (y > bottom) bottom = y
      }
      for (let dy = -gap; dy <= gap; dy += 1) {
        if (y + dy < 0 || y + dy >= height) continue
        for (let dx = -gap; dx <= gap; dx += 1) {
          if (x + dx < 0 || x + dx >= width) continue
          const next = at + dy * width + dx
          if (labels[next] === 0 && isPart(next)) {
            labels[next] = label
            stack[filled++] = next
          }
        }
      }
    }
    if (area >= dust) patches.push({ left, top, right, bottom, area, x: sumX / area, y: sumY / area })
    else {
      for (let index = 0; index < filled; index += 1) {
        const at = stack[index] ?? 0
        labels[at] = 0
        if (kinds[at] === ink) kinds[at] = paper
      }
    }
  }
  return { labels, patches }
}

const labelsMemory = memoryOf(Int32Array)
const stackMemory = memoryOf(Int32Array)

/** Pixels over which ink still hangs together. */
const gap = 2
/** Pixels: an eighth of a square millimetre. */
const dust = 0.125 * stripScale ** 2
