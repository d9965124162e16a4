import { insertInto } from '../columns.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { issuedPapers } from '../schema/papers.ts'
import { read, readColumn, write } from '../statement.ts'

type StoredPaper = typeof issuedPapers.$inferSelect

export type IssuedPaperRow = Omit<StoredPaper, 'id' | 'bytes'> & { readonly size: number }

const facts =
  'seq, session_id AS sessionId, format, file_name AS fileName, sha256, kept_at AS keptAt, length(bytes) AS size'

/** What is kept of the paper that an event numbered, without the bytes. */
export function listIssuedPapers(db: ReadDb, seq: number): readonly IssuedPaperRow[] {
  return read<number, IssuedPaperRow>(db, `SELECT ${facts} FROM issued_papers WHERE seq = ? ORDER BY format`).all(seq)
}

/** Every paper kept of a session, in the order of their events. */
export function listSessionPapers(db: ReadDb, sessionId: number): readonly IssuedPaperRow[] {
  const sql = `SELECT ${facts} FROM issued_papers WHERE session_id = ? ORDER BY seq, format`
  return read<number, IssuedPaperRow>(db, sql).all(sessionId)
}

/** Whether the one document that an event numbered is void; what an event numbered in a batch never is as a whole. */
export function isVoidPaper(db: ReadDb, seq: number): boolean {
  const sql = `SELECT r.voided_at IS NOT NULL FROM audit_events e JOIN document_register r ON r.id = e.detail ->> '$.id'
    WHERE e.seq = ? AND e.command IN ('documents.register.enter', 'documents.register.renew')`
  return readColumn<number, number>(db, sql).get(seq) === 1
}

export function findIssuedBytes(
  db: ReadDb,
  { seq, format }: { readonly seq: number; readonly format: string },
): Pick<StoredPaper, 'fileName' | 'bytes'> | null {
  return (
    read<[number, string], Pick<StoredPaper, 'fileName' | 'bytes'>>(
      db,
      'SELECT file_name AS fileName, bytes FROM issued_papers WHERE seq = ? AND format = ?',
    ).get(seq, format) ?? null
  )
}

/** Of all of them, one after the other: a file may hold more than fits into memory. */
export function eachIssuedPaper(
  db: ReadDb,
): Iterable<Pick<StoredPaper, 'id' | 'seq' | 'fileName' | 'bytes' | 'sha256'>> {
  return read<[], Pick<StoredPaper, 'id' | 'seq' | 'fileName' | 'bytes' | 'sha256'>>(
    db,
    'SELECT id, seq, file_name AS fileName, bytes, sha256 FROM issued_papers ORDER BY id',
  ).iterate()
}

export function insertIssuedPaper(db: WriteDb, row: Omit<StoredPaper, 'id'>): void {
  write<typeof row>(db, insertInto(issuedPapers, row)).run(row)
}

/** When the session was unlocked first after an event; null where it was not. */
export function reopenedAfter(
  db: ReadDb,
  { sessionId, seq }: { readonly sessionId: number; readonly seq: number },
): string | null {
  return (
    readColumn<[string, number], string>(
      db,
      "SELECT at FROM audit_events WHERE subject = ? AND command = 'sessions.reopen' AND seq > ? ORDER BY seq LIMIT 1",
    ).get(`session:${sessionId}`, seq) ?? null
  )
}

/** The last event at which a newer program brought the file to another schema; 0 where none did. */
export function lastMigration(db: ReadDb): number {
  return readColumn<[], number>(db, "SELECT max(seq) FROM audit_events WHERE command = 'workspace.migrate'").get() ?? 0
}
