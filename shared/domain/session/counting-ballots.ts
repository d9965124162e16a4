import type { BallotRecord, ItemRecord, MemberRecord } from './session-record.ts'

type Attendance = Pick<MemberRecord, 'id' | 'isPresent'>
type Exclusions = Pick<ItemRecord, 'exclusions'>
type CastBallot = Pick<BallotRecord, 'memberId' | 'state'> & {
  readonly totals: Pick<BallotRecord['totals'], 'isComplete'>
}

/** The members who score that product: present, and neither recused from it nor absent at it; in member order. */
export const scoringMembers = <Member extends Attendance>({
  members,
  item,
}: {
  members: readonly Member[]
  item: Exclusions
}): readonly Member[] => {
  const excluded = new Set(item.exclusions.map(({ memberId }) => memberId))
  return members.filter((member) => member.isPresent && !excluded.has(member.id))
}

/**
 * The ballots that count: confirmed (or confirmed and verified), complete, their member present at that product and
 * not recused. Of the ballots of one scoring round, in the order given.
 */
export const countingBallots = <Ballot extends CastBallot>({
  members,
  item,
}: {
  members: readonly Attendance[]
  item: Exclusions & { readonly ballots: readonly Ballot[] }
}): readonly Ballot[] => {
  const scoring = new Set(scoringMembers({ members, item }).map(({ id }) => id))
  return item.ballots.filter((ballot) => scoring.has(ballot.memberId) && isSettled(ballot))
}

const isSettled = ({ state, totals }: CastBallot): boolean =>
  (state === 'confirmed' || state === 'verified') && totals.isComplete
