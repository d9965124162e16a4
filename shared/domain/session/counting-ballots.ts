import type { BallotRecord, ItemRecord, MemberRecord } from './session-record.ts'
import { isSettled } from '../ballot/state.ts'

type Attendance = Pick<MemberRecord, 'id' | 'isPresent'>
type Exclusions = Pick<ItemRecord, 'exclusions'>
type CastBallot = Pick<BallotRecord, 'memberId' | 'state'> & {
  readonly totals: Pick<BallotRecord['totals'], 'isComplete'>
}

/** The members who score that product: present, and neither recused from it nor absent at it; in member order. */
export function scoringMembers<Member extends Attendance>(
  members: readonly Member[],
  item: Exclusions,
): readonly Member[] {
  return members.filter(({ id, isPresent }) => isPresent && !item.exclusions.some(({ memberId }) => memberId === id))
}

/**
 * Whether a ballot counts: confirmed (or confirmed and verified), complete, its member present at that product and not
 * recused. `scoring`: ids of the members who score it (see `scoringMembers`).
 */
export function doesCount({
  ballot: { memberId, state, totals },
  scoring,
}: {
  ballot: CastBallot
  scoring: readonly number[]
}): boolean {
  return scoring.includes(memberId) && isSettled(state) && totals.isComplete
}
