import type { ReadDb } from '../../db/handles.ts'
import type { CountedItem } from '../../db/queries/statistics.ts'
import { readSessionFrame, tallySession } from '../sessions/session-record.ts'

/** What was found of a file while it is open: a locked session is a closed book, and its digest says which. */
const found = new WeakMap<ReadDb, Map<string, readonly number[]>>()

/** The items of locked sessions that go up, by their ids: each session is tallied once. */
export function referredItems(db: ReadDb, items: readonly CountedItem[]): ReadonlySet<number> {
  const known = found.get(db) ?? new Map<string, readonly number[]>()
  found.set(db, known)
  const referred = new Set<number>()
  for (const sessionId of new Set(items.map((item) => item.sessionId))) {
    const frame = readSessionFrame(db, sessionId)
    if (frame.referralThreshold === null) continue
    const key = `${sessionId} ${frame.session.closedAt} ${frame.session.recordDigest ?? frame.session.tallyDigest}`
    const ids =
      known.get(key) ?? [...tallySession(db, frame)].filter(({ result }) => result.isReferred).map((item) => item.id)
    known.set(key, ids)
    for (const id of ids) referred.add(id)
  }
  return referred
}
