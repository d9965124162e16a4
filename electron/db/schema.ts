import { blob, index, integer, primaryKey, sqliteTable, text, unique, uniqueIndex } from 'drizzle-orm/sqlite-core'

/**
 * The tables of a workspace file, for typed queries. The SQL that makes them, with its STRICT tables, checks
 * and partial index, stands in `resources/migrations`; a test compares the two column by column.
 */
/** 1 or 0. */
const bool = (name: string) => integer(name)
const level = () => text('level', { enum: ['district', 'commune', 'province', 'central'] })
const id = () => integer('id').primaryKey()

/** The council's regulations, on the council as default and on each session as the copy that decides it. */
const regulationColumns = () => ({
  quorumNumerator: integer('quorum_numerator').notNull(),
  quorumDenominator: integer('quorum_denominator').notNull(),
  quorumNeedsChair: bool('quorum_needs_chair').notNull(),
  spreadLimit: integer('spread_limit').notNull(),
  rounding: text('rounding', { enum: ['none', 'two-decimals', 'one-decimal', 'integer'] }).notNull(),
  gateSettlement: text('gate_settlement', { enum: ['agreed', 'majority', 'all', 'mean'] }).notNull(),
  verification: text('verification', { enum: ['off', 'borderline', 'all'] }).notNull(),
  memberSight: text('member_sight', { enum: ['own-ballot', 'own-total', 'revealed-result'] })
    .notNull()
    .default('own-total'),
  chairApproves: bool('chair_approves').notNull().default(0),
})

export const workspace = sqliteTable('workspace', {
  id: id(),
  name: text('name').notNull(),
  isSample: bool('is_sample').notNull(),
  createdAt: text('created_at').notNull(),
  /** The same in every copy of the file; 32 hexadecimal digits. */
  uuid: text('uuid').notNull().default(''),
  /** Transactions that changed it, ever. */
  commits: integer('commits').notNull().default(0),
  /** Set by the first change after opening, cleared by closing: a copy of an open file has it, and one after a crash. */
  inUse: bool('in_use').notNull().default(0),
  /** Minutes without a key after which the screen is locked; 0 for never. */
  idleMinutes: integer('idle_minutes').notNull().default(0),
})

/** Who works with this file; none where nobody was named. */
export const people = sqliteTable('people', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  name: text('name').notNull().unique(),
  role: text('role', { enum: ['secretary', 'checker', 'chair'] }).notNull(),
  /** Argon2id in its usual text form, which names its parameters and salt; null without a password. */
  passwordHash: text('password_hash'),
  /** SHA-256 of a secretary's recovery code: 100 random bits, which need no slow hash. */
  recoveryHash: text('recovery_hash'),
})

export const sealedFiles = sqliteTable(
  'sealed_files',
  {
    id: id(),
    kind: text('kind', { enum: ['rule-set', 'criteria-set'] }).notNull(),
    key: text('key').notNull(),
    sha256: text('sha256').notNull(),
    body: text('body').notNull(),
    sealedAt: text('sealed_at').notNull(),
  },
  (table) => [unique().on(table.kind, table.key, table.sha256)],
)

export const councils = sqliteTable('councils', {
  id: id(),
  name: text('name').notNull(),
  level: level().notNull(),
  province: text('province').notNull(),
  district: text('district').notNull(),
  foundingDecisionNumber: text('founding_decision_number').notNull(),
  foundingDecisionDate: text('founding_decision_date').notNull(),
  regulationNumber: text('regulation_number').notNull(),
  ...regulationColumns(),
})

export const members = sqliteTable(
  'members',
  {
    id: id(),
    councilId: integer('council_id')
      .notNull()
      .references(() => councils.id),
    code: text('code').notNull(),
    name: text('name').notNull(),
    position: text('position').notNull(),
    organisation: text('organisation').notNull(),
    role: text('role', { enum: ['chair', 'vice-chair', 'secretary', 'member'] }).notNull(),
    sortOrder: integer('sort_order').notNull(),
  },
  (table) => [unique().on(table.councilId, table.code)],
)

export const producers = sqliteTable(
  'producers',
  { id: id(), name: text('name').notNull(), kind: text('kind').notNull() },
  (table) => [unique().on(table.name, table.kind)],
)

