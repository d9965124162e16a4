import { mapPoint, type Homography } from '../../shared/domain/paper-ballots/homography.ts'
import type { Box } from '../../shared/domain/paper-ballots/page-plan.ts'

/** The side of the squares of a copy that are made or left out, in pixels. */
export const square = 16

export type Wanted = {
  /** Of a row, the runs of pixels in wanted squares. */
  readonly spansOf: (y: number) => readonly Span[]
}

type Span = readonly [from: number, to: number]

type WantedInput = {
  readonly width: number
  readonly height: number
  readonly toImage: Homography
  /** Millimetres of the paper. */
  readonly parts: readonly Box[]
}

/** The squares in which parts of the paper lie in a copy, with some room about them. */
export function wantedSquares({ width, height, toImage, parts }: WantedInput): Wanted {
  const [across, down] = [Math.ceil(width / square), Math.ceil(height / square)]
  const isWanted = new Uint8Array(across * down)
  for (const { left, top, width: wide, height: high } of parts) {
    const corners = [
      { x: left, y: top },
      { x: left + wide, y: top },
      { x: left, y: top + high },
      { x: left + wide, y: top + high },
    ].map((corner) => mapPoint(toImage, corner))
    const [first, last] = rangeOf(
      corners.map(({ x }) => x),
      across,
    )
    const [upper, lower] = rangeOf(
      corners.map(({ y }) => y),
      down,
    )
    for (let row = upper; row <= lower; row += 1) isWanted.fill(1, row * across + first, row * across + last + 1)
  }
  const spans = Array.from({ length: down }, (_, row) =>
    spansIn(isWanted.subarray(row * across, (row + 1) * across), width),
  )
  return { spansOf: (y) => spans[(y / square) | 0] ?? [] }
}

/** Squares from the first to the last, with room for what blurs and bends. */
function rangeOf(pixels: readonly number[], count: number): Span {
  const within = (at: number) => Math.min(count - 1, Math.max(0, at))
  return [
    within(Math.floor(Math.min(...pixels) / square) - room),
    within(Math.floor(Math.max(...pixels) / square) + room),
  ]
}

/** Squares. */
const room = 2

function spansIn(row: Uint8Array, width: number): readonly Span[] {
  const spans: Span[] = []
  for (let from = row.indexOf(1); from >= 0;) {
    const end = row.indexOf(0, from)
    const to = end < 0 ? row.length : end
    spans.push([from * square, Math.min(width, to * square)])
    from = row.indexOf(1, to)
  }
  return spans
}
