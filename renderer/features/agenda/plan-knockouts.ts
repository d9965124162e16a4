import type { AgendaItem, KnockoutQuestion } from '../../../shared/api/sessions.ts'
import type { PairFields, PairSides } from '../../../shared/domain/pasted-table/pair-fields.ts'
import { planPairs, type PlannedPairs } from '../../../shared/domain/pasted-table/plan-pairs.ts'
import type { PastedRow } from '../../../shared/domain/pasted-table/read-pasted-table.ts'
import { isReason } from '../../../shared/domain/session/is-reason.ts'
import { questionOf, type Condition } from './knockout-sides.ts'

type Answer = Pick<KnockoutQuestion, 'answer' | 'reason'>

/** A condition of a product that is answered otherwise than before. */
export type KnockoutChange = {
  readonly item: AgendaItem
  readonly other: Condition
  /** Of the product's own form. */
  readonly key: string
  readonly from: Answer
  readonly to: Answer & { readonly answer: 'no' | 'yes' }
}

export type PlannedKnockouts = PlannedPairs<AgendaItem, Condition, KnockoutChange>

/** What a pasted table would answer to the conditions of products. A violation has a reason: its own, or the one of before. */
export function planKnockouts(
  rows: readonly PastedRow<PairFields<'no' | 'yes'>>[],
  sides: PairSides<AgendaItem, Condition, 'no' | 'yes'>,
): readonly PlannedKnockouts[] {
  return planPairs<AgendaItem, Condition, 'no' | 'yes', KnockoutChange>({
    rows,
    sides,
    usual: null,
    settle: ({ item, other, said, reason }) => {
      const question = questionOf(item, other)
      if (question === undefined) return { fault: 'not-of-form' }
      const from = { answer: question.answer, reason: question.reason }
      const kept = said === 'no' ? '' : reason === '' && from.answer === 'yes' ? from.reason : reason
      if (said === 'yes' && !isReason(kept)) return { fault: 'no-reason' }
      const isSame = from.answer === said && from.reason === kept
      return isSame ? null : { item, other, key: question.key, from, to: { answer: said, reason: kept } }
    },
  })
}
