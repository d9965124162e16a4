import { alignCriteria, probeCriteria, type Probes, type Shift } from './align.ts'
import { joinCutEnds } from './cut-ends.ts'
import { darknessOf } from './darkness.ts'
import type { Plane } from './find-plane.ts'
import { separateInk, widenPrint } from './ink.ts'
import { judgeCriteria } from './judge.ts'
import { wipeLines } from './lines.ts'
import { hiddenByPen } from './hidden-by-pen.ts'
import { measureInk } from './option-ink.ts'
import { figuresFound, figuresOf, placesOf } from './places.ts'
import { memoryOf } from './memory.ts'
import type { CriterionReading, GreyImage, PagePlan } from './page-plan.ts'
import { findPatches } from './patches.ts'
import { isWrittenOn } from './row-ink.ts'
import { findSolids } from './solids.ts'
import { inverted, sampleStrip, stripOf, type Strip } from './strip.ts'

export type ReadPageInput = {
  readonly image: GreyImage
  readonly plane: Plane
  readonly plan: PagePlan
  /** The same page as it was printed, without marks. */
  readonly printed: GreyImage
  readonly printedDpi: number
}

/**
 * What is marked at each criterion of a page. Never a guess: what a person would have to look at twice is `doubtful`. What
 * is beyond `printed` is ink of a pen.
 */
export function readPage(input: ReadPageInput): readonly CriterionReading[] {
  const { image, plane, plan } = input
  if (plan.criteria.length === 0) return []
  const { strip, printed, covered, probes } = printedStrip(input)
  const to = greysMemory(strip.width * strip.height)
  const dark = darknessOf(sampleStrip({ image, toImage: plane.toImage, strip, to }), strip)
  const shifts = alignCriteria({ strip, probes, dark })
  const { kinds, inked } = separateInk({ strip, covered, dark, shifts: shifts.filter(isMatched) })
  wipeLines({ kinds, inked, strip, toImage: plane.toImage })
  const places = placesOf(plan, strip, shifts)
  const found = findPatches({ kinds, inked, strip, joins: figuresOf(places, strip) })
  const patches = joinCutEnds({ kinds, strip, patches: found })
  const measured = measureInk({ strip, places, kinds, dark, inked, patches })
  const solids = findSolids({ dark, strip, places, isHidden: hiddenByPen(measured) })
  const inks = measured.map((ink, at) => (solids[at] === true ? { ...ink, isForeign: true } : ink))
  const figures = figuresFound({ places, strip, shifts, printed, dark })
  const hidden = places.flatMap(({ criterion }, at) => ((figures[at] ?? 0) < leastFigure ? [criterion] : []))
  const readings = judgeCriteria({
    plan,
    places,
    inks,
    isLost: (criterion) => !isMatched(shifts[criterion]) || hidden.includes(criterion),
  })
  return readings.map((reading, at) => {
    const criterion = plan.criteria[at]
    const isLeft = reading.state === 'none' && criterion !== undefined
    return isLeft && isWrittenOn({ ...input, criterion }) ? { ...reading, state: 'doubtful', confidence: 0 } : reading
  })
}

const greysMemory = memoryOf(Uint8Array)

/** Whether what is printed there was found. */
const isMatched = (shift: Shift | undefined): boolean => shift !== undefined && shift.match > 45

/** Of a figure's print that has to be dark, even where a copier thins it. */
const leastFigure = 0.55

type PrintedStrip = {
  readonly plan: PagePlan
  readonly strip: Strip
  /** Darkness of what is printed. */
  readonly printed: Uint8Array
  readonly covered: Uint8Array
  readonly probes: readonly Probes[]
}

/** Hundreds of ballots are read against one printed page. */
const known = new WeakMap<GreyImage, PrintedStrip>()

function printedStrip({ printed: image, plan, printedDpi }: ReadPageInput): PrintedStrip {
  const before = known.get(image)
  if (before?.plan === plan) return before
  const strip = stripOf(plan)
  const scale = printedDpi / 25.4
  const greys = sampleStrip({ image, toImage: [scale, 0, 0, 0, scale, 0, 0, 0, 1], strip })
  const printed = inverted(greys)
  const probes = probeCriteria({ strip, plan, printed })
  const made = { plan, strip, printed, covered: widenPrint(printed, strip), probes }
  known.set(image, made)
  return made
}
