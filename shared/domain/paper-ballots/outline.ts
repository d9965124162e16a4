import { ink, print } from './ink.ts'
import type { OptionPlace } from './places.ts'
import { stripScale, type Strip } from './strip.ts'

/** What rays from the middle of a figure meet: a line around it, and how much more than one line. */
export type Outline = {
  /** A line goes around the figure, open by a third at most, with paper between it and the figure. */
  readonly isLoop: boolean
  /** Of each ray: pixels (of height) to the nearest ink; where the line is open, as far as beside the opening. */
  readonly radii: Float32Array
  /** Of each ray: pixels (of height) to the farthest ink; where the line is open, as far as beside the opening. */
  readonly ends: Float32Array
  /** Of each ray: pixels of ink on it. */
  readonly inked: Float32Array
  /** Pixels of ink on a ray that meets little: about the pen's width. 0 for no ink. */
  readonly penWidth: number
}

export const rays = 36
/** How much wider than high the room for a circle is. */
export const flatness = 1.7

type OutlineInput = { readonly place: OptionPlace; readonly kinds: Uint8Array; readonly strip: Strip }

export function outlineOf({ place, kinds, strip: { width, height } }: OutlineInput): Outline {
  const radii = new Float32Array(rays)
  const ends = new Float32Array(rays)
  const inked = new Float32Array(rays)
  const limit = Math.min(0.95 * place.pitch, 3.9 * stripScale)
  let [hits, hidden, clear] = [0, 0, 0]
  for (let ray = 0; ray < rays; ray += 1) {
    const [dx, dy] = directions[ray] as readonly [number, number]
    let [first, met, blank, isHidden] = [0, 0, 0, false]
    for (let distance = 4; distance <= limit; distance += step) {
      const x = place.x + dx * distance
      const y = place.y + dy * distance
      if (x < 0 || y < 0 || x >= width || y >= height) break
      const kind = kinds[(y | 0) * width + (x | 0)]
      if (kind === ink) {
        if (first === 0) first = distance
        ends[ray] = distance
        met += step
      } else if (kind === print) {
        if (distance > 1.7 * stripScale) isHidden = true
      } else if (first === 0) blank += step
    }
    radii[ray] = first
    inked[ray] = met
    if (first > 0) hits += 1
    if (first > 0 && blank >= clearance) clear += 1
    else if (isHidden) hidden += 1
  }
  const isHit = (ray: number) => (radii[(ray + rays) % rays] ?? 0) > 0
  // Arcs above and below that belong to its neighbours leave both sides open.
  const isMetAt = (middle: number) => [-2, -1, 0, 1].some((beside) => isHit(middle + beside))
  const isClosed = hits >= 18 && hits >= 0.64 * (rays - 0.6 * hidden) && (isMetAt(0) || isMetAt(rays / 2))
  const isLoop = isClosed && clear > 0.6 * hits
  fillGaps(radii)
  fillGaps(ends)
  const lengths = inked.filter((length) => length > 0).toSorted()
  return { isLoop, radii, ends, inked, penWidth: lengths[lengths.length >> 2] ?? 0 }
}

const step = 0.5
/** Pixels of paper between a figure and the line around it. */
const clearance = 2.5

/** @param turn 0 to 1, clockwise from the right */
export function directionOf(turn: number): readonly [x: number, y: number] {
  const angle = turn * 2 * Math.PI
  return [Math.cos(angle) * flatness, Math.sin(angle)]
}

const directions = Array.from({ length: rays }, (_, ray) => directionOf((ray + 0.5) / rays))

/** The rays that leave a figure sideways, where no neighbour's mark comes near. */
const sideways = directions.flatMap(([, dy], ray) => (Math.abs(dy) < 0.87 ? [ray] : []))

/** Share of the rays to the sides that meet clearly more ink than one stroke of the pen: it was gone over. */
export function crowdingOf({ inked }: Outline, penWidth: number): number {
  const many = 2 * penWidth + 0.3 * stripScale
  return sideways.filter((ray) => (inked[ray] ?? 0) > many).length / sideways.length
}

/**
 * Pixels (of height) within which two opposite rays meet ink: a line around a figure is as far off on one side as it is near on
 * the other, a line through it is near on both. Infinity where no two do.
 */
export function enclosedOf({ radii, inked }: Outline): number {
  let least = Infinity
  for (let ray = 0; ray < rays / 2; ray += 1) {
    const opposite = ray + rays / 2
    if ((inked[ray] ?? 0) === 0 || (inked[opposite] ?? 0) === 0) continue
    least = Math.min(least, Math.max(radii[ray] ?? 0, radii[opposite] ?? 0))
  }
  return least
}

/** Which ray a place lies on, and how far along it. */
export function onRay(dx: number, dy: number): { ray: number; distance: number } {
  const [x, y] = [dx / flatness, dy]
  const angle = Math.atan2(y, x) / (2 * Math.PI)
  return { ray: Math.floor((angle < 0 ? angle + 1 : angle) * rays) % rays, distance: Math.hypot(x, y) }
}

function fillGaps(radii: Float32Array): void {
  const known = [...radii.keys()].filter((ray) => (radii[ray] ?? 0) > 0)
  if (known.length === 0) return
  const found = radii.slice()
  for (let ray = 0; ray < rays; ray += 1) {
    if ((found[ray] ?? 0) > 0) continue
    const before = known.findLast((other) => other < ray) ?? known.at(-1) ?? 0
    const after = known.find((other) => other > ray) ?? known[0] ?? 0
    radii[ray] = ((found[before] ?? 0) + (found[after] ?? 0)) / 2
  }
}
