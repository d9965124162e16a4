import type { CriteriaSet } from '../../shared/domain/criteria/criteria-set.ts'
import { listCriteria, type FormCriterion } from '../../shared/domain/criteria/form.ts'
import type {
  ImportedAgreedLevel,
  ImportedBallot,
  ImportedMember,
  ImportedRound,
} from '../../electron/workbooks/session/session-import.ts'
import type { SampleProduct } from './sample-plan.ts'

/** Numbers from 0 up to 1, the same for the same seed. */
export type Draw = () => number

/** mulberry32 */
export function seededDraw(seed: number): Draw {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Draws the rounds of one product: a view that the council shares, at the target, and each member's ballot a few
 * steps beside it, so that members lie near each other as they do at a table.
 */
export function drawRounds({
  product,
  form,
  members,
  draw,
}: {
  product: SampleProduct
  form: CriteriaSet
  members: readonly ImportedMember[]
  draw: Draw
}): { readonly rounds: readonly ImportedRound[]; readonly agreedLevels: readonly ImportedAgreedLevel[] } {
  const { target, dissenter } = product
  if (target === null) return { rounds: [], agreedLevels: [] }
  const scoring = members.filter(({ code, isPresent }) => isPresent && !product.recusedMemberCodes.includes(code))
  const ladders = listCriteria(form).map((place) => ladderOf({ place, product }))
  const view = moveTo({ steps: ladders.map(startOf(target)), ladders, target, draw })
  const drawRound = (round: number, far: string | undefined): ImportedRound => ({
    round,
    ballots: scoring.map(({ code }, index) =>
      drawBallot({ code, index, count: scoring.length, view, ladders, product, draw, isFar: code === far }),
    ),
  })
  const agreed = listCriteria(form).flatMap(({ criterion }) => {
    const gate = criterion.options.findIndex(({ minStar }) => minStar !== undefined && minStar >= 4)
    return criterion.code === product.agreedGate ? [{ criterionCode: criterion.code, option: gate + 1 }] : []
  })
  return {
    rounds: dissenter === undefined ? [drawRound(1, undefined)] : [drawRound(1, dissenter), drawRound(2, undefined)],
    agreedLevels: agreed,
  }
}

/** The choices of a criterion from nothing up, and the part of them that the product's gates leave open. */
type Ladder = {
  readonly code: string
  readonly rungs: readonly { readonly option: number; readonly points: number }[]
  readonly lowest: number
  readonly highest: number
}

function ladderOf({ place: { criterion }, product }: { place: FormCriterion; product: SampleProduct }): Ladder {
  const printed = criterion.options
    .map((option, index) => ({ ...option, option: index + 1 }))
    .filter((option) => option.case === undefined || option.case === product.criteriaCase)
  const rungs = [...(printed[0]?.points === 0 ? [] : [{ option: 0, points: 0 }]), ...printed]
  const gates = printed.filter(({ minStar }) => minStar !== undefined && minStar <= product.gatesMet)
  const gate = gates.length === 0 ? 0 : rungs.findIndex(({ option }) => option === gates.at(-1)?.option)
  const isMissed = criterion.code === product.missedGate
  return {
    code: criterion.code,
    rungs: rungs.map(({ option, points }) => ({ option, points })),
    lowest: isMissed ? 0 : gate,
    highest: isMissed ? Math.max(0, gate - 1) : rungs.length - 1,
  }
}

const startOf =
  (target: number) =>
  ({ rungs, lowest, highest }: Ladder): number =>
    clamp({ value: Math.round((rungs.length - 1) * (target / 100)), least: lowest, most: highest })

type MoveToInput = {
  steps: readonly number[]
  ladders: readonly Ladder[]
  target: number
  draw: Draw
}

/** Moves single criteria a step at a time until the total is the target, or as near as the gates let it come. */
function moveTo({ steps, ladders, target, draw }: MoveToInput): readonly number[] {
  const moved = [...steps]
  for (let turn = 0; turn < 4000; turn++) {
    const distance = target - totalOf(moved, ladders)
    if (distance === 0) return moved
    const index = Math.floor(draw() * ladders.length)
    const ladder = ladders[index]
    if (ladder === undefined) continue
    const step = moved[index] ?? 0
    const next = clamp({ value: step + Math.sign(distance), least: ladder.lowest, most: ladder.highest })
    const gain = (ladder.rungs[next]?.points ?? 0) - (ladder.rungs[step]?.points ?? 0)
    if (next !== step && Math.abs(gain) <= Math.abs(distance)) moved[index] = next
  }
  return moved
}

function drawBallot({
  code,
  index: place,
  count,
  view,
  ladders,
  product,
  draw,
  isFar,
}: {
  code: string
  index: number
  count: number
  view: readonly number[]
  ladders: readonly Ladder[]
  product: SampleProduct
  draw: Draw
  isFar: boolean
}): ImportedBallot {
  const own = view.map((step, index) => {
    const ladder = ladders[index]
    if (ladder === undefined || draw() > 0.2) return step
    return clamp({ value: step + (draw() < 0.5 ? -1 : 1), least: ladder.lowest, most: ladder.highest })
  })
  const target = (product.target ?? 0) + (isFar ? -14 : Math.round((draw() - 0.5) * 6))
  const open = isFar ? ladders.map((ladder) => ({ ...ladder, lowest: 0 })) : ladders
  const steps = moveTo({ steps: own, ladders: open, target, draw })
  // On a gate that the council settled by agreement, the first half and one more see it as missed.
  const doubts = place <= count / 2
  return {
    memberCode: code,
    choices: steps.map((step, index) => {
      const ladder = ladders[index]
      const isSplit = ladder !== undefined && ladder.code === product.agreedGate && doubts
      return ladder?.rungs[isSplit ? Math.max(0, ladder.lowest - 1) : step]?.option ?? 0
    }),
  }
}

const totalOf = (steps: readonly number[], ladders: readonly Ladder[]): number =>
  ladders.reduce((sum, { rungs }, index) => sum + (rungs[steps[index] ?? 0]?.points ?? 0), 0)

const clamp = ({ value, least, most }: { value: number; least: number; most: number }): number =>
  Math.min(most, Math.max(least, value))
