import type { BallotChoices } from '../scoring/types.ts'
import type { ReadBallot, ReadCriterion } from './gather-ballots.ts'

/** What was keyed of a ballot, held against what its paper says. */
export type BallotComparison = {
  readonly differences: readonly CriterionDifference[]
  /** Criteria of which the paper gave no value by itself: a person has to look. */
  readonly unread: readonly ReadCriterion[]
}

export type CriterionDifference = {
  readonly read: ReadCriterion
  /** The option that was keyed; null where none was. */
  readonly keyed: number | null
}

/** Only what differs: of a ballot that was keyed as it was read, nothing. @param keyed in form order */
export function compareBallot({ criteria }: Pick<ReadBallot, 'criteria'>, keyed: BallotChoices): BallotComparison {
  const isRead = ({ option }: ReadCriterion): boolean => option !== null
  return {
    differences: criteria.filter(isRead).flatMap((read) => {
      const own = keyed[read.index] ?? null
      return own === read.option ? [] : [{ read, keyed: own }]
    }),
    unread: criteria.filter((read) => !isRead(read)),
  }
}
