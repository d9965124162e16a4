import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import type { Box, PagePlan, PlannedOption, WrittenPlace } from '../../../shared/domain/paper-ballots/page-plan.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { mm, nd30 } from '../nd30/measures.ts'
import { openBlockPlaces, type PlacesOfBlocks } from '../render-pdf.ts'
import { signatureRoom } from './blocks.ts'
import { listPoints } from './form.ts'
import { blankBallotPlaces, blankBallotsModel, type BallotSheet } from './model.ts'
import { markCentres, markSize } from './page-marks.ts'
import { ballotSection } from './pdf.ts'

/** Of which ballot the pages are, and where everything that is read stands on each. */
export type BallotPlan = {
  readonly product: string
  readonly member: string
  readonly round: number
  readonly pages: readonly PagePlan[]
}

/** The plans of a session's blank ballots, in the order in which they are printed. */
export function blankBallotPlans(record: SessionRecord, resources: string): readonly BallotPlan[] {
  const { sheets } = blankBallotsModel(record)
  const planOf = openBallotPlans(resources)
  return blankBallotPlaces(record).flatMap(({ item, member, round }, index) => {
    const sheet = sheets[index]
    if (sheet === undefined) return []
    return { product: item.code, member: member.code, round, pages: planOf(sheet, item.form) }
  })
}

/**
 * Where the figures of ballots stand on each of their pages: laid out again as they are printed, so that what is read and
 * what is printed cannot drift apart. Ballots whose places are the same have one plan.
 *
 * @param resources absolute path of the folder with the fonts
 */
export function openBallotPlans(resources: string): (sheet: BallotSheet, form: CriteriaSet) => readonly PagePlan[] {
  const placesOf = openBlockPlaces(resources)
  const known = new Map<PlacesOfBlocks, readonly PagePlan[]>()
  return (sheet, form) => {
    // Filled, its figures are blocks of its own that can be told apart.
    const places = placesOf(ballotSection({ ...sheet, isFilled: true }))
    const plans = known.get(places) ?? plansOf({ places, sheet, form })
    known.set(places, plans)
    return plans
  }
}

type PlansInput = { readonly places: PlacesOfBlocks; readonly sheet: BallotSheet; readonly form: CriteriaSet }

function plansOf({ places: pages, sheet, form }: PlansInput): readonly PagePlan[] {
  const figures = listPoints(sheet.parts)
  const codes = listCriteria(form).map(({ criterion }) => criterion.code)
  return pages.map((places, index) => ({
    page: index + 1,
    pages: pages.length,
    width: nd30.page.width,
    height: nd30.page.height,
    corners: markCentres,
    markSize,
    criteria: codes.flatMap((code, criterion) => {
      const options = figures.flatMap(({ place, points }): PlannedOption[] => {
        const [row, option] = place.split('/').map(Number)
        const figure = row === criterion ? places.get(`points ${place}`) : undefined
        return figure === undefined ? [] : [{ option: option ?? 0, points, box: boxAround(figure) }]
      })
      return options.length === 0 ? [] : [{ index: criterion, code, options }]
    }),
    written: writtenPlaces(places),
  }))
}

/** Totals of a blank ballot are empty blocks in the middle of their boxes; a signature stands in the room above the name. */
function writtenPlaces(places: PlacesOfBlocks[number]): readonly WrittenPlace[] {
  return [...places].flatMap(([name, box]): readonly WrittenPlace[] => {
    if (name === 'opinion') return [{ what: name, box }]
    if (name.startsWith('total ')) {
      const { left, top, height } = box
      return [{ what: 'total', box: { left: left - 17, top: top - 3, width: 34, height: height + 6 } }]
    }
    if (name !== 'signature') return []
    const room = signatureRoom / mm(1)
    const line = (box.height - room) / 4
    return [{ what: name, box: { ...box, top: box.top + 3 * line, height: room } }]
  })
}

/** Figures take two places in turn, 9 mm apart, so that the next in the same one is two lines off. */
function boxAround({ left, top, width, height }: Box): Box {
  const [x, y] = [left + width / 2, top + height / 2]
  return { left: x - size.width / 2, top: y - size.height / 2, width: size.width, height: size.height }
}

/** Millimetres. */
const size = { width: 9, height: 8 }
