import { ink, print } from './ink.ts'
import type { InkShare } from './ink-share.ts'
import type { OptionPlace } from './places.ts'
import { stripScale, type Strip } from './strip.ts'

type TailInput = {
  readonly kinds: Uint8Array
  readonly strip: Strip
  readonly place: OptionPlace
  /** From where to where the mark's ink reaches. */
  readonly share: Pick<InkShare, 'left' | 'right' | 'top' | 'bottom'>
}

/**
 * How far a mark's ink goes on beyond where a disc, broader than any pen's stroke, has room in it, in millimetres: the uneven edge
 * of a filled figure comes to a quarter, the end of a line that was drawn through it to more, wherever that line leads. 0 where
 * the disc has no room at all.
 */
export function tailOf({ kinds, strip: { width, height }, place, share }: TailInput): number {
  const [across, down] = [share.right - share.left + 1 + 2 * radius, share.bottom - share.top + 1 + 2 * radius]
  if (across <= 2 * radius || down <= 2 * radius) return 0
  // With room around it for the disc.
  const grid = new Uint8Array(across * down)
  const inked: number[] = []
  const covered: number[] = []
  for (let y = share.top; y <= share.bottom && y < height; y += 1) {
    for (let x = share.left; x <= share.right && x < width; x += 1) {
      const kind = kinds[y * width + x]
      if (kind !== ink && (kind !== print || !isAtFigure(x - place.x, y - place.y))) continue
      const at = (y - share.top + radius) * across + x - share.left + radius
      grid[at] = 1
      covered.push(at)
      if (kind === ink) inked.push(at)
    }
  }
  const disc = discOf(across)
  const middles = covered.filter((at) => disc.every((step) => grid[at + step] === 1))
  if (middles.length === 0) return 0
  for (const middle of middles) for (const step of disc) grid[middle + step] = 2
  const columns = middles.map((at) => at % across)
  const rows = middles.map((at) => Math.floor(at / across))
  let farthest = 0
  for (const at of inked) {
    if (grid[at] === 2) continue
    const [x, y] = [at % across, Math.floor(at / across)]
    let nearest = Infinity
    for (let index = 0; index < middles.length; index += 1) {
      const [dx, dy] = [(columns[index] ?? 0) - x, (rows[index] ?? 0) - y]
      const away = dx * dx + dy * dy
      if (away < nearest) nearest = away
    }
    if (nearest > farthest) farthest = nearest
  }
  return Math.max(0, Math.sqrt(farthest) - radius) / stripScale
}

/** Pixels: broader than a stroke of any pen. */
const radius = 0.75 * stripScale

/** Steps from its middle to all of its places, in a grid as wide as that. */
function discOf(across: number): readonly number[] {
  const span = Array.from({ length: 2 * radius + 1 }, (_, at) => at - radius)
  return span.flatMap((y) => span.flatMap((x) => (x * x + y * y <= radius * radius + 1 ? [y * across + x] : [])))
}

/** Pixels from a figure's middle: ink goes on under its print. */
const isAtFigure = (x: number, y: number): boolean => Math.abs(x) <= figure.wide && Math.abs(y) <= figure.high

const figure = { wide: 2.6 * stripScale, high: 1.9 * stripScale }
