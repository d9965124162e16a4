import { homographyOf, mapPoint } from '../../shared/domain/paper-ballots/homography.ts'
import type { Corners, GreyImage, Point } from '../../shared/domain/paper-ballots/page-plan.ts'
import type { PageCanvas } from './page-canvas.ts'

/** What a copier or a phone does to a page; what is not named it does not do. */
export type CopierFaults = {
  /** Degrees, clockwise. */
  readonly turn?: number
  readonly scale?: number
  /** Sideways per unit of height. */
  readonly shear?: number
  /** How far each corner moves at most, as a share of the width. */
  readonly perspective?: number
  /** Millimetres by which the feed runs ahead and falls behind along the page. */
  readonly stretch?: number
  readonly isMirrored?: boolean
  /** Rounds of a 1-2-1 filter. */
  readonly blur?: number
  /** Standard deviation in greys. */
  readonly noise?: number
  /** Share of the light that the darkest corner lacks. */
  readonly shadow?: number
  /** Grey of what is not the page. */
  readonly ground?: number
  /** Below it black, white from it on. */
  readonly threshold?: number
}

type CopyInput = {
  readonly page: PageCanvas
  readonly dpi: number
  readonly faults: CopierFaults
  readonly random: () => number
}

/** The page as it comes out of the scanner, and where a point of the paper (millimetres) really stands in it. */
export function copyPage({ page, dpi, faults, random }: CopyInput): {
  image: GreyImage
  placeOf: (point: Point) => Point
} {
  const scale = dpi / 25.4
  const [width, height] = [page.width / page.scale, page.height / page.scale]
  const paper: Corners = [
    { x: 0, y: 0 },
    { x: width, y: 0 },
    { x: width, y: height },
    { x: 0, y: height },
  ]
  const placed = paper.map((corner) => move({ corner, width, height, scale, faults, random }))
  // The glass is larger than a page that lies askew; one that lies straight is cut to the paper's size.
  const [across, down] = [placed.map(({ x }) => Math.abs(x) * 2), placed.map(({ y }) => Math.abs(y) * 2)]
  const isAskew = Math.max(...across) > (width + 12) * scale || Math.max(...down) > (height + 12) * scale
  const out = {
    width: Math.round(isAskew ? Math.max(...across) : width * scale),
    height: Math.round(isAskew ? Math.max(...down) : height * scale),
  }
  const moved = placed.map(({ x, y }) => ({ x: x + out.width / 2, y: y + out.height / 2 })) as unknown as Corners
  const forward = homographyOf(paper, moved)
  const back = homographyOf(moved, paper)
  if (forward === null || back === null) throw new Error('a page without area')
  const feed = feedOf(faults.stretch ?? 0, random)
  const data = new Uint8Array(out.width * out.height).fill(faults.ground ?? 250)
  warp({ page, back, out: { ...out, data }, feed })
  const image = { ...out, data }
  for (let round = 0; round < (faults.blur ?? 0); round += 1) soften(image)
  light({ image, shadow: faults.shadow ?? 0, noise: faults.noise ?? 0, threshold: faults.threshold ?? null, random })
  return { image, placeOf: ({ x, y }) => mapPoint(forward, { x, y: y - feed(y) }) }
}

type MoveInput = {
  corner: Point
  width: number
  height: number
  scale: number
  faults: CopierFaults
  random: () => number
}

/** Pixels from the middle of the copy. */
function move({ corner, width, height, scale, faults, random }: MoveInput): Point {
  const bend = (faults.perspective ?? 0) * width
  const angle = ((faults.turn ?? 0) * Math.PI) / 180
  const size = (faults.scale ?? 1) * scale
  const x = (faults.isMirrored === true ? -1 : 1) * (corner.x - width / 2 + (random() - 0.5) * 2 * bend)
  const y = corner.y - height / 2 + (random() - 0.5) * 2 * bend
  const leant = x + (faults.shear ?? 0) * y
  return {
    x: size * (leant * Math.cos(angle) - y * Math.sin(angle)),
    y: size * (leant * Math.sin(angle) + y * Math.cos(angle)),
  }
}

