import { index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { products } from './directory.ts'
import { certificates } from './papers.ts'
import { listImports, recognitions } from './register.ts'
import { bool, id, productColumns } from './shared-columns.ts'

// Products that are to be evaluated in a year, and what came of their dossiers.

export const registrations = sqliteTable(
  'registrations',
  {
    id: id(),
    productId: integer('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    year: integer('year').notNull(),
    application: text('application', { enum: ['new', 'reassessment', 'upgrade'] }).notNull(),
    /** The list that told of it; null for one made by hand. */
    importId: integer('import_id').references(() => listImports.id),
    round: integer('round'),
    filedOn: text('filed_on'),
    /** The day on which the commune had all of the dossier; null for the day of filing. */
    completeOn: text('complete_on'),
    /** That received the dossier; empty for the product's own. */
    commune: text('commune').notNull().default(''),
    /** Of the recognition that is upgraded or evaluated again, at most one. */
    renewsCertificateId: integer('renews_certificate_id').references(() => certificates.id),
    renewsRecognitionId: integer('renews_recognition_id').references(() => recognitions.id, { onDelete: 'set null' }),
    samplesReceived: integer('samples_received').notNull().default(0),
    samplesOn: text('samples_on'),
    samplesAfter: text('samples_after', { enum: ['', 'tasted', 'returned'] })
      .notNull()
      .default(''),
    note: text('note').notNull().default(''),
    screening: text('screening', { enum: ['', 'passed', 'not-passed', 'to-complete'] })
      .notNull()
      .default(''),
    screenedOn: text('screened_on'),
    /** Grounds that the idea meets, as a JSON list of their keys. */
    screeningGrounds: text('screening_grounds').notNull().default('[]'),
    screeningNote: text('screening_note').notNull().default(''),
    withdrawnOn: text('withdrawn_on'),
    withdrawalReason: text('withdrawal_reason').notNull().default(''),
  },
  (table) => [unique().on(table.productId, table.year), index('registrations_by_year').on(table.year)],
)

/** What a dossier says of its product and producer from the closing of its year on. */
export const closedRegistrations = sqliteTable('closed_registrations', {
  registrationId: integer('registration_id')
    .primaryKey()
    .references(() => registrations.id, { onDelete: 'cascade' }),
  ...productColumns(),
  setNumber: integer('set_number'),
  producerName: text('producer_name').notNull(),
  producerKind: text('producer_kind').notNull(),
  representative: text('representative').notNull(),
  phone: text('phone').notNull(),
  address: text('address').notNull(),
  producerCommune: text('producer_commune').notNull(),
  producerDistrict: text('producer_district').notNull(),
  producerProvince: text('producer_province').notNull(),
})

const registrationReference = () =>
  integer('registration_id')
    .notNull()
    .references(() => registrations.id, { onDelete: 'cascade' })

/** What the office noted of an item of a dossier; one without a row was not looked at. */
export const dossierItems = sqliteTable(
  'dossier_items',
  {
    registrationId: registrationReference(),
    /** Its key in the dossier rules. */
    item: text('item').notNull(),
    state: text('state', { enum: ['received', 'lacking', 'not-needed'] }),
    receivedOn: text('received_on'),
    expiresOn: text('expires_on'),
    reason: text('reason').notNull().default(''),
    note: text('note').notNull().default(''),
  },
  (table) => [primaryKey({ columns: [table.registrationId, table.item] })],
)

/** Files of papers, which lie in a folder beside the workspace. */
export const dossierFiles = sqliteTable(
  'dossier_files',
  {
    id: id(),
    registrationId: registrationReference(),
    item: text('item').notNull(),
    /** As it was called when it came. */
    name: text('name').notNull(),
    /** Its name in the registration's folder. */
    storedName: text('stored_name').notNull(),
    sha256: text('sha256').notNull(),
    size: integer('size').notNull(),
    addedAt: text('added_at').notNull(),
  },
  (table) => [index('dossier_files_by_registration').on(table.registrationId)],
)

/** What the office said of a file beside, or against, the dossier rules: which criteria it proves. */
export const dossierEvidence = sqliteTable(
  'dossier_evidence',
  {
    fileId: integer('file_id')
      .notNull()
      .references(() => dossierFiles.id, { onDelete: 'cascade' }),
    /** Its code in the product's form. */
    criterion: text('criterion').notNull(),
    proves: bool('proves').notNull(),
  },
  (table) => [primaryKey({ columns: [table.fileId, table.criterion] })],
)
