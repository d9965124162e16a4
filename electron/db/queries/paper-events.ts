import type { ReadDb } from '../handles.ts'
import { readColumn } from '../statement.ts'

/** Hashes of the audit events that papers rest on; null for a paper whose event is not in the file. */

/** The one that locked the session last. */
export function hashOfClosing(db: ReadDb, sessionId: number): string | null {
  return (
    readColumn<string, string>(
      db,
      "SELECT hash FROM audit_events WHERE subject = ? AND command = 'sessions.close' ORDER BY seq DESC LIMIT 1",
    ).get(`session:${sessionId}`) ?? null
  )
}

/** The one that gave a register entry its number, or renewed it last. */
export function hashOfEntry(db: ReadDb, entry: { readonly id: number; readonly sessionId: number }): string | null {
  return (
    readColumn<[string, number], string>(
      db,
      `SELECT hash FROM audit_events WHERE subject = ?
       AND command IN ('documents.register.enter', 'documents.register.renew') AND detail ->> '$.id' = ?
       ORDER BY seq DESC LIMIT 1`,
    ).get(`session:${entry.sessionId}`, entry.id) ?? null
  )
}

/** The one that numbered the session's certificates at that time. */
export function hashOfNumbering(
  db: ReadDb,
  { sessionId, at }: { readonly sessionId: number; readonly at: string },
): string | null {
  return (
    readColumn<[string, string], string>(
      db,
      `SELECT hash FROM audit_events WHERE subject = ? AND command = 'documents.certificates.enter' AND at = ?
       ORDER BY seq DESC LIMIT 1`,
    ).get(`session:${sessionId}`, at) ?? null
  )
}
