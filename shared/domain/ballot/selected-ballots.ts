/** Of a pack of ballots those of these products, members and scoring rounds; where none of a sort is named, of all. */
export type BallotSelection = {
  readonly itemIds: readonly number[]
  readonly memberIds: readonly number[]
  readonly rounds: readonly number[]
}

export const allBallots: BallotSelection = { itemIds: [], memberIds: [], rounds: [] }

/** Whether a ballot is among those selected. */
export function isSelected(
  { itemIds, memberIds, rounds }: BallotSelection,
  ballot: { readonly itemId: number; readonly memberId: number; readonly round: number },
): boolean {
  return names(itemIds, ballot.itemId) && names(memberIds, ballot.memberId) && names(rounds, ballot.round)
}

const names = (chosen: readonly number[], one: number): boolean => chosen.length === 0 || chosen.includes(one)
