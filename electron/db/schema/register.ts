import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { products } from './directory.ts'
import { id } from './shared-columns.ts'

const productReference = () =>
  integer('product_id')
    .notNull()
    .references(() => products.id, { onDelete: 'cascade' })

const importReference = () =>
  integer('import_id')
    .notNull()
    .references(() => listImports.id)

/** A list of an office that was taken into the register. */
export const listImports = sqliteTable('list_imports', {
  id: id(),
  /** Of the file's bytes. */
  sha256: text('sha256').notNull(),
  fileName: text('file_name').notNull(),
  sheet: text('sheet').notNull(),
  /** The office that sent it, as it was called; may be empty. */
  sender: text('sender').notNull(),
  takenAt: text('taken_at').notNull(),
})

/** Its rows as they stood in it: a JSON object of what its cells show, by column letter. */
export const listRows = sqliteTable(
  'list_rows',
  {
    importId: importReference(),
    row: integer('row').notNull(),
    productId: productReference(),
    cells: text('cells').notNull(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.row] }), index('list_rows_by_product').on(table.productId)],
)

/** Recognitions that lists tell of or that rounds of written opinions led to; those of this file's sessions are its certificates. */
export const recognitions = sqliteTable(
  'recognitions',
  {
    id: id(),
    productId: productReference(),
    /** As the list called them. */
    productName: text('product_name').notNull(),
    producerName: text('producer_name').notNull(),
    star: integer('star'),
    score: real('score'),
    decisionNumber: text('decision_number').notNull(),
    decisionDate: text('decision_date'),
    decisionYear: integer('decision_year'),
    validUntil: text('valid_until'),
    /** `07/GCN-UBND`, as a list or a package of the level above says it; empty where none does. */
    certificateNumber: text('certificate_number').notNull().default(''),
    /** The list that told of it, the last one; null where only a round of written opinions did (`written_products`). */
    importId: integer('import_id').references(() => listImports.id),
  },
  (table) => [index('recognitions_by_product').on(table.productId), index('recognitions_by_end').on(table.validUntil)],
)

/** What a column of an office's lists was said to hold, by the folded words of its heading; null for nothing. */
export const listColumns = sqliteTable(
  'list_columns',
  { sender: text('sender').notNull(), headKey: text('head_key').notNull(), field: text('field') },
  (table) => [primaryKey({ columns: [table.sender, table.headKey] })],
)
