import type { SessionOfSet } from '../../../shared/api/criteria.ts'
import { columnsOf, insertInto } from '../columns.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { officeSets } from '../schema/criteria.ts'
import { read, readColumn, write } from '../statement.ts'

type OfficeSetRow = typeof officeSets.$inferSelect

/** What the office ever loaded or accepted, the newest first. */
export function listOfficeSets(db: ReadDb): readonly OfficeSetRow[] {
  return read<[], OfficeSetRow>(db, `SELECT ${columnsOf(officeSets)} FROM office_sets ORDER BY id DESC`).all()
}

/** The sealed file of the office's own set of that key; null where what ships stands. */
export function findOfficeSet(db: ReadDb, setKey: string): number | null {
  const sql = 'SELECT criteria_file_id FROM office_sets WHERE set_key = ? AND ended_at IS NULL'
  return readColumn<string, number>(db, sql).get(setKey) ?? null
}

/** The new set stands from now on; the one of before ends. */
export function insertOfficeSet(db: WriteDb, row: Pick<OfficeSetRow, 'setKey' | 'criteriaFileId' | 'adoptedAt'>): void {
  endOfficeSet(db, { setKey: row.setKey, endedAt: row.adoptedAt, endReason: '' })
  write<typeof row>(db, insertInto(officeSets, row)).run(row)
}

export function endOfficeSet(db: WriteDb, end: Pick<OfficeSetRow, 'setKey' | 'endReason'> & { endedAt: string }): void {
  write<typeof end>(
    db,
    'UPDATE office_sets SET ended_at = @endedAt, end_reason = @endReason WHERE set_key = @setKey AND ended_at IS NULL',
  ).run(end)
}

export type SetSession = SessionOfSet & { readonly criteriaFileId: number; readonly isScored: 0 | 1 }

const hasBallots = 'EXISTS (SELECT 1 FROM ballots b WHERE b.agenda_item_id = a.id)'

/** Sessions that score products with a set of that key, each with the sealed file that it has; the newest first. */
export function listSessionsOfSet(db: ReadDb, setKey: string): readonly SetSession[] {
  return read<string, SetSession>(
    db,
    `SELECT s.id AS sessionId, coalesce(own.name, c.name) AS councilName, s.year, s.round, s.held_on AS heldOn, s.state,
       count(*) AS products, a.criteria_file_id AS criteriaFileId, max(${hasBallots}) AS isScored
     FROM agenda_items a JOIN sealed_files f ON f.id = a.criteria_file_id JOIN sessions s ON s.id = a.session_id
     JOIN councils c ON c.id = s.council_id LEFT JOIN session_councils own ON own.session_id = s.id
     WHERE f.key = ? AND f.kind = 'criteria-set' GROUP BY s.id, a.criteria_file_id ORDER BY s.held_on DESC, s.id DESC`,
  ).all(setKey)
}

/** Sessions by the sealed file that they score with. */
export function countSessionsOfFiles(db: ReadDb): ReadonlyMap<number, number> {
  const rows = read<[], { readonly file: number; readonly sessions: number }>(
    db,
    'SELECT criteria_file_id AS file, count(DISTINCT session_id) AS sessions FROM agenda_items GROUP BY criteria_file_id',
  ).all()
  return new Map(rows.map(({ file, sessions }) => [file, sessions]))
}

/** The sealed file of each set that the session scores with, by the set's key. */
export function listSetsOfSession(db: ReadDb, sessionId: number): ReadonlyMap<string, number> {
  const rows = read<number, { readonly key: string; readonly file: number }>(
    db,
    `SELECT DISTINCT f.key, f.id AS file FROM agenda_items a JOIN sealed_files f ON f.id = a.criteria_file_id
     WHERE a.session_id = ?`,
  ).all(sessionId)
  return new Map(rows.map(({ key, file }) => [key, file]))
}

/** The agenda items of the session that score with that key's set, as another sealed file. */
export function listItemsToReseal(
  db: ReadDb,
  of: { readonly sessionId: number; readonly setKey: string; readonly criteriaFileId: number },
): readonly number[] {
  return readColumn<typeof of, number>(
    db,
    `SELECT a.id FROM agenda_items a JOIN sealed_files f ON f.id = a.criteria_file_id
     WHERE a.session_id = @sessionId AND f.key = @setKey AND a.criteria_file_id <> @criteriaFileId ORDER BY a.id`,
  ).all(of)
}

/** A form without cases takes the product's case away. */
export function resealItem(
  db: WriteDb,
  item: { readonly id: number; readonly criteriaFileId: number; readonly keepsCase: boolean },
): void {
  const row = { ...item, keepsCase: Number(item.keepsCase) }
  write<typeof row>(
    db,
    `UPDATE agenda_items SET criteria_file_id = @criteriaFileId, criteria_case = iif(@keepsCase, criteria_case, NULL)
     WHERE id = @id`,
  ).run(row)
}

/** Answers to questions that the item's form does not ask any more. */
export function deleteOtherAnswers(
  db: WriteDb,
  of: { readonly agendaItemId: number; readonly questions: readonly string[] },
): void {
  const row = { agendaItemId: of.agendaItemId, questions: JSON.stringify(of.questions) }
  write<typeof row>(
    db,
    `DELETE FROM knockout_answers WHERE agenda_item_id = @agendaItemId
       AND question NOT IN (SELECT value FROM json_each(@questions))`,
  ).run(row)
}
