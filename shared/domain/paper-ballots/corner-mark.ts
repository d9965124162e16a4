import { mapPoint, type Homography } from './homography.ts'
import type { GreyImage, Point } from './page-plan.ts'

type MarkInput = {
  readonly image: GreyImage
  readonly toImage: Homography
  /** Millimetres of the paper. */
  readonly centre: Point
  readonly size: number
  readonly isHollow: boolean
}

/**
 * Whether a corner mark really stands there: a square as large as the plan says, hollow or not, with paper around it. A
 * page of words has letters that stand to each other as the marks of a smaller page would.
 */
export function isCornerMark({ image, toImage, centre, size, isHollow }: MarkInput): boolean {
  const greys = samples.map(({ x, y }) => {
    const place = mapPoint(toImage, { x: centre.x + x * size, y: centre.y + y * size })
    const [column, row] = [Math.floor(place.x), Math.floor(place.y)]
    const isWithin = column >= 0 && row >= 0 && column < image.width && row < image.height
    return isWithin ? (image.data[row * image.width + column] ?? 255) : 255
  })
  const [darkest, palest] = [Math.min(...greys), Math.max(...greys)]
  if (palest - darkest < leastContrast) return false
  const limit = (darkest + palest) / 2
  const darkShare = (part: SamplePart) => {
    const own = greys.filter((_, at) => samples[at]?.part === part)
    return own.filter((grey) => grey < limit).length / own.length
  }
  const inside = darkShare('inside')
  return darkShare('line') > 0.75 && darkShare('around') < 0.4 && (isHollow ? inside < 0.4 : inside > 0.75)
}

const leastContrast = 40

type SamplePart = 'inside' | 'line' | 'around'

/** Places about a mark, in its sides from its middle; those too near to an edge of it are left out. */
const samples = Array.from({ length: 17 * 17 }, (_, at) => ({
  x: ((at % 17) - 8) / 12,
  y: (Math.floor(at / 17) - 8) / 12,
}))
  .map((place) => ({ ...place, part: partAt(Math.max(Math.abs(place.x), Math.abs(place.y))) }))
  .filter((sample): sample is Point & { part: SamplePart } => sample.part !== null)

function partAt(away: number): SamplePart | null {
  if (away < 0.18) return 'inside'
  if (away > 0.3 && away < 0.45) return 'line'
  return away > 0.6 ? 'around' : null
}
