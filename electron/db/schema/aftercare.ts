import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
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

/** Days of a year on which the use of the mark is inspected, and who goes. */
export const inspectionRoutes = sqliteTable('inspection_routes', {
  id: id(),
  year: integer('year').notNull(),
  name: text('name').notNull(),
  startsOn: text('starts_on'),
  endsOn: text('ends_on'),
  participants: text('participants').notNull().default(''),
  basis: text('basis').notNull().default(''),
})

/** Of a certificate or a listed recognition; planned until it has a day. */
export const inspections = sqliteTable(
  'inspections',
  {
    id: id(),
    year: integer('year').notNull(),
    /** Null for one outside every route. */
    routeId: integer('route_id').references(() => inspectionRoutes.id),
    /** One of the two. */
    certificateId: integer('certificate_id').references(() => certificates.id),
    recognitionId: integer('recognition_id').references(() => recognitions.id),
    inspectedOn: text('inspected_on'),
    place: text('place').notNull().default(''),
    participants: text('participants').notNull().default(''),
    producerSide: text('producer_side').notNull().default(''),
    violations: text('violations').notNull().default(''),
    producerOpinion: text('producer_opinion').notNull().default(''),
  },
  (table) => [
    index('inspections_by_year').on(table.year),
    index('inspections_by_route').on(table.routeId),
    index('inspections_by_certificate').on(table.certificateId),
    index('inspections_by_recognition').on(table.recognitionId),
  ],
)

const inspectionReference = () =>
  integer('inspection_id')
    .notNull()
    .references(() => inspections.id, { onDelete: 'cascade' })

/** Answers to the checklist of the rules; what has no row was not looked at. */
export const inspectionFindings = sqliteTable(
  'inspection_findings',
  {
    inspectionId: inspectionReference(),
    item: text('item').notNull(),
    answer: text('answer', { enum: ['yes', 'no', 'not-applicable'] }).notNull(),
    remark: text('remark').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.inspectionId, table.item] })],
)

/** What a producer said it would do. */
export const inspectionCommitments = sqliteTable(
  'inspection_commitments',
  {
    id: id(),
    inspectionId: inspectionReference(),
    what: text('what').notNull(),
    dueOn: text('due_on').notNull(),
    outcome: text('outcome', { enum: ['kept', 'broken'] }),
    settledOn: text('settled_on'),
    remark: text('remark').notNull().default(''),
  },
  (table) => [index('inspection_commitments_by_inspection').on(table.inspectionId)],
)

/** Photos and papers, which lie in the folder beside the workspace. */
export const inspectionFiles = sqliteTable(
  'inspection_files',
  {
    id: id(),
    inspectionId: inspectionReference(),
    name: text('name').notNull(),
    storedName: text('stored_name').notNull(),
    sha256: text('sha256').notNull(),
    size: integer('size').notNull(),
    addedAt: text('added_at').notNull(),
  },
  (table) => [index('inspection_files_by_inspection').on(table.inspectionId)],
)
