import { isBorderline } from '../scoring/borderline.ts'
import type { ItemResult, Regulation } from '../scoring/types.ts'
import { scoringMembers } from './counting-ballots.ts'
import type { BallotRecord, ItemRecord, MemberRecord, Missing } from './session-record.ts'

type NeedsVerificationInput = {
  result: Pick<ItemResult, 'isRejected' | 'mean'>
  verification: Regulation['verification']
  floors: readonly number[]
}

/**
 * Whether the council's regulations want this product's ballots keyed by a second person: all of them, those within
 * one point of a band or of the referral threshold, or none. A rejected product needs none.
 */
export function needsVerification({ result, verification, floors }: NeedsVerificationInput): boolean {
  if (result.isRejected || verification === 'off') return false
  return verification === 'all' || isBorderline(result.mean, floors)
}

/** Confirmed ballots that still await their second person, product by product. */
export function missingVerifications({
  members,
  items,
  verification,
  floors,
}: {
  members: readonly Pick<MemberRecord, 'id' | 'code' | 'isPresent'>[]
  items: readonly (Pick<ItemRecord, 'id' | 'code' | 'exclusions'> & {
    readonly ballots: readonly Pick<BallotRecord, 'memberId' | 'state'>[]
    readonly result: Pick<ItemResult, 'isRejected' | 'mean'>
  })[]
  verification: Regulation['verification']
  floors: readonly number[]
}): readonly Missing[] {
  return items
    .filter((item) => needsVerification({ result: item.result, verification, floors }))
    .flatMap((item) =>
      scoringMembers(members, item)
        .filter(({ id }) => item.ballots.some(({ memberId, state }) => memberId === id && state === 'confirmed'))
        .map((member) => ({
          kind: 'ballot-unverified' as const,
          itemId: item.id,
          itemCode: item.code,
          memberId: member.id,
          memberCode: member.code,
        })),
    )
}
