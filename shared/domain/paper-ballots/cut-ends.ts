import { ink, print } from './ink.ts'
import type { Patch, Patches } from './patches.ts'
import { stripScale, type Strip } from './strip.ts'

type EndsInput = { readonly kinds: Uint8Array; readonly strip: Strip; readonly patches: Patches }

/**
 * Patches, with the ends of strokes that printed lines cut off given back to their strokes: a tick goes on beyond the line above
 * its row. Only what is small beside what it goes on from, with nothing but print between the two. Labels are written over.
 */
export function joinCutEnds({ kinds, strip: { width, height }, patches: { labels, patches } }: EndsInput): Patches {
  const joined = [...patches]
  for (const [index, end] of patches.entries()) {
    if (end.area > largestEnd) continue
    const own: number[] = []
    const beyond = new Set<number>()
    for (let y = end.top; y <= end.bottom; y += 1) {
      for (let x = end.left; x <= end.right; x += 1) {
        const at = y * width + x
        if (kinds[at] !== ink || labels[at] !== index + 1) continue
        own.push(at)
        for (const step of [-1, 1]) {
          for (const aslant of [-1, 0, 1]) {
            const label = labelBeyond({ kinds, labels, width, height, x, y, step, aslant })
            if (label > 0 && label !== index + 1) beyond.add(label)
          }
        }
      }
    }
    const [label = 0, another] = beyond
    const stroke = joined[label - 1]
    if (stroke === undefined || another !== undefined || stroke.area < farLarger * end.area) continue
    for (const at of own) labels[at] = label
    joined[label - 1] = together(stroke, end)
  }
  return { labels, patches: joined }
}

/** Pixels: a square millimetre and a half. */
const largestEnd = 1.5 * stripScale ** 2
/** What a stroke is to its end, at least. */
const farLarger = 2
/** Pixels that a line is broad, with what around it may be darkened by it. */
const broadest = 1.1 * stripScale

type StepInput = {
  readonly kinds: Uint8Array
  readonly labels: Int32Array
  readonly width: number
  readonly height: number
  readonly x: number
  readonly y: number
  /** Up or down, and how far aside with each step. */
  readonly step: number
  readonly aslant: number
}

/** Of the first ink on the other side of print; 0 where there is none. */
function labelBeyond({ kinds, labels, width, height, step, aslant, ...from }: StepInput): number {
  for (let far = 1; far <= broadest; far += 1) {
    const [x, y] = [from.x + far * aslant, from.y + far * step]
    if (x < 0 || y < 0 || x >= width || y >= height) return 0
    const at = y * width + x
    if (kinds[at] === ink) return far > 1 ? (labels[at] ?? 0) : 0
    if (kinds[at] !== print) return 0
  }
  return 0
}

function together(one: Patch, other: Patch): Patch {
  const area = one.area + other.area
  return {
    left: Math.min(one.left, other.left),
    right: Math.max(one.right, other.right),
    top: Math.min(one.top, other.top),
    bottom: Math.max(one.bottom, other.bottom),
    area,
    x: (one.x * one.area + other.x * other.area) / area,
    y: (one.y * one.area + other.y * other.area) / area,
  }
}
