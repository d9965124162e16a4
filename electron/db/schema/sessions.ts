import { index, integer, primaryKey, sqliteTable, text, unique, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { councils, memberReference, members, products } from './directory.ts'
import { sealedFiles } from './file.ts'
import { bool, councilColumns, id, level, memberColumns, productColumns, regulationColumns } from './shared-columns.ts'

// Sessions, their agenda and their room; what a session says of its council, members and products is its own from its opening on.

export const sessions = sqliteTable('sessions', {
  id: id(),
  councilId: integer('council_id')
    .notNull()
    .references(() => councils.id),
  ruleSetFileId: integer('rule_set_file_id')
    .notNull()
    .references(() => sealedFiles.id),
  level: level().notNull(),
  year: integer('year').notNull(),
  round: integer('round').notNull(),
  heldOn: text('held_on').notNull(),
  place: text('place').notNull(),
  referralThreshold: integer('referral_threshold'),
  ...regulationColumns(),
  state: text('state', { enum: ['planned', 'open', 'closed'] }).notNull(),
  openedAt: text('opened_at'),
  closedAt: text('closed_at'),
  tallyDigest: text('tally_digest'),
  /** Of all that any document prints; null while it is not locked, and where a program of before locked it. */
  recordDigest: text('record_digest'),
  /** The product that the room looks at now. */
  currentItemId: integer('current_item_id'),
  /** Why one person alone keyed and verified; printed in the minutes. */
  soleOperatorNote: text('sole_operator_note'),
  /** The chair's approval: all three or none. It is of the tally with that digest. */
  approvedBy: text('approved_by'),
  approvedAt: text('approved_at'),
  approvedDigest: text('approved_digest'),
  /** For the minutes: `08:05`, or empty. */
  beganAt: text('began_at').notNull().default(''),
  endedAt: text('ended_at').notNull().default(''),
  /** ISO date; empty = the session's day. */
  endedOn: text('ended_on').notNull().default(''),
  discussion: text('discussion').notNull().default(''),
})

export const attendances = sqliteTable(
  'attendances',
  {
    sessionId: ofSession(),
    memberId: memberReference(),
    isPresent: bool('is_present').notNull(),
    arrivedAt: text('arrived_at'),
    leftAt: text('left_at'),
    /** Why the member did not come; empty for who did. */
    absenceReason: text('absence_reason').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.sessionId, table.memberId] })],
)

export const agendaItems = sqliteTable(
  'agenda_items',
  {
    id: id(),
    sessionId: ofSession(),
    productId: integer('product_id')
      .notNull()
      .references(() => products.id),
    criteriaFileId: integer('criteria_file_id')
      .notNull()
      .references(() => sealedFiles.id),
    position: integer('position').notNull(),
    application: text('application', { enum: ['new', 'reassessment', 'upgrade'] }).notNull(),
    criteriaCase: text('criteria_case', { enum: ['a', 'b'] }),
    scoringRound: integer('scoring_round').notNull(),
    spreadWaiver: text('spread_waiver'),
    concludedStar: integer('concluded_star'),
    conclusionNote: text('conclusion_note'),
    concludedAt: text('concluded_at'),
    samplesReceived: integer('samples_received').notNull().default(0),
    dossierStatus: text('dossier_status', { enum: ['unchecked', 'complete', 'incomplete'] })
      .notNull()
      .default('unchecked'),
    dossierNote: text('dossier_note').notNull().default(''),
    revealedAt: text('revealed_at'),
  },
  (table) => [unique().on(table.sessionId, table.productId), index('agenda_items_by_product').on(table.productId)],
)

/** What a session says of its council, from its opening on. */
export const sessionCouncils = sqliteTable('session_councils', {
  sessionId: integer('session_id')
    .primaryKey()
    .references(() => sessions.id, { onDelete: 'cascade' }),
  ...councilColumns(),
})

/** Who the council's members are at a session, from its opening on. */
export const sessionMembers = sqliteTable(
  'session_members',
  {
    sessionId: ofSession(),
    memberId: memberReference(),
    ...memberColumns(),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.memberId] }),
    index('session_members_by_member').on(table.memberId),
  ],
)

/** What a session says of a product on its agenda, from its opening on. */
export const sessionProducts = sqliteTable('session_products', {
  agendaItemId: integer('agenda_item_id')
    .primaryKey()
    .references(() => agendaItems.id, { onDelete: 'cascade' }),
  ...productColumns(),
  producerName: text('producer_name').notNull(),
  producerKind: text('producer_kind').notNull(),
})

/** A meeting room that is on, or that was on when the application ended unexpectedly. */
export const rooms = sqliteTable('rooms', {
  sessionId: integer('session_id')
    .primaryKey()
    .references(() => sessions.id, { onDelete: 'cascade' }),
  startedAt: text('started_at').notNull(),
})

/** The six figures of each member or clerk, salted and hashed. */
export const roomCodes = sqliteTable(
  'room_codes',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    sessionId: integer('session_id')
      .notNull()
      .references(() => rooms.sessionId, { onDelete: 'cascade' }),
    /** Either a member's or, by name, a clerk's. */
    memberId: integer('member_id').references(() => members.id, { onDelete: 'cascade' }),
    clerk: text('clerk'),
    salt: text('salt').notNull(),
    hash: text('hash').notNull(),
    /** A clerk's, as the entering page shows it. */
    number: integer('number'),
  },
  (table) => [
    unique('room_codes_of_member').on(table.memberId, table.sessionId),
    unique('room_codes_of_clerk').on(table.sessionId, table.clerk),
    unique('room_codes_of_number').on(table.sessionId, table.number),
  ],
)

export const roomDevices = sqliteTable(
  'room_devices',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    tokenHash: text('token_hash').notNull(),
    codeId: integer('code_id')
      .notNull()
      .references(() => roomCodes.id, { onDelete: 'cascade' }),
    enteredAt: text('entered_at').notNull(),
    /** With it the device signs each call. */
    proofKey: text('proof_key').notNull(),
    /** Where it called from last. */
    address: text('address').notNull(),
  },
  (table) => [uniqueIndex('room_devices_by_token').on(table.tokenHash), index('room_devices_by_code').on(table.codeId)],
)

export function ofSession() {
  return integer('session_id')
    .notNull()
    .references(() => sessions.id, { onDelete: 'cascade' })
}

export function itemReference() {
  return integer('agenda_item_id')
    .notNull()
    .references(() => agendaItems.id, { onDelete: 'cascade' })
}
