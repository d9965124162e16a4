import type { DarkSpot } from './dark-spots.ts'
import type { Corners, PagePlan, Point } from './page-plan.ts'

/** Dark spots that stand to each other as the page's corner marks do, in their order on the paper. */
export type CornerMatch = {
  readonly corners: Corners
  /** Which corner was not found but follows from the others; null for none. */
  readonly foretold: number | null
  readonly isMirrored: boolean
  /** Side of a mark in pixels. */
  readonly markSize: number
}

type MatchPlan = Pick<PagePlan, 'corners' | 'markSize'>

/** The likeliest first: whole ones, then those of which one corner is foretold; the least bent before others. */
export function matchCorners(spots: readonly DarkSpot[], plan: MatchPlan): readonly CornerMatch[] {
  const tried: Weighed[] = []
  for (const diagonal of diagonals) {
    const firsts = spots.filter(({ kind }) => kind === kindOf(diagonal.from))
    const seconds = spots.filter(({ kind }) => kind === kindOf(diagonal.to))
    const [from, to] = [plan.corners[diagonal.from], plan.corners[diagonal.to]]
    const perPixel = plan.markSize / distance(from, to)
    for (const first of firsts) {
      for (const second of seconds) {
        const markSize = perPixel * distance(first.centre, second.centre)
        // Most spots are letters, too small for how far they are from each other.
        if (first === second || !isOfSize(first, markSize) || !isOfSize(second, markSize)) continue
        for (const isMirrored of [false, true]) {
          const match = complete({ spots, plan, diagonal, first, second, markSize, isMirrored })
          if (match !== null) tried.push(match)
        }
      }
    }
  }
  return tried.toSorted((a, b) => a.bend - b.bend).slice(0, most)
}

const most = 200
const kindOf = (corner: number): DarkSpot['kind'] => (corner === 0 ? 'ring' : 'solid')

/** A pair of opposite corners, from which the others are foretold; the second serves where one of the first is lost. */
const diagonals = [
  { from: 0, to: 2 },
  { from: 1, to: 3 },
] as const

type CompleteInput = {
  readonly spots: readonly DarkSpot[]
  readonly plan: MatchPlan
  readonly diagonal: (typeof diagonals)[number]
  readonly first: DarkSpot
  readonly second: DarkSpot
  readonly markSize: number
  readonly isMirrored: boolean
}

type Weighed = CornerMatch & { readonly bend: number }

/** Null where they are no corners of one page. */
function complete({ spots, plan, diagonal, first, second, markSize, isMirrored }: CompleteInput): Weighed | null {
  const [from, to] = [plan.corners[diagonal.from], plan.corners[diagonal.to]]
  const long = distance(first.centre, second.centre)
  const foresee = similarity({ from, to, first: first.centre, second: second.centre, isMirrored })
  const others = [0, 1, 2, 3].filter((corner) => corner !== diagonal.from && corner !== diagonal.to)
  const found = others.map((corner) => {
    const foreseen = foresee(plan.corners[corner] as Point)
    return { corner, foreseen, spot: nearest({ spots, kind: kindOf(corner), foreseen, markSize, within: 0.1 * long }) }
  })
  const missing = found.filter(({ spot }) => spot === null)
  if (missing.length > 1) return null
  const corners: Point[] = []
  corners[diagonal.from] = first.centre
  corners[diagonal.to] = second.centre
  let bend = 0
  for (const { corner, foreseen, spot } of found) {
    if (spot === null) continue
    corners[corner] = spot.centre
    bend += distance(spot.centre, foreseen) / long
  }
  const lost = missing[0]
  // Nothing tells how a page is bent of which three corners are known: it has to lie flat.
  if (lost !== undefined && bend > flat) return null
  if (lost !== undefined) {
    const fourth = fourthOf(corners, lost.corner)
    // A whole mark of the other kind stands there: the page lies the other way round.
    if (spots.some((spot) => distance(spot.centre, fourth) < markSize)) return null
    corners[lost.corner] = fourth
  }
  return {
    corners: corners as unknown as Corners,
    foretold: lost?.corner ?? null,
    isMirrored,
    markSize,
    bend: bend + (lost === undefined ? 0 : 1),
  }
}

/** Of the diagonal: how far a third corner may stand from where a page without perspective has it. */
const flat = 0.02

const isOfSize = (spot: DarkSpot, markSize: number): boolean =>
  spot.size > 0.62 * markSize && spot.size < 1.5 * markSize

const distance = (one: Point, other: Point): number => Math.sqrt((one.x - other.x) ** 2 + (one.y - other.y) ** 2)

const fourthOf = (corners: readonly Point[], missing: number): Point => {
  const at = (step: number) => corners[(missing + step) % 4] as Point
  return { x: at(1).x + at(3).x - at(2).x, y: at(1).y + at(3).y - at(2).y }
}

type NearestInput = {
  readonly spots: readonly DarkSpot[]
  readonly kind: DarkSpot['kind']
  readonly foreseen: Point
  readonly markSize: number
  readonly within: number
}

function nearest({ spots, kind, foreseen, markSize, within }: NearestInput): DarkSpot | null {
  let best: DarkSpot | null = null
  let least = within
  for (const spot of spots) {
    if (spot.kind !== kind || !isOfSize(spot, markSize)) continue
    const away = distance(spot.centre, foreseen)
    if (away >= least) continue
    best = spot
    least = away
  }
  return best
}

type SimilarityInput = {
  readonly from: Point
  readonly to: Point
  readonly first: Point
  readonly second: Point
  readonly isMirrored: boolean
}

/** Turned, scaled and moved (and mirrored) so that both ends of a diagonal fall where they were found. */
function similarity({ from, to, first, second, isMirrored }: SimilarityInput): (point: Point) => Point {
  const side = isMirrored ? -1 : 1
  const [ax, ay] = [side * (to.x - from.x), to.y - from.y]
  const [bx, by] = [second.x - first.x, second.y - first.y]
  const square = ax * ax + ay * ay
  const [turn, lean] = [(ax * bx + ay * by) / square, (ax * by - ay * bx) / square]
  return ({ x, y }) => {
    const [px, py] = [side * (x - from.x), y - from.y]
    return { x: first.x + turn * px - lean * py, y: first.y + lean * px + turn * py }
  }
}
