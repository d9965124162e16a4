import type { Reason } from '../scoring/types.ts'
import { finalStar } from './outcome.ts'
import type { ItemRecord } from './session-record.ts'

/**
 * The reasons of a result that hold beside what the council concluded. Where it gave a lower star than scores and gates do,
 * what these lack for the star after theirs keeps the product from nothing: the council's own reason does.
 */
export function standingReasons(item: Pick<ItemRecord, 'result' | 'conclusion'>): readonly Reason[] {
  const { reasons } = item.result
  return isLowered(item) ? reasons.filter(({ kind }) => kind !== 'next-band') : reasons
}

/** Whether the council gave the product a lower star than scores and gates do. */
export function isLowered(item: Pick<ItemRecord, 'result' | 'conclusion'>): boolean {
  return finalStar(item) !== item.result.star
}
