import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { id, level } from './shared-columns.ts'

/** Letters that set days for the rounds of a year. */
export const deadlineLetters = sqliteTable('deadline_letters', {
  id: id(),
  year: integer('year').notNull(),
  number: text('number').notNull(),
  issuedOn: text('issued_on').notNull(),
  issuer: text('issuer').notNull(),
  signer: text('signer').notNull(),
})

export const letterDeadlines = sqliteTable(
  'letter_deadlines',
  {
    letterId: integer('letter_id')
      .notNull()
      .references(() => deadlineLetters.id, { onDelete: 'cascade' }),
    level: level().notNull(),
    kind: text('kind', { enum: ['proposals', 'evaluated'] }).notNull(),
    /** 0 for all rounds of the year. */
    round: integer('round').notNull(),
    before: text('before').notNull(),
  },
  (table) => [primaryKey({ columns: [table.letterId, table.level, table.kind, table.round] })],
)
