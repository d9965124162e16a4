import { Refusal } from '../../../shared/api/refusal.ts'
import type { WorkspaceDb } from '../../db/open.ts'
import { findAgendaItem, findSession, type AgendaItemRow, type SessionRow } from '../../db/queries/sessions.ts'
import { found } from '../commit.ts'

/** A session that may still change. @throws Refusal `not-found`, `session-locked` */
export function unlockedSession(db: WorkspaceDb, sessionId: number): SessionRow {
  const session = found(findSession(db, sessionId))
  if (session.state === 'closed') throw new Refusal('session-locked')
  return session
}

/** An agenda item whose session may still change. @throws Refusal `not-found`, `session-locked` */
export function unlockedItem(
  db: WorkspaceDb,
  agendaItemId: number,
): { readonly item: AgendaItemRow; readonly session: SessionRow } {
  const item = found(findAgendaItem(db, agendaItemId))
  return { item, session: unlockedSession(db, item.sessionId) }
}
