import type { OptionInk } from './option-ink.ts'
import type { PagePlan } from './page-plan.ts'

export type Mark = OptionInk & { readonly criterion: number; readonly option: number }

/** What this hand's marks are like: the middle of what stands at the criteria. */
export type Usual = Pick<OptionInk, 'amount' | 'width' | 'depth' | 'isLoop' | 'isFlat'> & {
  /** Too few on the page to know the hand by. */
  readonly isFew: boolean
}

export function usualMark(plan: PagePlan, marks: readonly Mark[]): Usual {
  const standing = plan.criteria.flatMap((_, criterion) => {
    const own = marks
      .filter((mark) => mark.criterion === criterion && mark.amount > leastMark)
      .toSorted((a, b) => b.amount - a.amount)
    const mark = own.find((mark) => !isHidden(mark)) ?? own[0]
    return mark === undefined ? [] : [mark]
  })
  const middle = (of: (mark: Mark) => number, otherwise: number) =>
    standing.map(of).toSorted((a, b) => a - b)[standing.length >> 1] ?? otherwise
  return {
    amount: middle(({ amount }) => amount, 6),
    width: middle(({ width }) => width, 5),
    depth: middle(({ depth }) => depth, 255),
    isLoop: middle(({ isLoop }) => (isLoop ? 1 : 0), 0) === 1,
    isFlat: middle(({ isFlat }) => (isFlat ? 1 : 0), 0) === 1,
    isFew: standing.length < 4 && !areAlike(standing),
  }
}

/** Two or three marks so much like each other are one hand's. */
function areAlike(marks: readonly Mark[]): boolean {
  const isWithin = (of: (mark: Mark) => number) => Math.max(...marks.map(of)) < 1.35 * Math.min(...marks.map(of))
  const [first] = marks
  const isOneKind = marks.every(({ isLoop, isFlat }) => isLoop === first?.isLoop && isFlat === first.isFlat)
  return marks.length > 1 && isOneKind && isWithin(({ amount }) => amount) && isWithin(({ depth }) => depth)
}

/** Square millimetres: less is no mark. */
export const leastMark = 0.9

/** Whether a figure lies beneath more ink than a mark's, wider than a mark on a figure is. */
export function isHidden({ amount, width, cover, isLoop, isFlat }: Mark): boolean {
  return !isLoop && !isFlat && width > 5.8 && cover > 0.4 && amount > 12
}
