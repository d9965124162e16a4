import { isSettled } from '../ballot/state.ts'
import { scoringMembers } from './counting-ballots.ts'
import type { BallotRecord, CarriedBallots, ItemRecord, MemberRecord } from './session-record.ts'

type Input = {
  readonly item: Pick<ItemRecord, 'exclusions'> & {
    readonly ballots: readonly Pick<BallotRecord, 'memberId' | 'state' | 'counts'>[]
  }
  readonly members: readonly Pick<MemberRecord, 'id' | 'isPresent'>[]
  /** Members whose ballots the discussion concerns. */
  readonly opened: readonly number[]
}

/**
 * What a round that begins with the ballots of the one before takes over: those of the members who score the product now,
 * in member order. One that was not confirmed is a draft again, whoever is named; one of a member who is recused or absent
 * now stays behind. No decision speaks of scoring again: how it is done is the council's regulations' to say.
 */
export function carryBallots({ item, members, opened }: Input): CarriedBallots {
  const carried = scoringMembers(members, item).flatMap(
    ({ id }) => item.ballots.find((one) => one.memberId === id) ?? [],
  )
  const isCopied = ({ memberId, state, counts }: (typeof carried)[number]): boolean =>
    counts && isSettled(state) && !opened.includes(memberId)
  return {
    copied: carried.filter(isCopied).map(({ memberId }) => memberId),
    opened: carried.filter((ballot) => !isCopied(ballot)).map(({ memberId }) => memberId),
  }
}
