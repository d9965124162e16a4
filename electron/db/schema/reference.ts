import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { itemReference, sessions } from './sessions.ts'

// What others than the council's members scored. No tally reads these tables.

export const referenceScores = sqliteTable(
  'reference_scores',
  {
    agendaItemId: itemReference(),
    source: text('source', { enum: ['producer', 'advisers'] }).notNull(),
    /** As a ballot's choices are kept. */
    choices: text('choices').notNull(),
    /** Grows with every saved change. */
    revision: integer('revision').notNull(),
    savedAt: text('saved_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.agendaItemId, table.source] })],
)

/** Who sees them at a session; without a row, whoever keys at this machine. */
export const referenceSight = sqliteTable('reference_sight', {
  sessionId: integer('session_id')
    .primaryKey()
    .references(() => sessions.id, { onDelete: 'cascade' }),
  sight: text('sight', { enum: ['hidden', 'panel'] }).notNull(),
})
