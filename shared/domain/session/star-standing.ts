import type { StarOrNone } from '../scoring/types.ts'
import { provisionalBallots, type BallotsDue } from './ballots-due.ts'
import type { ItemRecord, MemberRecord } from './session-record.ts'

/** How far the star of scores and gates stands: a product that nobody scored has none, not "no star". */
export type StarStanding =
  | { readonly kind: 'rejected' | 'no-ballots' }
  | { readonly kind: 'provisional'; readonly star: StarOrNone; readonly ballots: BallotsDue }
  | { readonly kind: 'stands'; readonly star: StarOrNone }

/** What every screen and copied table says in the place of a product's star. */
export function starStanding(
  item: Pick<ItemRecord, 'ballots' | 'exclusions' | 'result'>,
  members: readonly MemberRecord[],
): StarStanding {
  const { isRejected, countedBallots, star } = item.result
  if (isRejected) return { kind: 'rejected' }
  if (countedBallots === 0) return { kind: 'no-ballots' }
  const ballots = provisionalBallots(item, members)
  return ballots === null ? { kind: 'stands', star } : { kind: 'provisional', star, ballots }
}
