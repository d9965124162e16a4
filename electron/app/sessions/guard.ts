import { Refusal } from '../../../shared/api/refusal.ts'
import type { MemberRecord } from '../../../shared/domain/session/session-record.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  findAgendaItem,
  findSession,
  listSessionMembers,
  type AgendaItemRow,
  type SessionRow,
} from '../../db/queries/sessions.ts'
import { requireFound } from '../commit.ts'

/** A session that may still change. @throws Refusal `not-found`, `session-locked` */
export function unlockedSession(db: ReadDb, sessionId: number): SessionRow {
  const session = requireFound(findSession(db, sessionId))
  if (session.state === 'closed') throw new Refusal('session-locked')
  return session
}

/** An agenda item whose session may still change. @throws Refusal `not-found`, `session-locked` */
export function unlockedItem(
  db: ReadDb,
  agendaItemId: number,
): { readonly item: AgendaItemRow; readonly session: SessionRow } {
  const item = requireFound(findAgendaItem(db, agendaItemId))
  return { item, session: unlockedSession(db, item.sessionId) }
}

/** The member as the session says it, whose council it is of. @throws Refusal `not-found` */
export function requireOfSession(db: ReadDb, session: SessionRow, memberId: number): MemberRecord {
  return requireFound(listSessionMembers(db, session).find(({ id }) => id === memberId) ?? null)
}

/** The change of a session, for its audit event and its live notice. */
export function sessionChange<Detail>(sessionId: number, detail: Detail) {
  return { result: undefined, audit: { subject: `session:${sessionId}`, detail }, sessionId }
}

/** The change of a product on an agenda, for its audit event and its live notice. */
export function itemChange<Detail>(item: Pick<AgendaItemRow, 'id' | 'sessionId'>, detail: Detail) {
  const { id: agendaItemId, sessionId } = item
  return { result: undefined, audit: { subject: `item:${agendaItemId}`, detail }, sessionId, agendaItemId }
}
