import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { sealedFiles } from './file.ts'
import { id } from './shared-columns.ts'

/** Criteria sets that the office loaded or accepted as printed, sealed like those of sessions; one of a key stands at a time. */
export const officeSets = sqliteTable('office_sets', {
  id: id(),
  /** Of the set, such as `qd148-07`. */
  setKey: text('set_key').notNull(),
  criteriaFileId: integer('criteria_file_id')
    .notNull()
    .references(() => sealedFiles.id),
  adoptedAt: text('adopted_at').notNull(),
  /** Null while it stands. */
  endedAt: text('ended_at'),
  /** Empty where another set took its place. */
  endReason: text('end_reason').notNull().default(''),
})
