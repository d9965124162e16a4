import { ink, print } from './ink.ts'
import { directionOf, rays, type Outline } from './outline.ts'
import type { OptionPlace } from './places.ts'
import { stripScale, type Strip } from './strip.ts'

type CrossingsInput = { readonly place: OptionPlace; readonly kinds: Uint8Array; readonly strip: Strip }

/**
 * How many strokes each of a row of circles around the middle of a figure meets, from within: a tick comes to one or two, a
 * cross to four, and a line through either to more. What only touches a circle at its foot, as a tick does, is none.
 */
export function crossingsOf({ place, kinds, strip }: CrossingsInput): readonly number[] {
  for (let at = 0; at < across.length; at += 1) {
    met[at] = kindAt({ kinds, strip, x: place.x + (across[at] ?? 0), y: place.y + (down[at] ?? 0) })
  }
  const ring = (circle: number) => met.subarray(circle * around, (circle + 1) * around)
  return circles.slice(outwards).map((_, circle) => {
    const farther = ring(circle + outwards)
    return runsOf(ring(circle), around).filter((run) => !isAtFoot(run) || goesOn(run, farther)).length
  })
}

/** Whether a stroke is met below the figure: no more than an eighth of the circle from straight down. */
function isAtFoot({ from, to }: Run): boolean {
  return Math.abs((((from + to) / 2) % around) - around / 4) < around / 8
}

/** Whether there is ink on a circle farther out where a stroke meets one, or right beside. */
function goesOn({ from, to }: Run, farther: Uint8Array): boolean {
  for (let at = from - aslant; at <= to + aslant; at += 1) {
    if (farther[(at + around) % around] === ink) return true
  }
  return false
}

type InnerInput = CrossingsInput & { readonly outline: Outline; readonly penWidth: number }

/** On how many of the rings between a figure and the inner edge of the line around it a stroke is met. */
export function strokesWithin({ place, kinds, strip, outline, penWidth }: InnerInput): number {
  if (!outline.isLoop) return 0
  const edge = smoothed(outline.ends).map((end) => end - penWidth - besideLine)
  let count = 0
  for (const share of [0.5, 0.62, 0.74, 0.87, 1]) {
    for (let at = 0; at < rays * perRay; at += 1) {
      const ray = (at / perRay) | 0
      const distance = share * (edge[ray] ?? 0)
      const [dx, dy] = directionOf((at + 0.5) / (rays * perRay))
      met[at] =
        distance < nearest ? 0 : kindAt({ kinds, strip, x: place.x + dx * distance, y: place.y + dy * distance })
    }
    if (runsOf(met, rays * perRay).length > 0) count += 1
  }
  return count
}

const perRay = 3
/** Pixels beside the line around a figure in which its own second turn lies. */
const besideLine = 0.45 * stripScale
/** Pixels from a figure's middle within which nothing but its print is seen. */
const nearest = 0.8 * stripScale

const around = 96
/** Of the points on a circle: how far aside a stroke may have gone where it is met again. */
const aslant = 2
/** Circles to that on which a stroke that goes outwards is met again: two fifths of a millimetre. */
const outwards = 2

/** From the edge of a printed figure to that of what a pen draws, in pixels, and two more. */
const circles = [1.5, 1.7, 1.9, 2.1, 2.3, 2.5, 2.7, 2.9, 3.1, 3.3, 3.5].map((radius) =>
  Array.from({ length: around }, (_, at) => {
    const angle = (at / around) * 2 * Math.PI
    return [Math.cos(angle) * radius * stripScale, Math.sin(angle) * radius * stripScale] as const
  }),
)

/** Of the points of all circles, one after another. */
const across = Float64Array.from(circles.flat(), ([x]) => x)
const down = Float64Array.from(circles.flat(), ([, y]) => y)

const met = new Uint8Array(Math.max(circles.length * around, rays * perRay))

type KindInput = { kinds: Uint8Array; strip: Strip; x: number; y: number }

function kindAt({ kinds, strip: { width, height }, x, y }: KindInput): number {
  const [column, row] = [Math.round(x - 0.5), Math.round(y - 0.5)]
  return column < 0 || row < 0 || column >= width || row >= height ? 0 : (kinds[row * width + column] ?? 0)
}

/** The first and the last point of a stroke on a ring; beyond its length they go on from its beginning. */
type Run = { readonly from: number; readonly to: number }

/** Strokes around a ring of kinds: as ink counts print with ink at both its ends; one point alone is noise. */
function runsOf(kinds: Uint8Array, length: number): readonly Run[] {
  const start = kinds.findIndex((kind, at) => at < length && kind !== ink && kind !== print)
  if (start < 0) return kinds.indexOf(ink) < 0 ? [] : [{ from: 0, to: length - 1 }]
  const runs: Run[] = []
  let [from, to] = [-1, -1]
  for (let step = 1; step <= length; step += 1) {
    const kind = kinds[(start + step) % length]
    if (kind === ink) {
      if (from < 0) from = start + step
      to = start + step
    } else if (kind !== print) {
      if (to > from) runs.push({ from, to })
      from = -1
      to = -1
    }
  }
  return runs
}

/** Of each ray the middle of five: what crosses the line around a figure goes on beyond it on one or two. */
function smoothed(ends: Float32Array): Float32Array {
  return ends.map((_, ray) => {
    const five = [-2, -1, 0, 1, 2].map((step) => ends[(ray + step + rays) % rays] ?? 0)
    return five.toSorted((a, b) => a - b)[2] ?? 0
  })
}
