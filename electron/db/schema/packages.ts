import { blob, index, integer, primaryKey, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { products } from './directory.ts'
import { sessions } from './sessions.ts'
import { id } from './shared-columns.ts'

// What goes between offices in `.ocop-goi` files.

/** Keys of other offices that somebody compared by telephone. */
export const officeKeys = sqliteTable('office_keys', {
  publicKey: text('public_key').primaryKey(),
  office: text('office').notNull(),
  confirmedAt: text('confirmed_at').notNull(),
  confirmedBy: text('confirmed_by').notNull(),
})

export const packages = sqliteTable(
  'packages',
  {
    id: id(),
    /** The package's own id, by which answers name it. */
    uid: text('uid').notNull(),
    direction: text('direction', { enum: ['sent', 'received'] }).notNull(),
    kind: text('kind', { enum: ['up', 'down'] }).notNull(),
    /** Who made it, as it calls itself. */
    office: text('office').notNull(),
    publicKey: text('public_key').notNull(),
    /** The uid of the package that one down answers. */
    answers: text('answers'),
    /** `PackageSession` as JSON. */
    session: text('session').notNull(),
    /** This file's session that it was made from; null for what came in. */
    sessionId: integer('session_id').references(() => sessions.id, { onDelete: 'set null' }),
    /** Of the file's bytes. */
    sha256: text('sha256').notNull(),
    fileName: text('file_name').notNull(),
    madeAt: text('made_at').notNull(),
    notedAt: text('noted_at').notNull(),
  },
  (table) => [unique().on(table.uid, table.direction)],
)

const packageReference = () =>
  integer('package_id')
    .notNull()
    .references(() => packages.id)

/** Its products, as the package says them (`PackageProduct` or `PackageAnswer` as JSON). */
export const packageRows = sqliteTable(
  'package_rows',
  {
    packageId: packageReference(),
    row: integer('row').notNull(),
    /** This file's product; null where a row was refused, or the product is gone. */
    productId: integer('product_id').references(() => products.id, { onDelete: 'set null' }),
    state: text('state', { enum: ['sent', 'taken', 'refused'] }).notNull(),
    /** Why it was refused; empty for the others. */
    reason: text('reason').notNull(),
    facts: text('facts').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.packageId, table.row] }),
    index('package_rows_by_product').on(table.productId),
  ],
)

/** Papers that came in a package, as their bytes were in it. */
export const packagePapers = sqliteTable(
  'package_papers',
  {
    packageId: packageReference(),
    part: text('part').notNull(),
    kind: text('kind').notNull(),
    code: text('code').notNull(),
    issuedOn: text('issued_on'),
    bytes: blob('bytes', { mode: 'buffer' }).notNull(),
    sha256: text('sha256').notNull(),
  },
  (table) => [primaryKey({ columns: [table.packageId, table.part] })],
)
