import { ink } from './ink.ts'
import type { InkShare } from './ink-share.ts'
import { stripScale, type Strip } from './strip.ts'

type Spot = { readonly x: number; readonly y: number }

type Line = readonly [from: Spot, to: Spot]

type AsideInput = {
  readonly kinds: Uint8Array
  readonly strip: Strip
  /** From where to where the mark's ink reaches. */
  readonly share: Pick<InkShare, 'left' | 'right' | 'top' | 'bottom'>
  readonly shape: 'tick' | 'cross'
}

/**
 * How far a mark's ink lies off the two straight strokes that fit it best, in millimetres: nearly all of it is within. A tick or
 * a cross comes to little more than half of its pen's width, one that a line was drawn through to more, wherever that line ends.
 */
export function asideOf({ shape, ...input }: AsideInput): number {
  const spots = inkOf(input)
  if (spots.length === 0) return 0
  const linesOf = shape === 'tick' ? linesOfTick : linesOfCross
  const lines = linesOf(
    fitted({ spots: spots.filter((_, at) => at % Math.ceil(spots.length / enough) === 0), linesOf }),
  )
  const asides = spots.map((spot) => asideSquared(spot, lines)).toSorted((a, b) => a - b)
  return Math.sqrt(asides[Math.floor(nearlyAll * (asides.length - 1))] ?? 0) / stripScale
}

const nearlyAll = 0.97
/** Pixels of ink by which strokes are fitted. */
const enough = 250

function inkOf({ kinds, strip: { width }, share }: Omit<AsideInput, 'shape'>): readonly Spot[] {
  const spots: Spot[] = []
  for (let y = share.top; y <= share.bottom; y += 1) {
    for (let x = share.left; x <= share.right; x += 1) if (kinds[y * width + x] === ink) spots.push({ x, y })
  }
  return spots
}

/** What strokes end at, where the ink is farthest out; `foot` is the lowest. */
type Ends = { readonly [end in 'foot' | 'left' | 'right' | 'lowerLeft' | 'lowerRight']: Spot }

/** They meet at its foot. */
const linesOfTick = ({ foot, left, right }: Ends): readonly Line[] => [
  [foot, left],
  [foot, right],
]

const linesOfCross = ({ left, right, lowerLeft, lowerRight }: Ends): readonly Line[] => [
  [left, lowerRight],
  [right, lowerLeft],
]

type FitInput = { readonly spots: readonly Spot[]; readonly linesOf: (ends: Ends) => readonly Line[] }

/** From the ink that is farthest out, a little inwards, by ever smaller steps. */
function fitted({ spots, linesOf }: FitInput): Ends {
  const farthest = (way: (spot: Spot) => number, across: number, down: number): Spot => {
    const { x, y } = spots.reduce((best, spot) => (way(spot) > way(best) ? spot : best))
    return { x: x + across, y: y + down }
  }
  const offAll = (ends: Ends) => {
    const lines = linesOf(ends)
    return spots.reduce((sum, spot) => sum + asideSquared(spot, lines), 0)
  }
  let ends: Ends = {
    foot: farthest(({ x, y }) => y - 0.15 * x, 0, -3),
    left: farthest(({ x, y }) => -x - 0.6 * y, 2, 2),
    right: farthest(({ x, y }) => x - y, -2, 2),
    lowerLeft: farthest(({ x, y }) => y - x, 2, -2),
    lowerRight: farthest(({ x, y }) => x + y, -2, -2),
  }
  const used = new Set(linesOf(ends).flat())
  const names = (Object.keys(ends) as (keyof Ends)[]).filter((name) => used.has(ends[name]))
  let least = offAll(ends)
  for (let [step, turn] = [4, 0]; step >= 1 && turn < 40; turn += 1) {
    const before = least
    for (const [dx, dy] of ways) {
      for (const name of names) {
        const { x, y } = ends[name]
        const moved = { ...ends, [name]: { x: x + dx * step, y: y + dy * step } }
        const off = offAll(moved)
        if (off >= 0.995 * least) continue
        least = off
        ends = moved
      }
    }
    if (least === before) step /= 2
  }
  return ends
}

const ways = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const

const asideSquared = (spot: Spot, lines: readonly Line[]): number =>
  lines.reduce((least, line) => Math.min(least, offLine(spot, line)), Infinity)

/** The square of how far a spot is from a line between two. */
function offLine({ x, y }: Spot, [from, to]: Line): number {
  const [across, down] = [to.x - from.x, to.y - from.y]
  const along = ((x - from.x) * across + (y - from.y) * down) / Math.max(1, across * across + down * down)
  const at = Math.min(1, Math.max(0, along))
  return (x - from.x - at * across) ** 2 + (y - from.y - at * down) ** 2
}
