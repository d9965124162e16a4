import { findDarkSpots, type DarkSpot } from './dark-spots.ts'
import { isCornerMark } from './corner-mark.ts'
import { centreOfMark, inkShareAt } from './corner-centre.ts'
import { homographyOf, type Homography } from './homography.ts'
import { matchCorners, type CornerMatch } from './match-corners.ts'
import type { Box, Corners, GreyImage, PagePlan, Point } from './page-plan.ts'
import { partOf, shrink } from './shrink.ts'

/** Where the paper stands in an image. */
export type Plane = {
  /** From millimetres of the paper to pixels of the image; the centre of the first pixel is at ½, ½. */
  readonly toImage: Homography
  /** The sheet shines through or was copied as in a mirror: nobody marked what is read there. */
  readonly isMirrored: boolean
  /** 3 where the fourth was foretold from the others and only a part of it found. */
  readonly marks: 3 | 4
}

type FindPlaneInput = Pick<PagePlan, 'width' | 'height' | 'corners' | 'markSize'>

/**
 * The page's plane in an image: where a point of the paper stands. Turned pages are found whichever way they lie. Null
 * where no four corner marks, or three with a part of the fourth where they foretell it, stand as the plan has them.
 */
export function findPlane(image: GreyImage, plan: FindPlaneInput): Plane | null {
  const longest = Math.max(image.width, image.height)
  const factor = Math.max(1, Math.ceil(longest / searchedLength))
  // A page fills at least two fifths of a photo's longer side.
  const largest = (1.45 * plan.markSize * Math.floor(longest / factor)) / plan.height
  const smallest = Math.max(3, largest * 0.28)
  for (const isWhole of [false, true]) {
    const parts = (isWhole ? [wholeOf(image)] : cornersOf(image, factor)).map((box) => ({
      ...box,
      small: shrink(partOf(image, box), factor),
    }))
    for (const isWithoutLines of [false, true]) {
      const spots = parts.flatMap(({ left, top, small }) =>
        findDarkSpots(small, { smallest, largest, isWithoutLines }).map((spot) => movedBy(spot, left, top, factor)),
      )
      for (const match of matchCorners(spots, plan)) {
        // Where one is foretold it may stand whole elsewhere.
        const plane = match.foretold !== null && !isWhole ? null : planeOf({ image, plan, match, factor })
        if (plane !== null) return plane
      }
    }
  }
  return null
}

const wholeOf = ({ width, height }: GreyImage): Box => ({ left: 0, top: 0, width, height })

/** A fifth of what there is to look through: the marks of what a scanner gives stand there, those of most photos as well. */
function cornersOf({ width, height }: GreyImage, factor: number): readonly Box[] {
  const whole = (length: number) => Math.floor(length / factor) * factor
  const [across, down] = [whole(cornerShare * width), whole(cornerShare * height)]
  return [0, whole(height - down)].flatMap((top) =>
    [0, whole(width - across)].map((left) => ({ left, top, width: across, height: down })),
  )
}

const cornerShare = 0.23

/** From a part, shrunken, to the whole image, shrunken. */
function movedBy(spot: DarkSpot, left: number, top: number, factor: number): DarkSpot {
  const { x, y } = spot.centre
  return { ...spot, centre: { x: x + left / factor, y: y + top / factor } }
}

/** Pixels of the longer side in which marks are looked for: four to a millimetre. */
const searchedLength = 1300

type PlaneOfInput = {
  readonly image: GreyImage
  readonly plan: FindPlaneInput
  readonly match: CornerMatch
  readonly factor: number
}

/** Null where the part of a fourth mark that three foretell is not there. */
function planeOf({ image, plan, match, factor }: PlaneOfInput): Plane | null {
  const size = match.markSize * factor
  const centres: Point[] = []
  for (const [index, { x, y }] of match.corners.entries()) {
    const about = { x: x * factor, y: y * factor }
    if (index === match.foretold && inkShareAt({ image, centre: about, size }) < partOfMark) return null
    centres.push(index === match.foretold ? about : centreOfMark({ image, about, size }))
  }
  const corners = centres as unknown as Corners
  const settled = match.foretold === null ? corners : foretellAgain(corners, match.foretold)
  const toImage = homographyOf(plan.corners, settled)
  if (toImage === null) return null
  const isThere = plan.corners.every(
    (centre, index) =>
      index === match.foretold || isCornerMark({ image, toImage, centre, size: plan.markSize, isHollow: index === 0 }),
  )
  return isThere ? { toImage, isMirrored: match.isMirrored, marks: match.foretold === null ? 4 : 3 } : null
}

/** Of the ink that a whole mark would have, near where it should be: a staple, a hole or a fold took the rest. */
const partOfMark = 0.3

function foretellAgain(corners: Corners, missing: number): Corners {
  const at = (step: number) => corners[(missing + step) % 4] as Point
  const fourth = { x: at(1).x + at(3).x - at(2).x, y: at(1).y + at(3).y - at(2).y }
  return corners.map((corner, index) => (index === missing ? fourth : corner)) as unknown as Corners
}
