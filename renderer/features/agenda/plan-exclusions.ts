import type { AgendaItem } from '../../../shared/api/sessions.ts'
import type { PairFields, PairSides } from '../../../shared/domain/pasted-table/pair-fields.ts'
import { planPairs, type PlannedPairs } from '../../../shared/domain/pasted-table/plan-pairs.ts'
import type { PastedRow } from '../../../shared/domain/pasted-table/read-pasted-table.ts'
import { isReason } from '../../../shared/domain/session/is-reason.ts'
import type { ExclusionRecord, MemberRecord } from '../../../shared/domain/session/session-record.ts'
import { saysAbsent, saysAbsentAlone, type Scoring } from './exclusion-sides.ts'

/** Null: the member scores. */
type Exclusion = Pick<ExclusionRecord, 'kind' | 'reason'> | null

/** Who scores a product otherwise than before. */
export type ExclusionChange = {
  readonly item: AgendaItem
  readonly other: MemberRecord
  readonly from: Exclusion
  readonly to: Exclusion
}

export type PlannedExclusions = PlannedPairs<AgendaItem, MemberRecord, ExclusionChange>

/**
 * What a pasted table would do to who scores which product: whoever is named without a word is recused. A recusal has a
 * reason: its own, or the one that the file has of it already. One that says the member is not there makes it an absence.
 */
export function planExclusions(
  rows: readonly PastedRow<PairFields<Scoring>>[],
  sides: PairSides<AgendaItem, MemberRecord, Scoring>,
): readonly PlannedExclusions[] {
  return planPairs<AgendaItem, MemberRecord, Scoring, ExclusionChange>({
    rows,
    sides,
    usual: 'recused',
    settle: ({ item, other, ...pair }) => {
      const said = pair.said === 'recused' && saysAbsent(pair.reason) ? 'absent' : pair.said
      const reason = said === 'absent' && saysAbsentAlone(pair.reason) ? '' : pair.reason
      const known = item.exclusions.find(({ memberId }) => memberId === other.id)
      const from = known === undefined ? null : { kind: known.kind, reason: known.reason }
      if (said === 'scores') return from === null ? null : { item, other, from, to: null }
      const kept = reason === '' && from?.kind === said ? from.reason : reason
      if (!isReason(kept) && (said === 'recused' || kept !== '')) return { fault: 'no-reason' }
      const isSame = from?.kind === said && from.reason === kept
      return isSame ? null : { item, other, from, to: { kind: said, reason: kept } }
    },
  })
}
