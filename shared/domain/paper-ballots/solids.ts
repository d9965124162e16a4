import type { OptionPlace } from './places.ts'
import { stripScale, type Strip } from './strip.ts'

type SolidsInput = {
  /** Darkness of what was scanned. */
  readonly dark: Uint8Array
  readonly strip: Strip
  readonly places: readonly OptionPlace[]
  /** Whether a pen went over the figure again and again at a place, by its index. */
  readonly isHidden: (place: number) => boolean
}

/** Of each place, whether a patch darker and larger than any that a pen fills reaches it: a punched hole, a blot. */
export function findSolids({ dark, strip: { width, height }, places, isHidden }: SolidsInput): readonly boolean[] {
  const isNear = places.map(() => false)
  if (!mayHaveSolid({ dark, width, height })) return isNear
  const depth = new Uint8Array(width)
  for (let y = 0; y < height; y += 1) {
    let run = 0
    for (let x = 0; x < width; x += 1) {
      const deep = (dark[y * width + x] ?? 0) > leastDark ? Math.min(255, (depth[x] ?? 0) + 1) : 0
      depth[x] = deep
      run = deep >= leastHigh ? run + 1 : 0
      if (run === leastWide) markNear({ x: x - leastWide / 2, y: y - leastHigh / 2, places, isHidden, isNear })
    }
  }
  return isNear
}

/** Most pages have none: any would reach over two rows that are half of its height apart. */
function mayHaveSolid({ dark, width, height }: { dark: Uint8Array; width: number; height: number }): boolean {
  const apart = leastHigh >> 1
  for (let y = 0; y + apart < height; y += apart) {
    let run = 0
    for (let at = y * width; at < (y + 1) * width; at += 1) {
      const isDark = (dark[at] ?? 0) > leastDark && (dark[at + apart * width] ?? 0) > leastDark
      run = isDark ? run + 1 : 0
      if (run >= leastWide) return true
    }
  }
  return false
}

const leastDark = 60
const leastHigh = Math.round(5.4 * stripScale)
const leastWide = Math.round(3.4 * stripScale)

type NearInput = Pick<SolidsInput, 'places' | 'isHidden'> & { x: number; y: number; isNear: boolean[] }

function markNear({ x, y, places, isHidden, isNear }: NearInput): void {
  const own = places.findIndex((place) => Math.hypot(place.x - x, place.y - y) < leastWide)
  if (own >= 0 && isHidden(own)) return
  for (const [at, place] of places.entries()) {
    if (Math.abs(place.x - x) < 9 * stripScale && Math.abs(place.y - y) < 6 * stripScale) isNear[at] = true
  }
}
