import type { Regulation } from '../scoring/types.ts'
import { canonicalJson } from './canonical-json.ts'
import type { ItemRecord, SessionFacts, SessionRecord } from './session-record.ts'
import { canonicalTally } from './tally-digest.ts'

type Told = Omit<SessionRecord, 'digest' | 'recordDigest'>

/**
 * Everything that a document prints of a session, as one canonical text: the tally, and beside it what decides no star:
 * council and regulations, members with their posts, times and reasons, products with producers and places, knock-outs,
 * conclusions, opinions, earlier rounds. Its SHA-256 is taken when the session is locked.
 *
 * Left out, each because it is no part of what the session says: row ids, the state and what else locking itself changes
 * (when, by whom, what was asked), and what is missing, which a locked session has nothing of.
 */
export function canonicalRecord(record: Told): string {
  const { council, session, regulation, members, items, quorum } = record
  return canonicalJson({
    form: 1,
    tally: canonicalTally(record),
    council,
    session: sessionTold(session),
    regulation: regulationTold(regulation),
    members,
    quorum,
    items: items.map(itemTold),
  })
}

// What programs of before did not tell is left out where there is none of it: their digests hold.

const regulationTold = ({ chairSeesDeviations, takesClearPaper, ...told }: Regulation) => ({
  ...told,
  chairSeesDeviations: chairSeesDeviations ? true : undefined,
  takesClearPaper: takesClearPaper ? true : undefined,
})

function sessionTold(facts: SessionFacts) {
  const { id: _id, state: _state, closedAt: _closedAt, sealed: _sealed, accepted: _accepted, ...told } = facts
  const { minutes, reopenings } = told
  const areMinutesEmpty = Object.values(minutes).every((text) => text === '')
  return {
    ...told,
    minutes: areMinutesEmpty ? undefined : minutes,
    reopenings: reopenings.length === 0 ? undefined : reopenings,
  }
}

function itemTold({ form, result, ballots, earlierRounds, ...told }: ItemRecord) {
  return {
    ...told,
    form: form.id,
    state: undefined,
    agreedReasons: Object.keys(told.agreedReasons).length === 0 ? undefined : told.agreedReasons,
    needsDiscussion: result.needsDiscussion,
    ballots: ballots.map(({ memberId, state, opinion, counts, choices }) => ({
      memberId,
      state,
      opinion,
      counts,
      choices,
    })),
    earlierRounds: earlierRounds.map(
      ({ number, reason, carried, ballots: earlier = [], result: { star, spread, mean } }) => ({
        number,
        reason,
        carried,
        star,
        spread,
        mean,
        ballots: earlier.map(({ memberId, choices, opinion }) => ({ memberId, choices, opinion })),
      }),
    ),
  }
}
