import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { councils } from './directory.ts'

// How one year follows another.

/** Councils that a new year was begun with, each after one that it goes on from; a council goes on into one at most. */
export const councilYears = sqliteTable('council_years', {
  councilId: integer('council_id')
    .primaryKey()
    .references(() => councils.id),
  year: integer('year').notNull(),
  fromCouncilId: integer('from_council_id')
    .notNull()
    .unique()
    .references(() => councils.id),
})

/** Years whose books are closed: nothing of their sessions changes. */
export const closedYears = sqliteTable('closed_years', {
  year: integer('year').primaryKey(),
  closedAt: text('closed_at').notNull(),
  closedBy: text('closed_by').notNull(),
})
