import { readChoices, type ChoiceText } from '../../shared/domain/ballot/choice-text.ts'
import { copyPage, type CopierFaults } from './copier.ts'
import type { Box, GreyImage } from '../../shared/domain/paper-ballots/page-plan.ts'
import { drawMark, type Hand } from './hands.ts'
import { drawStroke, type PageCanvas } from './page-canvas.ts'
import type { PrintedPage } from './printed-pages.ts'

type BallotToScan = {
  /** Its pages as they are printed; drawn on. */
  readonly pages: readonly PrintedPage[]
  readonly choices: ChoiceText
  readonly hand: Hand
  readonly random: () => number
  readonly faults?: CopierFaults
  /** By the member, on its last page; unless told. */
  readonly isSigned?: boolean
}

/** The pages of a ballot on which one member marked just these choices, as an office's scanner gives them at 200 dpi. */
export function scanBallot({
  pages,
  choices,
  hand,
  random,
  faults = {},
  isSigned = true,
}: BallotToScan): readonly GreyImage[] {
  const chosen = readChoices(choices)
  return pages.map(({ plan, printed }) => {
    const place = isSigned ? plan.written?.find(({ what }) => what === 'signature') : undefined
    if (place !== undefined) sign(printed, place.box)
    for (const { index, options } of plan.criteria) {
      const marked = options.find(({ option }) => option === chosen[index])
      if (marked !== undefined) drawMark({ canvas: printed, box: marked.box, hand, random })
    }
    return scanUsually(printed, random, faults)
  })
}

/** A page as an office's scanner gives it at 200 dpi. @param faults what it does otherwise than usual */
export function scanUsually(page: PageCanvas, random: () => number, faults: CopierFaults = {}): GreyImage {
  const usual: CopierFaults = { turn: 0.6 * (random() - 0.5), stretch: 0.2, blur: 1, noise: 3, ...faults }
  return copyPage({ page, dpi: 200, faults: usual, random }).image
}

function sign(page: PageCanvas, { left, top, width, height }: Box): void {
  const points = Array.from({ length: 9 }, (_point, at) => [
    left + width * (0.3 + at * 0.05),
    top + height * (at % 2 === 0 ? 0.75 : 0.25),
  ]).flat()
  drawStroke(page, { points, width: 0.5, grey: 70 })
}
