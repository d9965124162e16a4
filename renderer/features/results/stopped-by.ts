import { describeReason } from '../../../shared/domain/session/reason-text.ts'
import type { ItemRecord } from '../../../shared/domain/session/session-record.ts'
import { standingReasons } from '../../../shared/domain/session/standing-reasons.ts'
import { capitalise } from '../../../shared/domain/vietnamese/sentence.ts'

/** What kept the product from the next star, in the words that the minutes print. */
export function stoppedBy(item: ItemRecord): readonly string[] {
  return standingReasons(item)
    .filter(
      ({ kind }) =>
        kind === 'rejected' || kind === 'gates-failed' || kind === 'next-band' || kind === 'no-counted-ballots',
    )
    .map((reason) => capitalise(describeReason(reason)))
}