export const products = sqliteTable(
  'products',
  {
    id: id(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    producerId: integer('producer_id')
      .notNull()
      .references(() => producers.id),
    commune: text('commune').notNull(),
    district: text('district').notNull(),
    setNumber: integer('set_number').notNull(),
    searchKey: text('search_key').notNull(),
  },
  (table) => [index('products_by_code').on(table.code), index('products_by_producer').on(table.producerId)],
)

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
    sessionId: integer('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    memberId: integer('member_id')
      .notNull()
      .references(() => members.id),
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
    sessionId: integer('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
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
  name: text('name').notNull(),
  province: text('province').notNull(),
  district: text('district').notNull(),
  foundingDecisionNumber: text('founding_decision_number').notNull(),
  foundingDecisionDate: text('founding_decision_date').notNull(),
  regulationNumber: text('regulation_number').notNull(),
})

/** Who the council's members are at a session, from its opening on. */
export const sessionMembers = sqliteTable(
  'session_members',
  {
    sessionId: integer('session_id')
      .notNull()
      .references(() => sessions.id, { onDelete: 'cascade' }),
    memberId: integer('member_id')
      .notNull()
      .references(() => members.id),
    code: text('code').notNull(),
    name: text('name').notNull(),
    position: text('position').notNull(),
    organisation: text('organisation').notNull(),
    role: text('role', { enum: ['chair', 'vice-chair', 'secretary', 'member'] }).notNull(),
    sortOrder: integer('sort_order').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.sessionId, table.memberId] }),
    index('session_members_by_member').on(table.memberId),
  ],
)

const itemReference = () =>
  integer('agenda_item_id')
    .notNull()
    .references(() => agendaItems.id, { onDelete: 'cascade' })

/** What a session says of a product on its agenda, from its opening on. */
export const sessionProducts = sqliteTable('session_products', {
  agendaItemId: integer('agenda_item_id')
    .primaryKey()
    .references(() => agendaItems.id, { onDelete: 'cascade' }),
  code: text('code').notNull(),
  name: text('name').notNull(),
  producerName: text('producer_name').notNull(),
  producerKind: text('producer_kind').notNull(),
  commune: text('commune').notNull(),
  district: text('district').notNull(),
})

