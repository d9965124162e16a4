import type { OverprintLayout } from '../../../shared/domain/certificates/overprint-layout.ts'
import { columnsOf, insertInto } from '../columns.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { certificates } from '../schema/papers.ts'
import { read, readColumn, write } from '../statement.ts'

type StoredRow = typeof certificates.$inferSelect

export type CertificateRow = Omit<StoredRow, 'dataFacts'> & {
  readonly dataFacts: Readonly<Record<string, string>>
  /** The product's on the agenda, or in the round. */
  readonly itemId: number
}

type NewCertificate = Omit<CertificateRow, 'id' | 'itemId' | 'prints' | 'lastPrintedAt' | 'voidedAt' | 'voidReason'>

const select = `SELECT ${columnsOf(certificates)} FROM certificates`

/** The certificates in force of a session's products. */
export function listSessionCertificates(db: ReadDb, sessionId: number): readonly CertificateRow[] {
  return listOf(db, 'agenda_item_id IN (SELECT id FROM agenda_items WHERE session_id = ?)', sessionId)
}

/** The same of a round of written opinions. */
export function listRoundCertificates(db: ReadDb, roundId: number): readonly CertificateRow[] {
  return listOf(db, 'written_product_id IN (SELECT id FROM written_products WHERE round_id = ?)', roundId)
}

function listOf(db: ReadDb, where: string, id: number): readonly CertificateRow[] {
  return read<number, StoredRow>(db, `${select} WHERE voided_at IS NULL AND ${where}`).all(id).map(toCertificateRow)
}

/** The first certificate that products of a round ever got, void or not; null where none has. */
export function findCertificateEver(db: ReadDb, writtenProductIds: readonly number[]): CertificateRow | null {
  const sql = `${select} WHERE written_product_id IN (SELECT value FROM json_each(?)) ORDER BY id LIMIT 1`
  const row = read<string, StoredRow>(db, sql).get(JSON.stringify(writtenProductIds))
  return row === undefined ? null : toCertificateRow(row)
}

export function findCertificate(db: ReadDb, id: number): CertificateRow | null {
  const row = read<number, StoredRow>(db, `${select} WHERE id = ?`).get(id)
  return row === undefined ? null : toCertificateRow(row)
}

/** The symbol of the certificate that was numbered last. */
export function findLastSymbol(db: ReadDb): string | null {
  return readColumn<[], string>(db, 'SELECT symbol FROM certificates ORDER BY id DESC LIMIT 1').get() ?? null
}

/** Numbers taken in a year with their symbols, voided ones with them. */
export function listCertificatesOfYear(db: ReadDb, year: number): readonly Pick<CertificateRow, 'number' | 'symbol'>[] {
  return read<number, Pick<CertificateRow, 'number' | 'symbol'>>(
    db,
    'SELECT number, symbol FROM certificates WHERE year = ?',
  ).all(year)
}

export function insertCertificate(db: WriteDb, row: NewCertificate): void {
  const stored = { ...row, dataFacts: JSON.stringify(row.dataFacts) }
  write<typeof stored>(db, insertInto(certificates, stored)).run(stored)
}

export function voidCertificate(db: WriteDb, id: number, how: { readonly at: string; readonly reason: string }): void {
  write<[string, string, number]>(db, 'UPDATE certificates SET voided_at = ?, void_reason = ? WHERE id = ?').run(
    how.at,
    how.reason,
    id,
  )
}

export function countPrint(db: WriteDb, id: number, at: string): void {
  write<[string, number]>(db, 'UPDATE certificates SET prints = prints + 1, last_printed_at = ? WHERE id = ?').run(
    at,
    id,
  )
}

/** Where the council's pre-printed sheet has its fields; null where nobody has said. */
export function findOverprintLayout(db: ReadDb, councilId: number): OverprintLayout | null {
  const layout = readColumn<number, string>(db, 'SELECT layout FROM overprint_layouts WHERE council_id = ?').get(
    councilId,
  )
  return layout === undefined ? null : (JSON.parse(layout) as OverprintLayout)
}

/** Null forgets it. */
export function saveOverprintLayout(
  db: WriteDb,
  row: { readonly councilId: number; readonly layout: OverprintLayout | null; readonly savedAt: string },
): void {
  const { councilId, layout, savedAt } = row
  if (layout === null) {
    write<number>(db, 'DELETE FROM overprint_layouts WHERE council_id = ?').run(councilId)
    return
  }
  write<[number, string, string]>(
    db,
    `INSERT INTO overprint_layouts (council_id, layout, saved_at) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET layout = excluded.layout, saved_at = excluded.saved_at`,
  ).run(councilId, JSON.stringify(layout), savedAt)
}

function toCertificateRow(row: StoredRow): CertificateRow {
  const { agendaItemId, writtenProductId } = row
  const dataFacts = JSON.parse(row.dataFacts) as CertificateRow['dataFacts']
  return { ...row, dataFacts, itemId: agendaItemId ?? writtenProductId ?? 0 }
}
