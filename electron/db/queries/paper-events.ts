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

/** An event that numbered a paper. */
export type PaperEvent = { readonly seq: number; readonly hash: string }

/** The one that gave a register entry its number, or renewed it last. */
export function findEntryEvent(db: ReadDb, entry: NumberedEntry): PaperEvent | null {
  const { sessionId, id, kind, registeredAt, symbol, number } = entry
  return (
    read<[string, number, string, string, string, number], PaperEvent>(
      db,
      `SELECT seq, hash FROM audit_events WHERE subject = ? AND (
         (command IN ('documents.register.enter', 'documents.register.renew') AND detail ->> '$.id' = ?)
         OR (? = 'result-notices' AND command = 'documents.notices.enter' AND at = ? AND detail ->> '$.symbol' = ?
           AND ? - (detail ->> '$.firstNumber') BETWEEN 0 AND (detail ->> '$.count') - 1))
       ORDER BY seq DESC LIMIT 1`,
    ).get(`session:${sessionId}`, id, kind, registeredAt, symbol, number) ?? null
  )
}

/** Those that gave one document its number and renewed it, by their numbers, the last first. */
export function listEntryEvents(
  db: ReadDb,
  { sessionId, id }: Pick<NumberedEntry, 'sessionId' | 'id'>,
): readonly number[] {
  return readColumn<[string, number], number>(
    db,
    `SELECT seq FROM audit_events WHERE subject = ? AND detail ->> '$.id' = ?
       AND command IN ('documents.register.enter', 'documents.register.renew') ORDER BY seq DESC`,
  ).all(`session:${sessionId}`, id)
}

type NumberedEntry = {
  readonly id: number
  readonly kind: string
  readonly sessionId: number
  readonly number: number
  readonly symbol: string
  readonly registeredAt: string
}

/** The one that numbered certificates of the subject, a session or a round of written opinions, at that time. */
export function findNumberingEvent(
  db: ReadDb,
  { subject, at }: { readonly subject: string; readonly at: string },
): PaperEvent | null {
  return (
    read<[string, string], PaperEvent>(
      db,
      `SELECT seq, hash FROM audit_events WHERE subject = ? AND command = 'documents.certificates.enter' AND at = ?
       ORDER BY seq DESC LIMIT 1`,
    ).get(subject, at) ?? null
  )
}

/** The one that gave a paper of the office its number. */
export function findOfficePaperEvent(db: ReadDb, { id, registeredAt }: OfficeEntry): PaperEvent | null {
  return (
    read<[string, number], PaperEvent>(
      db,
      `SELECT seq, hash FROM audit_events WHERE command = 'officePapers.enter' AND at = ?
         AND EXISTS (SELECT 1 FROM json_each(detail, '$.ids') WHERE value = ?) ORDER BY seq DESC LIMIT 1`,
    ).get(registeredAt, id) ?? null
  )
}

type OfficeEntry = Pick<NumberedEntry, 'id' | 'registeredAt'>

/** The last event that changed the template of a kind of documents; 0 where none did. */
export function lastTemplateChange(db: ReadDb, kind: string): number {
  return (
    readColumn<string, number>(db, 'SELECT max(seq) FROM audit_events WHERE subject = ?').get(`template:${kind}`) ?? 0
  )
}

/** What an event says that numbered papers; null for any other. */
export function findNumbering(db: ReadDb, seq: number): Numbering | null {
  const row = read<
    number,
    Omit<Numbering, 'id' | 'sessionId' | 'roundId'> & { readonly subject: string; readonly id: number | null }
  >(
    db,
    `SELECT seq, hash, at, command, subject, detail ->> '$.id' AS id FROM audit_events WHERE seq = ? AND command IN
       ('documents.register.enter', 'documents.register.renew', 'documents.notices.enter', 'documents.certificates.enter',
        'officePapers.enter')`,
  ).get(seq)
  if (row === undefined) return null
  const { subject, ...facts } = row
  const [place, id] = subject.split(':')
  return {
    ...facts,
    sessionId: place === 'session' ? Number(id) : null,
    roundId: place === 'written' ? Number(id) : null,
  }
}

export type Numbering = PaperEvent & {
  readonly at: string
  readonly command: string
  /** Null for papers of the office and of rounds. */
  readonly sessionId: number | null
  /** Of written opinions, whose certificates it numbered; null for all else. */
  readonly roundId: number | null
  /** Of the register; null where a batch was numbered. */
  readonly id: number | null
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
