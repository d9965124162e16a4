import type { OptionInk } from './option-ink.ts'
import type { CriterionReading, PagePlan } from './page-plan.ts'
import type { OptionPlace } from './places.ts'
import { isMark, isOfHand, isStanding, isTakenBack } from './standing-mark.ts'
import { filling, leastMark, usualMark, type Mark, type Usual } from './usual-mark.ts'

type JudgeInput = {
  readonly plan: PagePlan
  readonly places: readonly OptionPlace[]
  /** Of each place. */
  readonly inks: readonly OptionInk[]
  /** Whether the print at a criterion was not found where it should be. */
  readonly isLost: (criterion: number) => boolean
}

export function judgeCriteria({ plan, places, inks, isLost }: JudgeInput): readonly CriterionReading[] {
  const marks = places.map(({ criterion, option }, at) => ({
    criterion,
    option: option.option,
    ...(inks[at] as OptionInk),
  }))
  const usual = usualMark(plan, marks)
  const rows = plan.criteria.map((_, criterion) => marks.filter((mark) => mark.criterion === criterion))
  const isUnknown = isHandUnknown(rows, usual)
  return plan.criteria.map(({ index }, criterion) => {
    const own = rows[criterion] ?? []
    const doubtful = { index, state: 'doubtful', option: null, confidence: 0 } as const
    if (isUnknown || isLost(criterion) || own.some(({ isForeign }) => isForeign)) return doubtful
    return { index, ...judge(own, usual) }
  })
}

/**
 * Whether of the page's criteria with a mark more than a quarter, and two at least, have one that does not stand and yet could
 * be this hand's: what most have in common may be what takes a mark back, and tells nothing.
 */
function isHandUnknown(rows: readonly (readonly Mark[])[], usual: Usual): boolean {
  const marked = rows
    .map((own) => own.filter(({ amount }) => amount >= sureAmount(usual)))
    .filter((own) => own.length > 0)
  const fallen = marked.filter(([one, ...others]) => {
    return one !== undefined && others.length === 0 && isLikely(one, usual) && !isStanding(one, usual)
  })
  return fallen.length > 1 && fallen.length > marked.length / 4
}

/** No scribble, and no filled figure where others are not: nobody takes those for the usual mark. */
function isLikely({ amount, width, cover }: Mark, usual: Usual): boolean {
  return amount < 2.5 * usual.amount && (usual.isFilled || cover < filling || width > 5.2)
}

/** Square millimetres: what has as much is more than a trace. Beside figures that are filled whole ticks have little ink. */
const sureAmount = ({ amount, isFilled }: Usual): number =>
  Math.max(leastMark, 0.3 * (isFilled ? Math.min(amount, mostOfStrokes) : amount))

/** Square millimetres that a tick or a cross has. */
const mostOfStrokes = 7

function judge(own: readonly Mark[], usual: Usual): Omit<CriterionReading, 'index'> {
  const sure = sureAmount(usual)
  const isMarked = (mark: Mark) => mark.amount >= sure || (isLine(mark) && mark.amount > 0.18 * usual.amount)
  const marked = own.filter(isMarked)
  const traces = own.filter((mark) => !isMarked(mark) && mark.amount >= Math.max(leastTrace, 0.08 * usual.amount))
  const doubtful = { state: 'doubtful', option: null, confidence: 0 } as const
  if (marked.filter(({ isLoop, crowding }) => isLoop && crowding < 0.1).length > 1) {
    return { state: 'several', option: null, confidence: 1 }
  }
  const [one, other] = marked.toSorted((a, b) => a.amount - b.amount)
  const isSpilt = ({ option, amount }: Mark) =>
    other !== undefined && marked.length === 2 && Math.abs(option - other.option) === 1 && amount < 0.2 * other.amount
  if (!traces.every(isSpilt) || own.some(({ unsure }) => unsure > 0.3)) return doubtful
  if (one === undefined) {
    const trace = own.reduce((sum, { amount }) => sum + amount, 0)
    if (trace >= leastStray) return doubtful
    return { state: 'none', option: null, confidence: 1 - trace / leastTrace }
  }
  if (other === undefined) {
    return isMark(one, usual) && isStanding(one, usual)
      ? { state: 'clear', option: one.option, confidence: Math.min(1, one.amount / (2 * sure)) }
      : doubtful
  }
  if (marked.length > 2) return doubtful
  if (isTakenBack(other, one, usual) && isMark(one, usual) && isStanding(one, usual) && isOfHand(one, usual)) {
    return { state: 'corrected', option: one.option, confidence: 0.9 }
  }
  const isAlike = other.amount < one.amount * 1.25 && Math.abs(other.crowding - one.crowding) < 0.15
  return isAlike && traces.length === 0 ? { state: 'several', option: null, confidence: 1 } : doubtful
}

/** Square millimetres: less is nothing beside a mark. */
const leastTrace = 0.3
/** Square millimetres that are looked at where there is no mark. */
const leastStray = 0.2

/** A line beneath a figure, as long as a pen draws it. */
const isLine = ({ isFlat, amount, width }: Mark): boolean => isFlat && amount > 1.3 && width > 3.4 && width < 8
