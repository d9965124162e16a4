import { isTick } from './is-tick.ts'
import type { OptionInk } from './option-ink.ts'
import type { PagePlan } from './page-plan.ts'

export type Mark = OptionInk & { readonly criterion: number; readonly option: number }

/** What this hand's marks are like: the middle of what stands at the criteria. */
type Kept = 'amount' | 'width' | 'height' | 'depth' | 'isLoop' | 'isFlat' | 'slash' | 'crowding'

export type Usual = Pick<OptionInk, Kept> & {
  /** How many strokes go from its figures outwards. */
  readonly strokes: number
  /** The farthest circle around a figure, counted from within, that most of its marks reach. */
  readonly reach: number
  /** They are ticks. */
  readonly isTick: boolean
  /** Of its ticks or crosses, as `OptionInk` has it. */
  readonly aside: number
  /** Its figures are filled. */
  readonly isFilled: boolean
  /** They leave the figure free without going around it, as lines beneath do: a line on the figure is no part of them. */
  readonly isBeside: boolean
  /** They are as wide as what takes a mark back and hide the figure: nothing tells one that was struck out. */
  readonly isHiding: boolean
  /** Too few on the page to know the hand by. */
  readonly isFew: boolean
}

/** With what it is of the hand's usual mark: how much ink, how wide. */
export type ComparedMark = { readonly more: number; readonly wider: number; readonly mark: Mark }

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
  const isUsual = (is: (mark: Mark) => boolean) => middle((mark) => (is(mark) ? 1 : 0), 0) === 1
  const amount = middle((mark) => mark.amount, 6)
  // What was gone over again has more ink: it is left out where the most of the others is asked for.
  const light = standing.filter((mark) => mark.amount <= 1.15 * amount)
  const most = (of: (mark: Mark) => number) =>
    light.map(of).toSorted((a, b) => a - b)[Math.floor(light.length * 0.75)] ?? 0
  const asides = standing.flatMap(({ aside }) => (aside > 0 ? [aside] : [])).toSorted((a, b) => a - b)
  return {
    amount,
    width: middle(({ width }) => width, 5),
    height: middle(({ height }) => height, 4),
    depth: middle(({ depth }) => depth, 255),
    crowding: middle(({ crowding }) => crowding, 0),
    isLoop: isUsual(({ isLoop }) => isLoop),
    isFlat: isUsual(({ isFlat }) => isFlat),
    slash: slashes.find((lean) => isUsual(({ slash }) => slash === lean)) ?? null,
    isTick: isUsual(isTick),
    aside: asides[asides.length >> 1] ?? 0,
    isFilled: isUsual(({ cover, crossings }) => cover > filling && (crossings[0] ?? 0) <= 1),
    isBeside: isUsual(({ cover, isLoop }) => !isLoop && cover < 0.1),
    isHiding: isUsual(({ cover, width, isLoop, crossings }) => {
      // Between the arms of a cross there is paper, however thick the pen; and a figure that is filled lets none through.
      if (cover > solid && (crossings[0] ?? 0) <= 1 && width < 5.8) return false
      return !isLoop && cover > 0.6 && width > 5 && Math.min(...crossings.slice(1, 6)) < 2
    }),
    strokes: light.map(strokesOf).toSorted((a, b) => a - b)[light.length >> 1] ?? 0,
    reach: most(({ crossings }) => crossings.findLastIndex((count) => count > 0)),
    isFew: standing.length < 4 && !areAlike(standing),
  }
}

/** Of the room right at a figure: what has as much is filled, and not hatched. */
const solid = 0.85

const slashes = ['rising', 'falling'] as const

/** Two or three marks so much like each other are one hand's. */
function areAlike(marks: readonly Mark[]): boolean {
  const isWithin = (of: (mark: Mark) => number) => Math.max(...marks.map(of)) < 1.35 * Math.min(...marks.map(of))
  const [first] = marks
  const isOneKind = marks.every(({ isLoop, isFlat }) => isLoop === first?.isLoop && isFlat === first.isFlat)
  return marks.length > 1 && isOneKind && isWithin(({ amount }) => amount) && isWithin(({ depth }) => depth)
}

/** Of the room right at a figure: what has as much hides it. */
export const filling = 0.7

/** How many strokes go from a figure outwards: what two of the circles around it agree in. */
export function strokesOf({ crossings }: Mark): number {
  return crossings.toSorted((a, b) => b - a)[1] ?? 0
}

/** Square millimetres: less is no mark. */
export const leastMark = 0.9

/** Whether a figure lies beneath more ink than a mark's, wider than a mark on a figure is. */
export function isHidden({ amount, width, cover, isLoop, isFlat }: Mark): boolean {
  return !isLoop && !isFlat && width > 5.8 && cover > 0.4 && amount > 12
}
