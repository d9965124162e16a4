import type { Homography } from './homography.ts'
import type { Box, GreyImage, PagePlan, Point } from './page-plan.ts'

/** The part of a page in which places for the pen stand, laid flat: `stripScale` pixels to a millimetre. */
export type Strip = {
  /** Millimetres of the paper. */
  readonly frame: Box
  readonly width: number
  readonly height: number
}

/** Fine enough for the thinnest pen, and about what an office's scanner gives at 200 dpi. */
export const stripScale = 8

/** Around all places, with print on their left by which they are found and paper about them that nobody writes on. */
export function stripOf(plan: PagePlan): Strip {
  const boxes = plan.criteria.flatMap(({ options }) => options.map(({ box }) => box))
  const left = Math.max(0, Math.min(...boxes.map((box) => box.left)) - around.left)
  const top = Math.max(0, Math.min(...boxes.map((box) => box.top)) - around.above)
  const right = Math.min(plan.width, Math.max(...boxes.map((box) => box.left + box.width)) + around.right)
  const bottom = Math.min(plan.height, Math.max(...boxes.map((box) => box.top + box.height)) + around.above)
  const frame = { left, top, width: right - left, height: bottom - top }
  return { frame, width: Math.ceil(frame.width * stripScale), height: Math.ceil(frame.height * stripScale) }
}

const around = { left: 24, right: 8, above: 7 }

export function inStrip({ frame }: Strip, { x, y }: Point): Point {
  return { x: (x - frame.left) * stripScale, y: (y - frame.top) * stripScale }
}

type SampleInput = {
  readonly image: GreyImage
  readonly toImage: Homography
  readonly strip: Strip
  /** Where they are put; new memory unless given. */
  readonly to?: Uint8Array
}

/** Greys of the strip, between the four pixels around each place; white beyond the image. */
export function sampleStrip({ strip, ...from }: SampleInput): Uint8Array {
  return sampleBox({ ...from, ...strip, scale: stripScale })
}

/** Greys as darkness, or darkness as greys, in their own place. */
export function inverted(greys: Uint8Array): Uint8Array {
  for (let at = 0; at < greys.length; at += 1) greys[at] = 255 - (greys[at] ?? 0)
  return greys
}

/** `width` and `height` in pixels, `scale` of them to a millimetre. */
type SampleBoxInput = Omit<SampleInput, 'strip'> & Strip & { readonly scale: number }

/** The same of any part of the paper. */
export function sampleBox({ image, toImage, scale, to, ...strip }: SampleBoxInput): Uint8Array {
  const [a, b, c, d, e, f, g, h] = toImage
  const { width, height, data } = image
  const sampled = (to ?? new Uint8Array(strip.width * strip.height)).fill(255)
  const step = 1 / scale
  for (let row = 0; row < strip.height; row += 1) {
    const y = strip.frame.top + (row + 0.5) * step
    const end = (row + 1) * strip.width
    for (let start = row * strip.width; start < end; start += straight) {
      // So short a piece is straight in the image, also in a photo.
      const x = strip.frame.left + (start - row * strip.width + 0.5) * step
      const far = x + straight * step
      const depth = 1 / (g * x + h * y + 1)
      const farDepth = 1 / (g * far + h * y + 1)
      let u = (a * x + b * y + c) * depth - 0.5
      let v = (d * x + e * y + f) * depth - 0.5
      const across = ((a * far + b * y + c) * farDepth - 0.5 - u) / straight
      const down = ((d * far + e * y + f) * farDepth - 0.5 - v) / straight
      const last = Math.min(end, start + straight)
      const [endU, endV] = [u + straight * across, v + straight * down]
      // All of a piece lies between its ends, and hardly any of a page's lies beyond the image.
      const isWithin =
        Math.min(u, endU) >= 1 &&
        Math.min(v, endV) >= 1 &&
        Math.max(u, endU) < width - 2 &&
        Math.max(v, endV) < height - 2
      for (let at = start; at < last; at += 1, u += across, v += down) {
        if (!isWithin && (u < 0 || v < 0 || u >= width - 1 || v >= height - 1)) continue
        const left = u | 0
        const top = v | 0
        const from = top * width + left
        const right = u - left
        const upper = data[from] ?? 0
        const lower = data[from + width] ?? 0
        const above = upper + ((data[from + 1] ?? 0) - upper) * right
        const below = lower + ((data[from + width + 1] ?? 0) - lower) * right
        sampled[at] = (above + (below - above) * (v - top) + 0.5) | 0
      }
    }
  }
  return sampled
}

/** Pixels: two millimetres. */
const straight = 16
