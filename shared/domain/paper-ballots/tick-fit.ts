import { ink } from './ink.ts'
import type { InkShare } from './ink-share.ts'
import { stripScale, type Strip } from './strip.ts'

type Spot = { readonly x: number; readonly y: number }

/** A tick as two straight strokes that meet at its foot. */
type Tick = { readonly foot: Spot; readonly left: Spot; readonly right: Spot }

type AsideInput = {
  readonly kinds: Uint8Array
  readonly strip: Strip
  /** From where to where the tick's ink reaches. */
  readonly share: Pick<InkShare, 'left' | 'right' | 'top' | 'bottom'>
}

/**
 * How far a tick's ink lies off the two straight strokes that fit it best, in millimetres: nearly all of it is within. A tick
 * comes to little more than half of its pen's width, one that a line was drawn through to more, wherever that line ends.
 */
export function asideOf({ kinds, strip, share }: AsideInput): number {
  const spots = inkOf({ kinds, strip, share })
  if (spots.length === 0) return 0
  const tick = fitted(spots.filter((_, at) => at % Math.ceil(spots.length / enough) === 0))
  const asides = spots.map((spot) => asideSquared(spot, tick)).toSorted((a, b) => a - b)
  return Math.sqrt(asides[Math.floor(nearlyAll * (asides.length - 1))] ?? 0) / stripScale
}

const nearlyAll = 0.97
/** Pixels of ink by which strokes are fitted. */
const enough = 250

function inkOf({ kinds, strip: { width }, share: { left, right, top, bottom } }: AsideInput): readonly Spot[] {
  const spots: Spot[] = []
  for (let y = top; y <= bottom; y += 1) {
    for (let x = left; x <= right; x += 1) if (kinds[y * width + x] === ink) spots.push({ x, y })
  }
  return spots
}

/** From the ink that is farthest out, by ever smaller steps. */
function fitted(spots: readonly Spot[]): Tick {
  const farthest = (way: (spot: Spot) => number) => spots.reduce((best, spot) => (way(spot) > way(best) ? spot : best))
  const lowest = farthest(({ x, y }) => y - 0.15 * x)
  const leftmost = farthest(({ x, y }) => -x - 0.6 * y)
  const rightmost = farthest(({ x, y }) => x - y)
  let tick: Tick = {
    foot: { x: lowest.x, y: lowest.y - 3 },
    left: { x: leftmost.x + 2, y: leftmost.y + 2 },
    right: { x: rightmost.x - 2, y: rightmost.y + 2 },
  }
  let least = offAll(spots, tick)
  for (let [step, turn] = [4, 0]; step >= 1 && turn < 40; turn += 1) {
    const before = least
    for (const [dx, dy] of ways) {
      for (const end of ends) {
        const moved = { ...tick, [end]: { x: tick[end].x + dx * step, y: tick[end].y + dy * step } }
        const off = offAll(spots, moved)
        if (off >= 0.995 * least) continue
        least = off
        tick = moved
      }
    }
    if (least === before) step /= 2
  }
  return tick
}

const ends = ['foot', 'left', 'right'] as const

const ways = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
] as const

function offAll(spots: readonly Spot[], tick: Tick): number {
  let sum = 0
  for (const spot of spots) sum += asideSquared(spot, tick)
  return sum
}

function asideSquared(spot: Spot, { foot, left, right }: Tick): number {
  return Math.min(offLine(spot, foot, left), offLine(spot, foot, right))
}

/** The square of how far a spot is from a line between two. */
function offLine({ x, y }: Spot, from: Spot, to: Spot): number {
  const [across, down] = [to.x - from.x, to.y - from.y]
  const along = ((x - from.x) * across + (y - from.y) * down) / Math.max(1, across * across + down * down)
  const at = Math.min(1, Math.max(0, along))
  return (x - from.x - at * across) ** 2 + (y - from.y - at * down) ** 2
}
