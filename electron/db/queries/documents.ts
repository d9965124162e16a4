import { and, desc, eq, isNull } from 'drizzle-orm'
import type { WorkspaceDb } from '../open.ts'
import { documentRegister } from '../schema.ts'

export type RegisterRow = typeof documentRegister.$inferSelect

/** Every number given, newest first; of one session or year where asked for. */
export function listRegisterRows(
  db: WorkspaceDb,
  { sessionId, year }: { readonly sessionId?: number | undefined; readonly year?: number | undefined },
): readonly RegisterRow[] {
  return db
    .select()
    .from(documentRegister)
    .where(
      and(
        sessionId === undefined ? undefined : eq(documentRegister.sessionId, sessionId),
        year === undefined ? undefined : eq(documentRegister.year, year),
      ),
    )
    .orderBy(desc(documentRegister.issuedOn), desc(documentRegister.id))
    .all()
}

export function findRegisterRow(db: WorkspaceDb, id: number): RegisterRow | null {
  return db.select().from(documentRegister).where(eq(documentRegister.id, id)).get() ?? null
}

/** The numbers that the session's documents are printed with. */
export function listLiveRegisterRows(db: WorkspaceDb, sessionId: number): readonly RegisterRow[] {
  return db
    .select()
    .from(documentRegister)
    .where(and(eq(documentRegister.sessionId, sessionId), isNull(documentRegister.voidedAt)))
    .all()
}

/** The last document of that kind, whose signer and recipients the next one most likely shares. */
export function findLastRegisterRow(db: WorkspaceDb, kind: string): RegisterRow | null {
  return (
    db
      .select()
      .from(documentRegister)
      .where(eq(documentRegister.kind, kind))
      .orderBy(desc(documentRegister.id))
      .limit(1)
      .get() ?? null
  )
}

/** Numbers taken in a series, voided ones with them. */
export function listTakenNumbers(
  db: WorkspaceDb,
  series: { readonly year: number; readonly symbol: string },
): readonly number[] {
  return db
    .select({ number: documentRegister.number })
    .from(documentRegister)
    .where(and(eq(documentRegister.year, series.year), eq(documentRegister.symbol, series.symbol)))
    .all()
    .map(({ number }) => number)
}

export function insertRegisterRow(db: WorkspaceDb, row: typeof documentRegister.$inferInsert): number {
  return db.insert(documentRegister).values(row).returning({ id: documentRegister.id }).get().id
}

export function updateRegisterRow(
  db: WorkspaceDb,
  id: number,
  columns: Partial<Pick<RegisterRow, 'dataDigest' | 'dataFacts' | 'registeredAt' | 'voidedAt' | 'voidReason'>>,
): void {
  db.update(documentRegister).set(columns).where(eq(documentRegister.id, id)).run()
}
