import { columnsOf, insertInto } from '../columns.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { documentRegister } from '../schema/papers.ts'
import { read, write } from '../statement.ts'

type StoredRow = typeof documentRegister.$inferSelect

export type RegisterRow = Omit<StoredRow, 'posts' | 'recipients' | 'dataFacts'> & {
  readonly posts: readonly string[]
  readonly recipients: readonly string[]
  readonly dataFacts: Readonly<Record<string, string>>
}

const select = `SELECT ${columnsOf(documentRegister)} FROM document_register`

/** Every number given, newest first; of one session or year where asked for. */
export function listRegisterRows(
  db: ReadDb,
  { sessionId, year }: { readonly sessionId?: number | undefined; readonly year?: number | undefined },
): readonly RegisterRow[] {
  return read<{ readonly sessionId: number | null; readonly year: number | null }, StoredRow>(
    db,
    `${select} WHERE (@sessionId IS NULL OR session_id = @sessionId) AND (@year IS NULL OR year = @year)
     ORDER BY issued_on DESC, id DESC`,
  )
    .all({ sessionId: sessionId ?? null, year: year ?? null })
    .map(toRegisterRow)
}

export function findRegisterRow(db: ReadDb, id: number): RegisterRow | null {
  const row = read<number, StoredRow>(db, `${select} WHERE id = ?`).get(id)
  return row === undefined ? null : toRegisterRow(row)
}

/** The numbers that the session's documents are printed with. */
export function listLiveRegisterRows(db: ReadDb, sessionId: number): readonly RegisterRow[] {
  return read<number, StoredRow>(db, `${select} WHERE session_id = ? AND voided_at IS NULL`)
    .all(sessionId)
    .map(toRegisterRow)
}

/** The last document of that kind, whose signer and recipients the next one most likely shares. */
export function findLastRegisterRow(db: ReadDb, kind: string): RegisterRow | null {
  const row = read<string, StoredRow>(db, `${select} WHERE kind = ? ORDER BY id DESC LIMIT 1`).get(kind)
  return row === undefined ? null : toRegisterRow(row)
}

/** The papers of the office that have a number, those that are void among them, newest first. */
export function listOfficePaperRows(db: ReadDb, year: number | undefined): readonly RegisterRow[] {
  const sql = `${select} WHERE paper IS NOT NULL AND (@year IS NULL OR year = @year) ORDER BY issued_on DESC, id DESC`
  return read<{ readonly year: number | null }, StoredRow>(db, sql)
    .all({ year: year ?? null })
    .map(toRegisterRow)
}

/** The number in force of a paper of the office, by what was asked for; null while it has none. */
export function findOfficePaperRow(db: ReadDb, kind: string, paper: string): RegisterRow | null {
  const sql = `${select} WHERE kind = ? AND paper = ? AND voided_at IS NULL ORDER BY id DESC LIMIT 1`
  const row = read<[string, string], StoredRow>(db, sql).get(kind, paper)
  return row === undefined ? null : toRegisterRow(row)
}

/** The paper with a number in force by which a round of written opinions is decided; null where none is of this file. */
export function findRoundDecision(db: ReadDb, roundId: number): RegisterRow | null {
  const sql = `${select} WHERE kind = 'recognition-decision' AND paper ->> '$.roundId' = ? AND voided_at IS NULL`
  const row = read<number, StoredRow>(db, sql).get(roundId)
  return row === undefined ? null : toRegisterRow(row)
}

/** Those that one event numbered, by their ids. */
export function readRegisterRows(db: ReadDb, ids: readonly number[]): readonly RegisterRow[] {
  const sql = `${select} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id`
  return read<string, StoredRow>(db, sql).all(JSON.stringify(ids)).map(toRegisterRow)
}

/** Numbers taken in a year with their symbols, voided ones with them. */
export function listNumbersOfYear(db: ReadDb, year: number): readonly NumberOfYear[] {
  return read<number, NumberOfYear>(db, 'SELECT number, symbol FROM document_register WHERE year = ?').all(year)
}

/** The same with their days, of what is in force. */
export function listDatedNumbers(db: ReadDb, year: number): readonly DatedNumber[] {
  const sql = `SELECT number, symbol, issued_on AS issuedOn FROM document_register WHERE year = ? AND voided_at IS NULL`
  return read<number, DatedNumber>(db, sql).all(year)
}

type DatedNumber = Pick<RegisterRow, 'number' | 'symbol' | 'issuedOn'>
type NumberOfYear = Pick<RegisterRow, 'number' | 'symbol'>

type NewRow = Omit<RegisterRow, 'id' | 'voidedAt' | 'voidReason' | 'agendaItemId' | 'sentOn' | 'sentTo' | 'paper'>

export function insertRegisterRow(
  db: WriteDb,
  row: NewRow & { readonly agendaItemId?: number; readonly paper?: string },
): number {
  const { posts, recipients, dataFacts } = row
  const stored = {
    ...row,
    posts: JSON.stringify(posts),
    recipients: JSON.stringify(recipients),
    dataFacts: JSON.stringify(dataFacts),
  }
  const sql = `${insertInto(documentRegister, stored)} RETURNING id`
  return write<typeof stored, { readonly id: number }>(db, sql).get(stored).id
}

/** What the document is made from now, in place of what it was registered with. */
export function renewRegisterRow(
  db: WriteDb,
  id: number,
  made: Pick<RegisterRow, 'dataDigest' | 'dataFacts' | 'registeredAt'>,
): void {
  const { dataDigest, dataFacts, registeredAt } = made
  write<[string, string, string, number]>(
    db,
    'UPDATE document_register SET data_digest = ?, data_facts = ?, registered_at = ? WHERE id = ?',
  ).run(dataDigest, JSON.stringify(dataFacts), registeredAt, id)
}

export function voidRegisterRow(db: WriteDb, id: number, how: { readonly at: string; readonly reason: string }): void {
  write<[string, string, number]>(db, 'UPDATE document_register SET voided_at = ?, void_reason = ? WHERE id = ?').run(
    how.at,
    how.reason,
    id,
  )
}

export function noteSent(db: WriteDb, id: number, sent: { readonly on: string; readonly to: string }): void {
  write<[string, string, number]>(db, 'UPDATE document_register SET sent_on = ?, sent_to = ? WHERE id = ?').run(
    sent.on,
    sent.to,
    id,
  )
}

function toRegisterRow(row: StoredRow): RegisterRow {
  const { posts, recipients, dataFacts } = row
  return {
    ...row,
    posts: JSON.parse(posts) as readonly string[],
    recipients: JSON.parse(recipients) as readonly string[],
    dataFacts: JSON.parse(dataFacts) as RegisterRow['dataFacts'],
  }
}