/** By how many millimetres a row of the page is fed too early. */
function feedOf(stretch: number, random: () => number): (y: number) => number {
  const [phase, wave] = [random() * 7, 40 + random() * 80]
  return (y) => stretch * Math.sin(y / wave + phase)
}

type WarpInput = {
  page: PageCanvas
  back: readonly number[]
  out: GreyImage
  feed: (y: number) => number
}

/** Each pixel of the copy from the four of the page around where it came from. */
function warp({ page, back, out, feed }: WarpInput): void {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = back
  const source = page.data
  const { width, height, scale } = page
  const perHalf = 2 / scale
  const isFlat = Math.abs(g) + Math.abs(h) < 1e-9
  const ahead = Float64Array.from({ length: 600 }, (_, half) => feed(half / 2) * scale)
  for (let row = 0; row < out.height; row += 1) {
    const v = row + 0.5
    for (let column = 0; column < out.width; column += 1) {
      const u = column + 0.5
      const depth = isFlat ? scale : scale / (g * u + h * v + 1)
      const x = (a * u + b * v + c) * depth - 0.5
      let y = (d * u + e * v + f) * depth - 0.5
      if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) continue
      y += ahead[(y * perHalf) | 0] ?? 0
      if (y < 0 || y >= height - 1) continue
      const left = x | 0
      const top = y | 0
      const at = top * width + left
      const right = x - left
      const below = y - top
      const upper = (source[at] ?? 0) * (1 - right) + (source[at + 1] ?? 0) * right
      const lower = (source[at + width] ?? 0) * (1 - right) + (source[at + width + 1] ?? 0) * right
      out.data[row * out.width + column] = upper * (1 - below) + lower * below + 0.5
    }
  }
}

function soften({ width, height, data }: GreyImage): void {
  for (let y = 0; y < height; y += 1) {
    let before = data[y * width] ?? 0
    for (let x = y * width; x < (y + 1) * width - 1; x += 1) {
      const value = data[x] ?? 0
      data[x] = (before + 2 * value + (data[x + 1] ?? 0) + 2) >> 2
      before = value
    }
  }
  const above = data.slice(0, width)
  for (let y = 0; y < height - 1; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x
      const value = data[at] ?? 0
      data[at] = ((above[x] ?? 0) + 2 * value + (data[at + width] ?? 0) + 2) >> 2
      above[x] = value
    }
  }
}

type LightInput = {
  image: GreyImage
  shadow: number
  noise: number
  threshold: number | null
  random: () => number
}

function light({ image, shadow, noise, threshold, random }: LightInput): void {
  if (shadow === 0 && noise === 0 && threshold === null) return
  const { width, height, data } = image
  const grain = grainOf()
  const [across, down] = [random(), random()]
  for (let y = 0; y < height; y += 1) {
    const offset = (random() * 65_536) | 0
    const dim = shadow * (down < 0.5 ? y / height : 1 - y / height)
    const far = ((across < 0.5 ? 1 : -1) * (0.25 * shadow + 0.5 * dim)) / width
    let lit = 1 - 0.25 * dim - (across < 0.5 ? 0 : 0.25 * shadow + 0.5 * dim)
    for (let at = y * width, grained = offset; at < (y + 1) * width; at += 1, grained += 1) {
      const value = (data[at] ?? 0) * lit + noise * (grain[grained & 65_535] ?? 0)
      lit -= far
      data[at] = threshold === null ? Math.max(0, Math.min(255, value)) : value < threshold ? 0 : 255
    }
  }
}

let grains: Float32Array | null = null

/** Numbers of a bell curve with a deviation of 1, made once: sums of an even stream. */
function grainOf(): Float32Array {
  if (grains !== null) return grains
  grains = new Float32Array(65_536)
  let state = 12_345
  const next = () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
    return (state >>> 8) / 16_777_216
  }
  for (let index = 0; index < grains.length; index += 1) grains[index] = (next() + next() + next() + next() - 2) * 1.732
  return grains
}
