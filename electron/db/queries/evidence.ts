import type { ReadDb, WriteDb } from '../handles.ts'
import { dossierEvidence } from '../schema/registrations.ts'
import { insertInto } from '../columns.ts'
import { read, write } from '../statement.ts'
import { selectRegistrations, type RegisteredRow } from './registrations.ts'

/** What the office said of a file: whether it proves a criterion. */
export type SaidOfFile = { readonly fileId: number; readonly criterion: string; readonly proves: number }

/** What was said of the files of a registration, by file. */
export function readSaidOfFiles(db: ReadDb, registrationId: number): ReadonlyMap<number, readonly SaidOfFile[]> {
  const sql = `SELECT e.file_id AS fileId, e.criterion, e.proves FROM dossier_evidence e
    JOIN dossier_files f ON f.id = e.file_id WHERE f.registration_id = ?`
  return Map.groupBy(read<number, SaidOfFile>(db, sql).all(registrationId), ({ fileId }) => fileId)
}

export function upsertSaidOfFile(db: WriteDb, said: SaidOfFile): void {
  const sql = `${insertInto(dossierEvidence, said)} ON CONFLICT DO UPDATE SET proves = excluded.proves`
  write<SaidOfFile>(db, sql).run(said)
}

/** The registration of an agenda item's product in its session's year, but for a withdrawn one. */
export function findRegistrationOnAgenda(db: ReadDb, agendaItemId: number): RegisteredRow | null {
  const sql = `${selectRegistrations} WHERE registrations.withdrawn_on IS NULL AND EXISTS (
    SELECT 1 FROM agenda_items a JOIN sessions s ON s.id = a.session_id
    WHERE a.id = ? AND a.product_id = registrations.product_id AND s.year = registrations.year)`
  return read<number, RegisteredRow>(db, sql).get(agendaItemId) ?? null
}
