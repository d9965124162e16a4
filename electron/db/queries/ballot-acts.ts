import type { WriteDb } from '../handles.ts'
import { write } from '../statement.ts'

type ActRow = { readonly agendaItemId: number; readonly memberId: number; readonly actId: string }

/** Notes that an act is carried out on its ballot; false where it was before. */
export function insertAct(db: WriteDb, { agendaItemId, memberId, actId }: ActRow): boolean {
  const { changes } = write<[number, number, string]>(
    db,
    'INSERT INTO ballot_acts (agenda_item_id, member_id, act_id) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(agendaItemId, memberId, actId)
  return changes > 0
}

/** Forgets the acts of a session that is locked: its ballots are settled, so a repeated one changes nothing. */
export function deleteActs(db: WriteDb, sessionId: number): void {
  write<number>(
    db,
    'DELETE FROM ballot_acts WHERE agenda_item_id IN (SELECT id FROM agenda_items WHERE session_id = ?)',
  ).run(sessionId)
}
