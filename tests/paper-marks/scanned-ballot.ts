import { readChoices, type ChoiceText } from '../../shared/domain/ballot/choice-text.ts'
import type { GreyImage } from '../../shared/domain/paper-ballots/page-plan.ts'
import { copyPage, type CopierFaults } from './copier.ts'
import { drawMark, type Hand } from './hands.ts'
import type { PrintedPage } from './printed-pages.ts'

type BallotToScan = {
  /** Its pages as they are printed; drawn on. */
  readonly pages: readonly PrintedPage[]
  readonly choices: ChoiceText
  readonly hand: Hand
  readonly random: () => number
  readonly faults?: CopierFaults
}

/** The pages of a ballot on which one member marked just these choices, as an office's scanner gives them at 200 dpi. */
export function scanBallot({ pages, choices, hand, random, faults = {} }: BallotToScan): readonly GreyImage[] {
  const chosen = readChoices(choices)
  return pages.map(({ plan, printed }) => {
    for (const { index, options } of plan.criteria) {
      const marked = options.find(({ option }) => option === chosen[index])
      if (marked !== undefined) drawMark({ canvas: printed, box: marked.box, hand, random })
    }
    const usual: CopierFaults = { turn: 0.6 * (random() - 0.5), stretch: 0.2, blur: 1, noise: 3, ...faults }
    return copyPage({ page: printed, dpi: 200, faults: usual, random }).image
  })
}
