import { isSettled } from '../ballot/state.ts'
import { scoringMembers } from './counting-ballots.ts'
import type { BallotRecord, EarlierRound, ItemRecord, MemberRecord } from './session-record.ts'

type Item = Pick<ItemRecord, 'exclusions'>

/** Ballots that count, of those that must. */
export type BallotsDue = { readonly counted: number; readonly due: number }

/**
 * The ballots of a product's present result, which stands only once more of them are confirmed; null where all that must
 * count do or nothing counts yet, and of a rejected dossier. Who must is said by the attendance and the recusals of now.
 */
export function provisionalBallots(
  item: Item & Pick<ItemRecord, 'ballots' | 'result'>,
  members: readonly MemberRecord[],
): BallotsDue | null {
  const { isRejected, countedBallots } = item.result
  return isRejected || countedBallots === 0 ? null : stillDue(item.ballots, scoringMembers(members, item).length)
}

/** Whether star and referral stand: of a rejected dossier, and where no ballot that must count is still out, be it the only one. */
export function isFinished(
  item: Item & Pick<ItemRecord, 'ballots' | 'result'>,
  members: readonly MemberRecord[],
): boolean {
  return item.result.isRejected || stillDue(item.ballots, scoringMembers(members, item).length) === null
}

function stillDue(ballots: readonly BallotRecord[], due: number): BallotsDue | null {
  const counted = ballots.filter(({ counts }) => counts).length
  return counted < due ? { counted, due } : null
}

/** What an earlier round's figures rest on. */
export type EarlierStanding = {
  /** The round was left with ballots missing: it has no mean. */
  readonly stillDue: BallotsDue | null
  /** Codes of members whose confirmed ballots no longer count, by why. */
  readonly uncounted: { readonly recused: readonly string[]; readonly absent: readonly string[] }
}

/**
 * By who scored the product when the round was left. Recusals and absences have no time: where nobody told that, those of
 * now say it, and a ballot cast before one no longer counts in the round that it was cast in either.
 */
export function earlierStanding(
  { ballots, scorers }: Pick<EarlierRound, 'ballots' | 'scorers'>,
  { item, members }: { readonly item: Item; readonly members: readonly MemberRecord[] },
): EarlierStanding {
  const none = { recused: [], absent: [] }
  if (ballots === undefined) return { stillDue: null, uncounted: none }
  const isRecused = ({ id }: MemberRecord): boolean =>
    item.exclusions.some(({ memberId, kind }) => memberId === id && kind === 'recused')
  const cast = members.filter(({ id }) =>
    ballots.some(
      ({ memberId, state, totals, counts }) => memberId === id && isSettled(state) && totals.isComplete && !counts,
    ),
  )
  const codes = (those: readonly MemberRecord[]): readonly string[] => those.map(({ code }) => code)
  return {
    stillDue: stillDue(ballots, (scorers ?? scoringMembers(members, item)).length),
    uncounted: { recused: codes(cast.filter(isRecused)), absent: codes(cast.filter((member) => !isRecused(member))) },
  }
}
