import { index, integer, primaryKey, real, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { sendingKinds, sendingWays } from '../../../shared/domain/opinions/sendings.ts'
import { councils, members, products } from './directory.ts'
import { recognitions } from './register.ts'
import { registrations } from './registrations.ts'
import { sessions } from './sessions.ts'
import { councilColumns, id, level, memberColumns, productColumns } from './shared-columns.ts'

// Evaluation by written opinions: what a round says of its council, members and products is its own from the beginning on.

export const writtenRounds = sqliteTable(
  'written_rounds',
  {
    id: id(),
    councilId: integer('council_id')
      .notNull()
      .references(() => councils.id),
    ...councilColumns(),
    level: level().notNull(),
    /** Of the day that it was sent on. */
    ruleSetId: text('rule_set_id').notNull(),
    year: integer('year').notNull(),
    /** In the year, 1-based. */
    number: integer('number').notNull(),
    sentOn: text('sent_on').notNull(),
    replyBy: text('reply_by').notNull(),
    /** Of those who have to answer, so many must have; of the answers, so many must agree. Percent. */
    answersPercent: integer('answers_percent').notNull().default(100),
    agreePercent: integer('agree_percent').notNull().default(100),
    /** What the shares rest on; empty where both are all. */
    basis: text('basis').notNull().default(''),
    note: text('note').notNull().default(''),
    /** The day on which it was locked. */
    closedOn: text('closed_on'),
    decisionNumber: text('decision_number').notNull().default(''),
    decidedOn: text('decided_on'),
    madeAt: text('made_at').notNull(),
  },
  (table) => [unique().on(table.year, table.number)],
)

const roundReference = () =>
  integer('round_id')
    .notNull()
    .references(() => writtenRounds.id, { onDelete: 'cascade' })

export const writtenMembers = sqliteTable(
  'written_members',
  {
    id: id(),
    roundId: roundReference(),
    memberId: integer('member_id').references(() => members.id, { onDelete: 'set null' }),
    ...memberColumns(),
  },
  (table) => [index('written_members_by_round').on(table.roundId)],
)

export const writtenProducts = sqliteTable(
  'written_products',
  {
    id: id(),
    roundId: roundReference(),
    productId: integer('product_id')
      .notNull()
      .references(() => products.id),
    position: integer('position').notNull(),
    ...productColumns(),
    producerName: text('producer_name').notNull(),
    registrationId: integer('registration_id').references(() => registrations.id, { onDelete: 'set null' }),
    /** The recognition that ends, as the register told it. */
    formerDecision: text('former_decision').notNull().default(''),
    formerDecidedOn: text('former_decided_on'),
    formerLapsesOn: text('former_lapses_on'),
    formerStar: integer('former_star'),
    /** Points that are kept. */
    score: real('score'),
    proposedStar: integer('proposed_star'),
    /** What the advisory team proposes. */
    advice: text('advice').notNull().default(''),
    /** The day from which the 45 days run. */
    completeOn: text('complete_on'),
    /** The meeting that takes it instead. */
    sessionId: integer('session_id').references(() => sessions.id, { onDelete: 'set null' }),
    /** What the round's decision gave it. */
    recognitionId: integer('recognition_id').references(() => recognitions.id, { onDelete: 'set null' }),
  },
  (table) => [
    unique().on(table.roundId, table.productId),
    index('written_products_by_product').on(table.productId),
    index('written_products_by_recognition').on(table.recognitionId),
  ],
)

export const writtenAnswers = sqliteTable(
  'written_answers',
  {
    writtenProductId: integer('written_product_id')
      .notNull()
      .references(() => writtenProducts.id, { onDelete: 'cascade' }),
    writtenMemberId: integer('written_member_id')
      .notNull()
      .references(() => writtenMembers.id, { onDelete: 'cascade' }),
    /** `recused`: is not asked about this product, for the reason in `words`. */
    answer: text('answer', { enum: ['agree', 'differ', 'meet', 'recused'] }).notNull(),
    answeredOn: text('answered_on').notNull(),
    words: text('words').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.writtenProductId, table.writtenMemberId] })],
)

/** What was sent to a member: the form, and reminders. */
export const writtenSendings = sqliteTable(
  'written_sendings',
  {
    id: id(),
    writtenMemberId: integer('written_member_id')
      .notNull()
      .references(() => writtenMembers.id, { onDelete: 'cascade' }),
    kind: text('kind', { enum: sendingKinds }).notNull(),
    sentOn: text('sent_on').notNull(),
    way: text('way', { enum: sendingWays }).notNull(),
    /** Number of the letter that it went with; empty where none did. */
    letter: text('letter').notNull().default(''),
  },
  (table) => [index('written_sendings_by_member').on(table.writtenMemberId)],
)
