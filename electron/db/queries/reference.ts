import type { AuditCommand, AuditDetails } from '../../../shared/api/audit-details.ts'
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

type OfCriterion = Pick<ReferenceRow, 'agendaItemId' | 'source'> & {
  readonly sessionId: number
  readonly criterion: string
  /** Its place in the form, 0-based. */
  readonly index: number
}

/** Who changed a criterion of a sheet last, by key or by a workbook, and when (ISO time), as the audit tells. */
export function findLastReferenceChange(
  db: ReadDb,
  { sessionId, agendaItemId, source, criterion, index }: OfCriterion,
): { readonly by: string; readonly at: string } | undefined {
  const keyed: AuditCommand = 'reference.choose'
  const params = { item: `item:${agendaItemId}`, session: `session:${sessionId}`, keyed, source, criterion }
  return read<
    typeof params & { readonly agendaItemId: number; readonly place: number; readonly workbooks: string },
    { readonly by: string; readonly at: string }
  >(
    db,
    `SELECT actor AS "by", at FROM audit_events e
     WHERE subject = @item AND command = @keyed
         AND detail ->> '$.source' = @source AND detail ->> '$.criterion' = @criterion
       OR subject = @session AND command IN (SELECT value FROM json_each(@workbooks)) AND EXISTS (
         SELECT 1 FROM json_each(e.detail, '$.sheets') s
         WHERE s.value ->> '$.item' = @agendaItemId AND s.value ->> '$.source' = @source
           AND substr(s.value ->> '$.from', @place, 1) <> substr(s.value ->> '$.to', @place, 1))
     ORDER BY seq DESC LIMIT 1`,
  ).get({ ...params, agendaItemId, place: index + 1, workbooks: JSON.stringify(workbookCommands) })
}

/** The last workbook that was taken at a session, as the audit tells; null where none was, or it was taken back. */
export function findLastReferenceImport(
  db: ReadDb,
  sessionId: number,
): { readonly by: string; readonly at: string; readonly detail: AuditDetails['reference.import'] } | null {
  const row = read<
    [string, string],
    { readonly by: string; readonly at: string; readonly command: AuditCommand; readonly detail: string }
  >(
    db,
    `SELECT actor AS "by", at, command, detail FROM audit_events
     WHERE subject = ? AND command IN (SELECT value FROM json_each(?)) ORDER BY seq DESC LIMIT 1`,
  ).get(`session:${sessionId}`, JSON.stringify(workbookCommands))
  if (row?.command !== 'reference.import') return null
  return { by: row.by, at: row.at, detail: JSON.parse(row.detail) as AuditDetails['reference.import'] }
}

const workbookCommands = ['reference.import', 'reference.undoImport'] as const satisfies readonly AuditCommand[]
