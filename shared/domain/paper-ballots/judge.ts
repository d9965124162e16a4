import type { OptionInk } from './option-ink.ts'
import type { CriterionReading, PagePlan } from './page-plan.ts'
import type { OptionPlace } from './places.ts'

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
  return plan.criteria.map(({ index }, criterion) => {
    const own = marks.filter((mark) => mark.criterion === criterion)
    const doubtful = { index, state: 'doubtful', option: null, confidence: 0 } as const
    if (isLost(criterion) || own.some(({ isForeign }) => isForeign)) return doubtful
    return { index, ...judge(own, usual) }
  })
}

type Mark = OptionInk & { readonly criterion: number; readonly option: number }

/** What this hand's marks are like: the middle of the criteria's strongest. */
type Usual = Pick<OptionInk, 'amount' | 'width' | 'crowding' | 'isLoop' | 'isFlat'> & {
  /** Too few on the page to know the hand by. */
  readonly isFew: boolean
}

function usualMark(plan: PagePlan, marks: readonly Mark[]): Usual {
  const strongest = plan.criteria.flatMap((_, criterion) => {
    const own = marks.filter((mark) => mark.criterion === criterion).toSorted((a, b) => b.amount - a.amount)[0]
    return own !== undefined && own.amount > leastMark ? [own] : []
  })
  const middle = (of: (mark: Mark) => number, otherwise: number) =>
    strongest.map(of).toSorted((a, b) => a - b)[strongest.length >> 1] ?? otherwise
  return {
    amount: middle(({ amount }) => amount, 6),
    width: middle(({ width }) => width, 5),
    crowding: middle(({ crowding }) => crowding, 0),
    isLoop: middle(({ isLoop }) => (isLoop ? 1 : 0), 0) === 1,
    isFlat: middle(({ isFlat }) => (isFlat ? 1 : 0), 0) === 1,
    isFew: strongest.length < 4,
  }
}

/** Square millimetres: less is no mark. */
const leastMark = 0.9

function judge(own: readonly Mark[], usual: Usual): Omit<CriterionReading, 'index'> {
  const sure = Math.max(leastMark, 0.3 * usual.amount)
  const marked = own.filter(({ amount }) => amount >= sure)
  const traces = own.filter(({ amount }) => amount < sure && amount >= Math.max(0.3, 0.08 * usual.amount))
  const doubtful = { state: 'doubtful', option: null, confidence: 0 } as const
  if (marked.filter(({ isLoop, crowding }) => isLoop && crowding < 0.1).length > 1) {
    return { state: 'several', option: null, confidence: 1 }
  }
  const [one, other] = marked.toSorted((a, b) => a.amount - b.amount)
  const isSpilt = ({ option, amount }: Mark) =>
    other !== undefined && marked.length === 2 && Math.abs(option - other.option) === 1 && amount < 0.2 * other.amount
  if (!traces.every(isSpilt) || own.some(({ unsure }) => unsure > 0.3)) return doubtful
  if (one === undefined) return { state: 'none', option: null, confidence: 1 }
  if (other === undefined) {
    // The edge of a stain is as flat as a line beneath a figure, and two such lines may seem one mark.
    if (one.isFlat ? usual.isFew || !usual.isFlat : usual.isFlat) return doubtful
    if (isCrossedOut(one, usual)) return doubtful
    return { state: 'clear', option: one.option, confidence: Math.min(1, one.amount / (2 * sure)) }
  }
  if (marked.length > 2) return doubtful
  if (isTakenBack(other, one, usual) && isUsual(one, usual)) {
    return { state: 'corrected', option: one.option, confidence: 0.9 }
  }
  const isAlike = other.amount < one.amount * 1.25 && Math.abs(other.crowding - one.crowding) < 0.15
  return isAlike && traces.length === 0 ? { state: 'several', option: null, confidence: 1 } : doubtful
}

/** Square millimetres that a mark without a loop seldom has. */
const fewest = 10

/** More ink than a mark of this hand has, gone over or beyond its size. */
function isCrossedOut({ amount, crowding, width, isLoop }: Mark, usual: Usual): boolean {
  const more = amount / usual.amount
  if (isLoop) return more > 1.15 && crowding > 0.15
  // A loop that was filled is no loop any more.
  if (usual.isLoop && more > 1.1) return true
  if (usual.isFew && (amount > fewest || crowding > 0.15)) return true
  if (more > 1.3 && width > 1.3 * usual.width) return true
  return more > 1.8 || (more > 1.45 && crowding > usual.crowding + 0.2)
}

/** What stands after a correction was made by the same hand in the same way. */
function isUsual(mark: Mark, usual: Usual): boolean {
  if (isCrossedOut(mark, usual) || mark.amount < 0.6 * usual.amount || mark.width > 1.4 * usual.width) return false
  return usual.isFew ? mark.isLoop : mark.isLoop === usual.isLoop && mark.isFlat === usual.isFlat
}

/** Beside a mark that stands. Marks without a loop differ more among themselves: there it has to be twice as much. */
function isTakenBack(mark: Mark, standing: Mark, usual: Usual): boolean {
  if (mark.isLoop || mark.crowding < standing.crowding + 0.15) return false
  if (standing.isLoop) return mark.amount > 1.25 * standing.amount
  return mark.amount > 1.9 * standing.amount && mark.amount > 1.7 * usual.amount
}
