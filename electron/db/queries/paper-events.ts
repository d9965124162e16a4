import type { CodedEvent } from '../../../shared/api/integrity.ts'
import type { ReadDb } from '../handles.ts'
import { read, readColumn } from '../statement.ts'
import { createNames } from './audit-names.ts'

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

/** The event whose hash begins so, with what it is about; null where the file has none. */
export function findCodedEvent(db: ReadDb, hashStart: string): CodedEvent | null {
  const row = read<string, Omit<CodedEvent, 'about' | 'paper'> & { readonly detail: string }>(
    db,
    'SELECT seq, at, actor, command, subject, detail FROM audit_events WHERE substr(hash, 1, 20) = ?',
  ).get(hashStart)
  if (row === undefined) return null
  const { detail, ...event } = row
  const { session } = createNames(db)(event.subject)
  return { ...event, about: session === undefined ? null : session, paper: paperOf(db, detail) }
}

type Detail = {
  readonly id?: number
  readonly to?: { readonly number?: number; readonly symbol?: string } | string
  readonly symbol?: string
  readonly firstNumber?: number
}

/** `15/QĐ-UBND`; of certificates the first; empty for an event that is not of one paper. */
function paperOf(db: ReadDb, detail: string): string {
  const { id, to, symbol, firstNumber } = JSON.parse(detail) as Detail
  if (firstNumber !== undefined) return `${firstNumber}/${symbol ?? ''}`
  if (typeof to === 'object' && to.number !== undefined) return `${to.number}/${to.symbol ?? ''}`
  if (id === undefined) return ''
  return (
    readColumn<number, string>(db, "SELECT number || '/' || symbol FROM document_register WHERE id = ?").get(id) ?? ''
  )
}
