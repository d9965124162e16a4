import type { SessionSummary } from '../../../shared/api/sessions.ts'

type Ordered = Pick<SessionSummary, 'id' | 'state' | 'heldOn'>

/** Open sessions first, then those to come (the nearest first), then closed ones (the latest first). */
export function orderForToday<Session extends Ordered>(sessions: readonly Session[]): readonly Session[] {
  return sessions.toSorted(
    (one, other) =>
      rank[one.state] - rank[other.state] ||
      (one.state === 'closed' ? other.heldOn.localeCompare(one.heldOn) : one.heldOn.localeCompare(other.heldOn)) ||
      one.id - other.id,
  )
}

const rank: Readonly<Record<Ordered['state'], number>> = { open: 0, planned: 1, closed: 2 }
