import type { Member } from '../../../shared/api/councils.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import type { ReadDb } from '../../db/handles.ts'
import { findMember } from '../../db/queries/councils.ts'
import { findAgendaItem, findSession, type AgendaItemRow, type SessionRow } from '../../db/queries/sessions.ts'
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

/** The member, who is of the session's own council. @throws Refusal `not-found` */
export function requireOfCouncil(db: ReadDb, { councilId }: Pick<SessionRow, 'councilId'>, memberId: number): Member {
  const member = requireFound(findMember(db, memberId))
  if (member.councilId !== councilId) throw new Refusal('not-found')
  return member
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
