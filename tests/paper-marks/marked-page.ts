import type { CriterionState, PlannedCriterion } from '../../shared/domain/paper-ballots/page-plan.ts'
import { crossOut, drawMark, handOf, styles, type Hand } from './hands.ts'
import { copyCanvas, type PageCanvas } from './page-canvas.ts'
import type { PrintedPage } from './printed-pages.ts'

/** What the member meant: which option, or why there is none. */
export type Meant = {
  readonly index: number
  readonly state: Exclude<CriterionState, 'doubtful'>
  readonly option: number | null
  readonly note: string
}

export type MarkedPage = { readonly page: PageCanvas; readonly hand: Hand; readonly meant: readonly Meant[] }

/** A copy of the page that one member has marked: most criteria once, a few not at all, twice or corrected. */
export function markPage({ plan, printed }: PrintedPage, random: () => number): MarkedPage {
  const page = copyCanvas(printed)
  const hand = handOf(random)
  const meant = plan.criteria.map((criterion) => markCriterion({ page, hand, criterion, random }))
  return { page, hand, meant }
}

type MarkCriterionInput = { page: PageCanvas; hand: Hand; criterion: PlannedCriterion; random: () => number }

function markCriterion({ page, hand, criterion, random }: MarkCriterionInput): Meant {
  const { index, options } = criterion
  const place = Math.floor(random() * options.length)
  const other = (place + 1 + Math.floor(random() * (options.length - 1))) % options.length
  const [chosen, former] = [options[place], options[other]]
  if (chosen === undefined || former === undefined) throw new Error('a criterion has two options at least')
  const used = random() < 0.03 ? { ...hand, style: styles[Math.floor(random() * styles.length)] ?? 'circle' } : hand
  const mark = (option: typeof chosen, style = used) => drawMark({ canvas: page, box: option.box, hand: style, random })
  const kind = random()
  if (kind < 0.02) return { index, state: 'none', option: null, note: 'left' }
  if (kind < 0.04) {
    mark(chosen, hand)
    mark(former, hand)
    return { index, state: 'several', option: null, note: `several ${hand.style}` }
  }
  if (kind < 0.07) {
    mark(former, hand)
    crossOut({ canvas: page, box: former.box, hand, random })
    mark(chosen, hand)
    return { index, state: 'corrected', option: chosen.option, note: `corrected ${hand.style}` }
  }
  if (kind < 0.075) {
    mark(chosen, hand)
    crossOut({ canvas: page, box: chosen.box, hand, random })
    return { index, state: 'none', option: null, note: `withdrawn ${hand.style}` }
  }
  mark(chosen)
  return { index, state: 'clear', option: chosen.option, note: used.style }
}
