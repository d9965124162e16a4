import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { OverprintLayout } from '../../../shared/domain/certificates/overprint-layout.ts'
import type { WorkspaceDb } from '../open.ts'
import { agendaItems, certificates, overprintLayouts } from '../schema.ts'

export type CertificateRow = typeof certificates.$inferSelect

/** The certificates in force of a session's products. */
export function listSessionCertificates(db: WorkspaceDb, sessionId: number): readonly CertificateRow[] {
  return db
    .select()
    .from(certificates)
    .where(
      and(
        isNull(certificates.voidedAt),
        inArray(
          certificates.agendaItemId,
          db.select({ id: agendaItems.id }).from(agendaItems).where(eq(agendaItems.sessionId, sessionId)),
        ),
      ),
    )
    .all()
}

export function findCertificate(db: WorkspaceDb, id: number): CertificateRow | null {
  return db.select().from(certificates).where(eq(certificates.id, id)).get() ?? null
}

export function findLastCertificate(db: WorkspaceDb): CertificateRow | null {
  return db.select().from(certificates).orderBy(desc(certificates.id)).limit(1).get() ?? null
}

/** Numbers taken in a series, voided ones with them. */
export function listTakenCertificates(
  db: WorkspaceDb,
  series: { readonly year: number; readonly symbol: string },
): readonly number[] {
  return db
    .select({ number: certificates.number })
    .from(certificates)
    .where(and(eq(certificates.year, series.year), eq(certificates.symbol, series.symbol)))
    .all()
    .map(({ number }) => number)
}

export function insertCertificate(db: WorkspaceDb, row: typeof certificates.$inferInsert): void {
  db.insert(certificates).values(row).run()
}

export function voidCertificate(
  db: WorkspaceDb,
  id: number,
  how: { readonly at: string; readonly reason: string },
): void {
  db.update(certificates).set({ voidedAt: how.at, voidReason: how.reason }).where(eq(certificates.id, id)).run()
}

export function countPrint(db: WorkspaceDb, id: number, at: string): void {
  db.update(certificates)
    .set({ prints: sql`${certificates.prints} + 1`, lastPrintedAt: at })
    .where(eq(certificates.id, id))
    .run()
}

/** Where the council's pre-printed sheet has its fields; null where nobody has said. */
export function findOverprintLayout(db: WorkspaceDb, councilId: number): OverprintLayout | null {
  const row = db.select().from(overprintLayouts).where(eq(overprintLayouts.councilId, councilId)).get()
  return row === undefined ? null : (JSON.parse(row.layout) as OverprintLayout)
}

/** Null forgets it. */
export function saveOverprintLayout(
  db: WorkspaceDb,
  row: { readonly councilId: number; readonly layout: OverprintLayout | null; readonly savedAt: string },
): void {
  const { councilId, layout, savedAt } = row
  if (layout === null) {
    db.delete(overprintLayouts).where(eq(overprintLayouts.councilId, councilId)).run()
    return
  }
  const columns = { layout: JSON.stringify(layout), savedAt }
  db.insert(overprintLayouts)
    .values({ councilId, ...columns })
    .onConflictDoUpdate({ target: overprintLayouts.councilId, set: columns })
    .run()
}