export const exclusions = sqliteTable(
  'exclusions',
  {
    agendaItemId: itemReference(),
    memberId: integer('member_id')
      .notNull()
      .references(() => members.id),
    kind: text('kind', { enum: ['recused', 'absent'] }).notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [primaryKey({ columns: [table.agendaItemId, table.memberId] })],
)

export const knockoutAnswers = sqliteTable(
  'knockout_answers',
  {
    agendaItemId: itemReference(),
    question: text('question').notNull(),
    isRejected: bool('is_rejected').notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [primaryKey({ columns: [table.agendaItemId, table.question] })],
)

export const scoringRounds = sqliteTable(
  'scoring_rounds',
  {
    agendaItemId: itemReference(),
    number: integer('number').notNull(),
    reason: text('reason').notNull(),
    openedAt: text('opened_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.agendaItemId, table.number] })],
)

export const ballots = sqliteTable('ballots', {
  id: id(),
  agendaItemId: itemReference(),
  memberId: integer('member_id')
    .notNull()
    .references(() => members.id),
  scoringRound: integer('scoring_round').notNull(),
  version: integer('version').notNull(),
  /** Grows with every saved change of the ballot. */
  revision: integer('revision').notNull(),
  state: text('state', { enum: ['draft', 'confirmed', 'verified', 'superseded'] }).notNull(),
  /** One character a criterion in form order: `.` not answered, `0` no level reached, `1`… the printed option. */
  choices: text('choices').notNull(),
  /** What a second person keyed of a confirmed ballot, blind, in the same form; null before that one's first key. */
  secondChoices: text('second_choices'),
  /** What the member wrote under "Ý kiến của người đánh giá"; decides no result. */
  opinion: text('opinion').notNull(),
  savedAt: text('saved_at').notNull(),
  confirmedAt: text('confirmed_at'),
  confirmedBy: text('confirmed_by'),
  verifiedBy: text('verified_by'),
  reopenedReason: text('reopened_reason').notNull(),
})

export const productPictures = sqliteTable('product_pictures', {
  productId: integer('product_id')
    .primaryKey()
    .references(() => products.id, { onDelete: 'cascade' }),
  type: text('type', { enum: ['image/jpeg', 'image/png', 'image/webp'] }).notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
})

export const agreedLevels = sqliteTable(
  'agreed_levels',
  {
    agendaItemId: itemReference(),
    criterion: integer('criterion').notNull(),
    option: integer('option').notNull(),
    /** Why the council agreed on it; empty where it came from a workbook or an earlier version. */
    reason: text('reason').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.agendaItemId, table.criterion] })],
)

export const auditEvents = sqliteTable('audit_events', {
  seq: integer('seq').primaryKey(),
  at: text('at').notNull(),
  actor: text('actor').notNull(),
  command: text('command').notNull(),
  subject: text('subject').notNull(),
  detail: text('detail').notNull(),
  /** The rows that the command changed (see `change-log.ts`); empty where it changed none, and in events of before. */
  changes: text('changes').notNull().default(''),
  previousHash: text('previous_hash').notNull(),
  hash: text('hash').notNull(),
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

/** Acts that were carried out on a ballot, whoever did them: repeating one changes nothing. */
export const ballotActs = sqliteTable(
  'ballot_acts',
  {
    agendaItemId: itemReference(),
    memberId: integer('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    actId: text('act_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.agendaItemId, table.memberId, table.actId] })],
)

/** Numbers given to a session's documents; one that is voided keeps its number. */
export const documentRegister = sqliteTable(
  'document_register',
  {
    id: id(),
    sessionId: integer('session_id').references(() => sessions.id, { onDelete: 'set null' }),
    kind: text('kind').notNull(),
    year: integer('year').notNull(),
    symbol: text('symbol').notNull(),
    number: integer('number').notNull(),
    issuedOn: text('issued_on').notNull(),
    posts: text('posts').notNull(),
    signerPost: text('signer_post'),
    signer: text('signer').notNull(),
    recipients: text('recipients').notNull(),
    reason: text('reason').notNull(),
    dataDigest: text('data_digest').notNull(),
    dataFacts: text('data_facts').notNull(),
    registeredAt: text('registered_at').notNull(),
    voidedAt: text('voided_at'),
    voidReason: text('void_reason'),
    /** Of a notice: the product that it is about. */
    agendaItemId: integer('agenda_item_id').references(() => agendaItems.id, { onDelete: 'set null' }),
    sentOn: text('sent_on'),
    sentTo: text('sent_to'),
  },
  (table) => [index('document_register_by_kind').on(table.kind)],
)

/** Papers as the bytes that were issued, by the audit event that gave them their numbers. */
export const issuedPapers = sqliteTable(
  'issued_papers',
  {
    id: id(),
    seq: integer('seq').notNull(),
    sessionId: integer('session_id').references(() => sessions.id, { onDelete: 'set null' }),
    format: text('format', { enum: ['pdf', 'docx', 'xlsx'] }).notNull(),
    fileName: text('file_name').notNull(),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
    sha256: text('sha256').notNull(),
    keptAt: text('kept_at').notNull(),
  },
  (table) => [unique().on(table.seq, table.format), index('issued_papers_by_session').on(table.sessionId)],
)

export const certificates = sqliteTable(
  'certificates',
  {
    id: id(),
    agendaItemId: integer('agenda_item_id')
      .notNull()
      .references(() => agendaItems.id),
    year: integer('year').notNull(),
    symbol: text('symbol').notNull(),
    number: integer('number').notNull(),
    star: integer('star').notNull(),
    decisionCode: text('decision_code').notNull(),
    issuedOn: text('issued_on').notNull(),
    expiresOn: text('expires_on').notNull(),
    dataDigest: text('data_digest').notNull(),
    dataFacts: text('data_facts').notNull(),
    numberedAt: text('numbered_at').notNull(),
    prints: integer('prints').notNull().default(0),
    lastPrintedAt: text('last_printed_at'),
    voidedAt: text('voided_at'),
    voidReason: text('void_reason'),
  },
  (table) => [unique().on(table.year, table.symbol, table.number)],
)

/** Where each field of a certificate goes on a council's pre-printed sheet, as JSON in millimetres. */
export const overprintLayouts = sqliteTable('overprint_layouts', {
  councilId: integer('council_id')
    .primaryKey()
    .references(() => councils.id, { onDelete: 'cascade' }),
  layout: text('layout').notNull(),
  savedAt: text('saved_at').notNull(),
})

/** The office's own Word templates; a kind without one is made from the template shipped. */
export const wordTemplates = sqliteTable('word_templates', {
  kind: text('kind').primaryKey(),
  fileName: text('file_name').notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  sha256: text('sha256').notNull(),
  savedAt: text('saved_at').notNull(),
})

/** What a person chose for a heading of a province's list, by its folded words; null leaves such a column alone. */
export const provinceColumns = sqliteTable('province_columns', {
  headKey: text('head_key').primaryKey(),
  field: text('field'),
})
