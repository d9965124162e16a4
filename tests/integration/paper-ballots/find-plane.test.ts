import { describe, expect, it } from 'vitest'
import { findPlane } from '../../../shared/domain/paper-ballots/find-plane.ts'
import { mapPoint } from '../../../shared/domain/paper-ballots/homography.ts'
import { seededRandom } from '../../bench/seeded-random.ts'
import { hasPoppler, sayWhyLeftOut } from '../../helpers/read-pdf.ts'
import { copyPage, type CopierFaults } from '../../paper-marks/copier.ts'
import { copyCanvas, fillRect, type PageCanvas } from '../../paper-marks/page-canvas.ts'
import { printedPages } from '../../paper-marks/printed-pages.ts'

sayWhyLeftOut()

const [page] = hasPoppler ? await printedPages({ ruleSetId: 'qd-26-2026', sets: [1], dpi: 200 }) : []

const dpi = 150

/** At the marks' corners, in the middle and where figures of points stand. */
const places = [
  { x: 192, y: 30 },
  { x: 192, y: 150 },
  { x: 192, y: 280 },
  { x: 20, y: 150 },
]

function found(faults: CopierFaults, canvas: PageCanvas = planned().printed) {
  const { image, placeOf } = copyPage({ page: canvas, dpi, faults, random: seededRandom(7) })
  const plane = findPlane(image, planned().plan)
  if (plane === null) return null
  const misses = places.map((place) => {
    const [there, seen] = [placeOf(place), mapPoint(plane.toImage, place)]
    return (Math.hypot(there.x - seen.x, there.y - seen.y) * 25.4) / dpi
  })
  return { worst: Math.max(...misses), isMirrored: plane.isMirrored, marks: plane.marks }
}

function covered(...corners: readonly number[]): PageCanvas {
  const { plan, printed } = planned()
  const page = copyCanvas(printed)
  for (const corner of corners) {
    const { x = 0, y = 0 } = plan.corners[corner] ?? {}
    fillRect(page, { left: x - 3, top: y - 3, width: 6, height: 6 }, 255)
  }
  return page
}

function planned() {
  if (page === undefined) throw new Error('no printed page')
  return page
}

describe.skipIf(page === undefined)('the plane of a page', () => {
  it.each<[string, CopierFaults]>([
    ['straight', {}],
    ['askew', { turn: 5, noise: 6 }],
    ['upside down', { turn: 183 }],
    ['lying on its side', { turn: 90, scale: 0.7 }],
    ['smaller and leaning', { scale: 0.96, shear: 0.01 }],
    ['a photo on a dark desk', { perspective: 0.04, turn: 3, scale: 0.85, ground: 60, shadow: 0.5, noise: 8 }],
    ['black and white', { threshold: 128, turn: -2 }],
    ['dark and blurred', { shadow: 0.6, noise: 10, blur: 3 }],
  ])('is found to a fifth of a millimetre: %s', (_, faults) => {
    const plane = found(faults)
    expect(plane).toMatchObject({ isMirrored: false, marks: 4 })
    expect(plane?.worst).toBeLessThan(0.2)
  })

  it('is told to be mirrored', () => {
    expect(found({ isMirrored: true, turn: 2 })).toMatchObject({ isMirrored: true })
    expect(found({ isMirrored: true, turn: 182 })).toMatchObject({ isMirrored: true })
  })

  it.each([0, 1, 2, 3])('is foretold from three marks where a part of the fourth is left: %i', (corner) => {
    const page = covered(corner)
    const { x = 0, y = 0 } = planned().plan.corners[corner] ?? {}
    fillRect(page, { left: x - 2, top: y - 2, width: 1.8, height: 4 })
    const plane = found({ turn: 1, noise: 4 }, page)
    expect(plane).toMatchObject({ marks: 3, isMirrored: false })
    expect(plane?.worst).toBeLessThan(0.5)
  })

  it('is not guessed where a mark is gone without a trace, or two are', () => {
    expect(found({}, covered(1))).toBeNull()
    expect(found({}, covered(1, 2))).toBeNull()
  })

  it('is not found on other paper', () => {
    expect(found({}, covered(0, 1, 2, 3))).toBeNull()
  })
})
