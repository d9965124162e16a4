import type { BoardRow } from '../../../shared/api/ballots.ts'
import type { SessionDetail } from '../../../shared/api/sessions.ts'
import type { RuleSet } from '../../../shared/domain/rules/rule-set.ts'
import type { BallotOrder } from '../../../shared/domain/ballot/ballot-order.ts'
import type { SessionDesk } from './desk-of-session.ts'
import type { ScoringSearch } from './scoring-address.ts'

/** What every view of scoring works on. */
export type ScoringView = {
  readonly session: SessionDetail
  readonly rows: readonly BoardRow[]
  readonly ruleSet: RuleSet
  readonly order: BallotOrder
  readonly onOrder: (order: BallotOrder) => void
  readonly onGo: (search: ScoringSearch) => void
  readonly place: SessionDesk
}

/** A view's product, member and, where the address names one, criterion. */
export type ScoringViewAtItem = ScoringView & {
  readonly item: BoardRow
  readonly member: number
  readonly criterion: string | null
}
