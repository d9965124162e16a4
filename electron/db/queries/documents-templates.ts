import { eq } from 'drizzle-orm'
import type { WorkspaceDb } from '../open.ts'
import { wordTemplates } from '../schema.ts'

/** The office's own templates, without their bytes. */
export function listOwnTemplates(db: WorkspaceDb) {
  const { kind, fileName, savedAt } = wordTemplates
  return db.select({ kind, fileName, savedAt }).from(wordTemplates).all()
}

export function findOwnTemplate(db: WorkspaceDb, kind: string): Uint8Array | null {
  return db.select().from(wordTemplates).where(eq(wordTemplates.kind, kind)).get()?.bytes ?? null
}

export function saveOwnTemplate(db: WorkspaceDb, row: typeof wordTemplates.$inferInsert): void {
  db.insert(wordTemplates).values(row).onConflictDoUpdate({ target: wordTemplates.kind, set: row }).run()
}

export function deleteOwnTemplate(db: WorkspaceDb, kind: string): void {
  db.delete(wordTemplates).where(eq(wordTemplates.kind, kind)).run()
}
