import { homographyOf, mapPoint } from '../../shared/domain/paper-ballots/homography.ts'
import type { Box, Corners, GreyImage, Point } from '../../shared/domain/paper-ballots/page-plan.ts'
import { isBlankBetween } from './blank-paper.ts'
import { square, wantedSquares, type Wanted } from './copied-parts.ts'
import { light, soften } from './copier-light.ts'
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
  /** What of the paper is copied, in millimetres; the rest stays blank. Unless told, all of it. */
  readonly parts?: readonly Box[]
}

/** The page as it comes out of the scanner, and where a point of the paper (millimetres) really stands in it. */
export function copyPage({ page, dpi, faults, random, parts }: CopyInput): {
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
  const image = { ...out, data }
  const wanted = wantedSquares({ ...out, toImage: forward, parts: parts ?? [{ left: 0, top: 0, width, height }] })
  warp({ page, back, out: image, feed, wanted })
  for (let round = 0; round < (faults.blur ?? 0); round += 1) soften(image, wanted)
  light({
    image,
    wanted,
    shadow: faults.shadow ?? 0,
    noise: faults.noise ?? 0,
    threshold: faults.threshold ?? null,
    random,
  })
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
  wanted: Wanted
}

/** Each pixel of the copy from the four of the page around where it came from; blank paper where it is not wanted. */
function warp({ page, back, out, feed, wanted }: WarpInput): void {
  const { width, height, scale } = page
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = back
  const perHalf = 2 / scale
  const ahead = Float64Array.from({ length: 600 }, (_, half) => feed(half / 2) * scale)
  const isBlank = isBlankBetween(page)
  const isInPage = (column: number, row: number) => {
    const [u, v] = [column + 0.5, row + 0.5]
    const depth = scale / (g * u + h * v + 1)
    const [x, y] = [(a * u + b * v + c) * depth, (d * u + e * v + f) * depth]
    return x >= 0.5 && y >= 0.5 && x < width - 0.5 && y < height - 0.5
  }
  for (let row = 0; row < out.height; row += 1) {
    const v = row + 0.5
    let [left, right] = [0, out.width]
    while (left < right && !isInPage(left, row)) left += 1
    while (right > left && !isInPage(right - 1, row)) right -= 1
    out.data.fill(255, row * out.width + left, row * out.width + right)
    for (const [first, last] of wanted.spansOf(row)) {
      const to = Math.min(last, right)
      for (let start = Math.max(first, left); start < to; start += square) {
        const end = Math.min(to, start + square)
        const [u, far] = [start + 0.5, end + 0.5]
        const [depth, farDepth] = [scale / (g * u + h * v + 1), scale / (g * far + h * v + 1)]
        const y = (d * u + e * v + f) * depth - 0.5
        const farY = (d * far + e * v + f) * farDepth - 0.5
        // So short a piece is straight in the page, also in a photo.
        const piece = {
          x: (a * u + b * v + c) * depth - 0.5,
          y: y + (ahead[(y * perHalf) | 0] ?? 0),
          farX: (a * far + b * v + c) * farDepth - 0.5,
          farY: farY + (ahead[(farY * perHalf) | 0] ?? 0),
        }
        if (isBlank(piece)) continue
        samplePiece({ page, data: out.data, from: row * out.width + start, to: row * out.width + end, ...piece })
      }
    }
  }
}

type PieceInput = {
  page: PageCanvas
  data: Uint8Array
  from: number
  to: number
  x: number
  y: number
  farX: number
  farY: number
}

/** Pixels from `from` up to `to`, from that place of the page on the way to the far one. */
function samplePiece({ page, data, from, to, farX, farY, ...start }: PieceInput): void {
  const { width, height, data: source } = page
  let { x, y } = start
  const [across, down] = [(farX - x) / (to - from), (farY - y) / (to - from)]
  for (let pixel = from; pixel < to; pixel += 1, x += across, y += down) {
    if (x < 0 || y < 0 || x >= width - 1 || y >= height - 1) continue
    const left = x | 0
    const top = y | 0
    const at = top * width + left
    const right = x - left
    const upper = source[at] ?? 0
    const lower = source[at + width] ?? 0
    const above = upper + ((source[at + 1] ?? 0) - upper) * right
    const below = lower + ((source[at + width + 1] ?? 0) - lower) * right
    data[pixel] = above + (below - above) * (y - top) + 0.5
  }
}
