import { blob, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { councils } from './directory.ts'
import { agendaItems, sessions } from './sessions.ts'
import { id } from './shared-columns.ts'

// What is issued: numbers, the bytes that were issued, certificates, and how an office wants its papers.

/** The office that issues papers of its own: one row, once somebody said. */
export const office = sqliteTable('office', {
  id: id(),
  level: text('level', { enum: ['district', 'province', 'central'] }).notNull(),
  province: text('province').notNull(),
  district: text('district').notNull(),
  /** As its papers name it; empty for the unit in charge by law. */
  unit: text('unit').notNull(),
  /** Ends the symbol of its papers: `VPĐP`; empty likewise. */
  abbreviation: text('abbreviation').notNull(),
})

/** Numbers given to papers, those of a session or the office's own; one that is voided keeps its number. */
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
    /** Of a paper of the office, which belongs to no session: what it was asked for, as JSON (`OfficePaper`). */
    paper: text('paper'),
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
    /**
     * Of a session's agenda, or of a round of written opinions: one of both. The migration says that the second refers to
     * `written_products`, whose own references lead back here.
     */
    agendaItemId: integer('agenda_item_id').references(() => agendaItems.id),
    writtenProductId: integer('written_product_id'),
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
