import { memoryOf } from './memory.ts'
import type { GreyImage, Point } from './page-plan.ts'

/** A connected patch of dark pixels about as large as a corner mark. Pixels of the image that was searched. */
export type DarkSpot = {
  readonly centre: Point
  readonly size: number
  readonly kind: 'solid' | 'ring'
}

type Sizes = {
  readonly smallest: number
  readonly largest: number
  /** Lines of one or two pixels are taken away first: one that runs through marks makes a single spot of them. */
  readonly isWithoutLines: boolean
}

/** Squares and square rings of about the sizes given (sides in pixels), dark beside what is around them. */
export function findDarkSpots(image: GreyImage, { smallest, largest, isWithoutLines }: Sizes): readonly DarkSpot[] {
  const found = darkPixels(image, Math.round(largest * 2))
  const { width, height } = image
  const dark = isWithoutLines ? spread(thin(found, width), width) : found
  const stack = stackMemory(width * height)
  const spots: DarkSpot[] = []
  for (let start = 0; start < dark.length; start += 1) {
    if (dark[start] !== 1) continue
    let [left, right, top, bottom, area] = [width, 0, height, 0, 0]
    let depth = 1
    stack[0] = start
    dark[start] = 2
    while (depth > 0) {
      depth -= 1
      const at = stack[depth] ?? 0
      const x = at % width
      const y = (at - x) / width
      area += 1
      if (x < left) left = x
      if (x > right) right = x
      if (y < top) top = y
      if (y > bottom) bottom = y
      if (x > 0 && dark[at - 1] === 1) {
        dark[at - 1] = 2
        stack[depth++] = at - 1
      }
      if (x < width - 1 && dark[at + 1] === 1) {
        dark[at + 1] = 2
        stack[depth++] = at + 1
      }
      if (y > 0 && dark[at - width] === 1) {
        dark[at - width] = 2
        stack[depth++] = at - width
      }
      if (y < height - 1 && dark[at + width] === 1) {
        dark[at + width] = 2
        stack[depth++] = at + width
      }
    }
    const across = right - left + 1
    const down = bottom - top + 1
    if (Math.min(across, down) < smallest || Math.max(across, down) > largest || across > 1.5 * down) continue
    if (down > 1.5 * across) continue
    const kind = kindOf({ dark, width, left, top, across, down, share: area / (across * down) })
    if (kind === null) continue
    spots.push({
      centre: { x: (left + right + 1) / 2, y: (top + bottom + 1) / 2 },
      size: (across + down) / 2,
      kind,
    })
  }
  return spots
}

const stackMemory = memoryOf(Int32Array)

type KindInput = {
  readonly dark: Uint8Array
  readonly width: number
  readonly left: number
  readonly top: number
  readonly across: number
  readonly down: number
  readonly share: number
}

/** By what stands in the middle third: dark for a square, nothing for a ring (a finder of a QR code has a square in it). */
function kindOf({ dark, width, left, top, across, down, share }: KindInput): DarkSpot['kind'] | null {
  let inside = 0
  let seen = 0
  for (let y = Math.ceil(top + 0.36 * down); y <= top + 0.6 * down; y += 1) {
    for (let x = Math.ceil(left + 0.36 * across); x <= left + 0.6 * across; x += 1) {
      seen += 1
      if ((dark[y * width + x] ?? 0) > 0) inside += 1
    }
  }
  if (inside > 0.7 * seen && share > 0.66) return 'solid'
  return inside < 0.3 * seen && share > 0.4 ? 'ring' : null
}

/** Dark pixels with dark ones all around them. */
const thin = (dark: Uint8Array, width: number): Uint8Array => around(dark, width, (row) => row === 3)

/** Dark pixels and those beside them. */
const spread = (dark: Uint8Array, width: number): Uint8Array => around(dark, width, (row) => row > 0)

/** First along rows, then along columns: whether enough of three neighbours are dark. */
function around(dark: Uint8Array, width: number, isEnough: (found: number) => boolean): Uint8Array {
  const pass = (from: Uint8Array, step: number) =>
    from.map((value, at) => (isEnough((from[at - step] ?? 0) + value + (from[at + step] ?? 0)) ? 1 : 0))
  return pass(pass(dark, 1), width)
}

/** 1 where a pixel is clearly darker than the mean of the square of `2 × reach` pixels around it. */
function darkPixels({ width, height, data }: GreyImage, reach: number): Uint8Array {
  const stride = width + 1
  const sums = sumsMemory(stride * (height + 1)).fill(0)
  for (let y = 0; y < height; y += 1) {
    let sum = 0
    for (let x = 0; x < width; x += 1) {
      sum += data[y * width + x] ?? 0
      sums[(y + 1) * stride + x + 1] = (sums[y * stride + x + 1] ?? 0) + sum
    }
  }
  const dark = darkMemory(width * height).fill(0)
  for (let y = 0; y < height; y += 1) {
    const top = Math.max(0, y - reach) * stride
    const bottom = Math.min(height, y + reach) * stride
    const rows = (bottom - top) / stride
    for (let x = 0; x < width; x += 1) {
      const value = data[y * width + x] ?? 0
      // Paler than any mean allows: nearly all of a page.
      if (value > palest) continue
      const left = x < reach ? 0 : x - reach
      const right = x + reach > width ? width : x + reach
      const sum =
        (sums[bottom + right] ?? 0) - (sums[top + right] ?? 0) - (sums[bottom + left] ?? 0) + (sums[top + left] ?? 0)
      if (value * rows * (right - left) < darkShare * sum) dark[y * width + x] = 1
    }
  }
  return dark
}

const sumsMemory = memoryOf(Uint32Array)
const darkMemory = memoryOf(Uint8Array)

/** Of the mean around it: toner at half its strength is still darker, paper in a shadow is not. */
const darkShare = 0.76
const palest = darkShare * 255
