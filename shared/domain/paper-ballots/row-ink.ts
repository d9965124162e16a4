import { alignCriteria, probeCriteria } from './align.ts'
import { darknessOf } from './darkness.ts'
import type { Plane } from './find-plane.ts'
import { separateInk, widenPrint } from './ink.ts'
import type { GreyImage, PagePlan, PlannedCriterion } from './page-plan.ts'
import { findPatches, type Patch } from './patches.ts'
import { inverted, sampleStrip, stripScale, type Strip } from './strip.ts'

type RowInput = {
  readonly image: GreyImage
  readonly plane: Plane
  readonly plan: PagePlan
  /** The same page as it was printed, without marks. */
  readonly printed: GreyImage
  readonly printedDpi: number
  readonly criterion: PlannedCriterion
}

/** Whether a pen wrote anywhere in a criterion's rows, from one edge of the paper to the other: on its words, in the margins. */
export function isWrittenOn({ image, plane, plan, printed: sheet, printedDpi, criterion }: RowInput): boolean {
  const strip = rowsOf(plan, criterion)
  const scale = printedDpi / 25.4
  const greys = sampleStrip({ image: sheet, toImage: [scale, 0, 0, 0, scale, 0, 0, 0, 1], strip })
  const printed = inverted(greys)
  const dark = darknessOf(sampleStrip({ image, toImage: plane.toImage, strip }), strip)
  const probes = probeCriteria({ strip, plan: { ...plan, criteria: [criterion] }, printed })
  const shifts = alignCriteria({ strip, probes, dark })
  // Far from where it was matched print may stand a little off.
  const covered = widenPrint(
    widenPrint(printed, strip).map((kind) => 255 * kind),
    strip,
  )
  const { kinds, inked } = separateInk({ strip, covered, dark, shifts })
  const { patches } = findPatches({ kinds, inked, strip, joins: covered })
  return patches.some((patch) => isWriting(patch, strip))
}

function rowsOf(plan: PagePlan, { options }: PlannedCriterion): Strip {
  const top = Math.min(...options.map(({ box }) => box.top + box.height / 2)) - half
  const bottom = Math.max(...options.map(({ box }) => box.top + box.height / 2)) + half
  const frame = { left: edge, top, width: plan.width - 2 * edge, height: bottom - top }
  return { frame, width: Math.ceil(frame.width * stripScale), height: Math.ceil(frame.height * stripScale) }
}

/** Millimetres above and below a figure; and of the paper's edge, where scanners see shadows. */
const half = 3.2
const edge = 5

/** Ink enough for a stroke; not only what reaches in from the rows above or below. */
function isWriting({ area, left, right, top, bottom }: Patch, { height }: Strip): boolean {
  if (area < leastArea || Math.max(right - left, bottom - top) < leastLong) return false
  const isFromBeside = top <= 1 ? bottom < reachIn : bottom >= height - 2 && top > height - reachIn
  return !isFromBeside
}

const leastArea = 0.6 * stripScale ** 2
const leastLong = 1.4 * stripScale
const reachIn = 2 * stripScale
