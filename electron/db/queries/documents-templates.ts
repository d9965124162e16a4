import type { ReadDb, WriteDb } from '../handles.ts'
import type { wordTemplates } from '../schema/papers.ts'
import { read, readColumn, write } from '../statement.ts'

type TemplateRow = typeof wordTemplates.$inferSelect

/** The office's own templates, without their bytes. */
export function listOwnTemplates(db: ReadDb) {
  return read<[], Pick<TemplateRow, 'kind' | 'fileName' | 'savedAt'>>(
    db,
    'SELECT kind, file_name AS fileName, saved_at AS savedAt FROM word_templates',
  ).all()
}

export function findOwnTemplate(db: ReadDb, kind: string): Uint8Array | null {
  return readColumn<string, Uint8Array>(db, 'SELECT bytes FROM word_templates WHERE kind = ?').get(kind) ?? null
}

export function saveOwnTemplate(db: WriteDb, row: TemplateRow): void {
  write<TemplateRow>(
    db,
    `INSERT INTO word_templates (kind, file_name, bytes, sha256, saved_at)
     VALUES (@kind, @fileName, @bytes, @sha256, @savedAt)
     ON CONFLICT DO UPDATE SET file_name = excluded.file_name, bytes = excluded.bytes, sha256 = excluded.sha256,
       saved_at = excluded.saved_at`,
  ).run(row)
}

export function deleteOwnTemplate(db: WriteDb, kind: string): void {
  write<string>(db, 'DELETE FROM word_templates WHERE kind = ?').run(kind)
}
