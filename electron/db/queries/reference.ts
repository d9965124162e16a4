import type { AuditCommand } from '../../../shared/api/audit-details.ts'
import { insertInto } from '../columns.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { referenceScores, referenceSight } from '../schema/reference.ts'
import { read, readColumn, write } from '../statement.ts'

export type ReferenceRow = typeof referenceScores.$inferSelect
type Sight = (typeof referenceSight.$inferSelect)['sight']

const select = `SELECT r.agenda_item_id AS agendaItemId, r.source, r.choices, r.revision, r.saved_at AS savedAt
  FROM reference_scores r`

/** What sources scored of a product. */
export function listReferenceOfItem(db: ReadDb, agendaItemId: number): readonly ReferenceRow[] {
  return read<number, ReferenceRow>(db, `${select} WHERE r.agenda_item_id = ?`).all(agendaItemId)
}

/** What sources scored at a session, with the form of each product. */
export function listReferenceOfSession(
  db: ReadDb,
  sessionId: number,
): readonly (ReferenceRow & { readonly criteriaFileId: number })[] {
  return read<number, ReferenceRow & { readonly criteriaFileId: number }>(
    db,
    `SELECT r.agenda_item_id AS agendaItemId, r.source, r.choices, r.revision, r.saved_at AS savedAt,
       a.criteria_file_id AS criteriaFileId
     FROM reference_scores r JOIN agenda_items a ON a.id = r.agenda_item_id
     WHERE a.session_id = ? ORDER BY a.position, a.id, r.source DESC`,
  ).all(sessionId)
}

export function writeReference(db: WriteDb, row: ReferenceRow): void {
  const sql = `${insertInto(referenceScores, row)} ON CONFLICT DO UPDATE SET choices = excluded.choices,
    revision = excluded.revision, saved_at = excluded.saved_at`
  write<ReferenceRow>(db, sql).run(row)
}

/** Null where nobody said. */
export function findReferenceSight(db: ReadDb, sessionId: number): Sight | null {
  const sql = 'SELECT sight FROM reference_sight WHERE session_id = ?'
  return readColumn<number, Sight>(db, sql).get(sessionId) ?? null
}

export function upsertReferenceSight(db: WriteDb, row: { readonly sessionId: number; readonly sight: Sight }): void {
  write<typeof row>(db, `${insertInto(referenceSight, row)} ON CONFLICT DO UPDATE SET sight = excluded.sight`).run(row)
}

type OfCriterion = Pick<ReferenceRow, 'agendaItemId' | 'source'> & { readonly criterion: string }

/** Who keyed a criterion of a sheet last, and when (ISO time), as the audit tells. */
export function findLastReferenceChange(
  db: ReadDb,
  { agendaItemId, source, criterion }: OfCriterion,
): { readonly by: string; readonly at: string } | undefined {
  const command: AuditCommand = 'reference.choose'
  return read<[string, string, string, string], { readonly by: string; readonly at: string }>(
    db,
    `SELECT actor AS "by", at FROM audit_events
     WHERE subject = ? AND command = ? AND detail ->> '$.source' = ? AND detail ->> '$.criterion' = ?
     ORDER BY seq DESC LIMIT 1`,
  ).get(`item:${agendaItemId}`, command, source, criterion)
}
