import { listCriteria } from '../../../shared/domain/criteria/form.ts'
import type { CriteriaSet } from '../../../shared/domain/criteria/criteria-set.ts'
import type { Box, PagePlan, PlannedOption } from '../../../shared/domain/paper-ballots/page-plan.ts'
import type { SessionRecord } from '../../../shared/domain/session/session-record.ts'
import { nd30 } from '../nd30/measures.ts'
import { placesOfBlocks } from '../render-pdf.ts'
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
  return blankBallotPlaces(record).flatMap(({ item, member, round }, index) => {
    const sheet = sheets[index]
    if (sheet === undefined) return []
    return { product: item.code, member: member.code, round, pages: ballotPlan({ sheet, form: item.form, resources }) }
  })
}

/**
 * Where the figures of a ballot stand on each of its pages: laid out again as it is printed, so that what is read and what
 * is printed cannot drift apart.
 *
 * @param form what the sheet was made of
 * @param resources absolute path of the folder with the fonts
 */
export function ballotPlan({
  sheet,
  form,
  resources,
}: {
  readonly sheet: BallotSheet
  readonly form: CriteriaSet
  readonly resources: string
}): readonly PagePlan[] {
  // Filled, its figures are blocks of its own that can be told apart.
  const pages = placesOfBlocks({ section: ballotSection({ ...sheet, isFilled: true }), resources })
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
  }))
}

/** Figures take two places in turn, 9 mm apart, so that the next in the same one is two lines off. */
function boxAround({ left, top, width, height }: Box): Box {
  const [x, y] = [left + width / 2, top + height / 2]
  return { left: x - size.width / 2, top: y - size.height / 2, width: size.width, height: size.height }
}

/** Millimetres. */
const size = { width: 9, height: 8 }
