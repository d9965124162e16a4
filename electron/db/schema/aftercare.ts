import { integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { certificates } from './papers.ts'
import { recognitions } from './register.ts'
import { id } from './shared-columns.ts'

// What happens to certificates after they are given.

/** Cases of withdrawal, one for each certificate or listed recognition at most. */
export const withdrawals = sqliteTable(
  'withdrawals',
  {
    id: id(),
    /** One of the two. */
    certificateId: integer('certificate_id').references(() => certificates.id),
    recognitionId: integer('recognition_id').references(() => recognitions.id),
    /** Whose ground it is. */
    ruleSetId: text('rule_set_id').notNull(),
    /** Key of a ground of that rule set; null for one in the office's own words. */
    ground: text('ground'),
    groundText: text('ground_text').notNull(),
    facts: text('facts').notNull(),
    knownOn: text('known_on').notNull(),
    concludedBy: text('concluded_by').notNull(),
    conclusion: text('conclusion').notNull(),
    concludedOn: text('concluded_on'),
    /** As another body numbered it; that of this office's own paper stands in the register of documents. */
    decisionNumber: text('decision_number').notNull().default(''),
    decidedOn: text('decided_on'),
    droppedOn: text('dropped_on'),
    dropReason: text('drop_reason').notNull().default(''),
    openedAt: text('opened_at').notNull(),
  },
  (table) => [
    uniqueIndex('withdrawals_by_certificate').on(table.certificateId),
    uniqueIndex('withdrawals_by_recognition').on(table.recognitionId),
  ],
)
