import type { RuleSet, Star } from '../rules/rule-set.ts'
import { floorsOf } from './band.ts'
import { starAfterGates } from './gates.ts'
import { formatLack } from './mean.ts'
import type { ItemResult, SettledGate } from './types.ts'

/** One star: what it asks for beside all that the stars below it do, and what of that the product lacks. */
export type Rung = {
  readonly star: Star
  /** Points of the mean that it begins with. */
  readonly from: number
  /** Points that the mean lacks, `8,44`, as the papers print them; null where it has them. */
  readonly lack: string | null
  /** The gates marked at this star, in form order, and those of them that do not hold. */
  readonly gates: readonly SettledGate[]
  readonly failed: readonly SettledGate[]
  /** `next` is the lowest that is not reached; points and gates above it do not help before it is. */
  readonly state: 'reached' | 'next' | 'beyond'
}

type StarLadderInput = {
  readonly result: Pick<ItemResult, 'band' | 'gates' | 'isRejected' | 'mean'>
  readonly ruleSet: RuleSet
  readonly referralThreshold: number | null
}

/**
 * The stars, highest first, with the product's place among them: the highest that is `reached`. Empty where nothing was
 * scored or the dossier is rejected. Source: QĐ 26/2026/QĐ-TTg, Điều 3 khoản 3 and Phụ lục II, the note under each form.
 */
export function starLadder({ result, ...rules }: StarLadderInput): readonly Rung[] {
  const { band, gates, isRejected, mean } = result
  if (isRejected || mean.count === 0) return []
  const place = starAfterGates(band, gates)
  return rules.ruleSet.bands.map(({ star, from }) => {
    const own = gates.filter((gate) => gate.star === star)
    return {
      star,
      from,
      // By the band and not by the mean: the regulations may round it up to a floor.
      lack: star <= band ? null : formatLack({ mean, floor: from, floors: floorsOf(rules) }),
      gates: own,
      failed: own.filter(({ holds }) => !holds),
      state: star <= place ? 'reached' : star === place + 1 ? 'next' : 'beyond',
    }
  })
}
