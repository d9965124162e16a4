import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { producers, products } from './directory.ts'
import { id } from './shared-columns.ts'

// Communes that became others, and where products and producers stood before.

/** The office's list: which commune an old one became part of, from which day on. */
export const communeChanges = sqliteTable('commune_changes', {
  id: id(),
  oldCommune: text('old_commune').notNull(),
  oldDistrict: text('old_district').notNull(),
  oldProvince: text('old_province').notNull(),
  newCommune: text('new_commune').notNull(),
  newProvince: text('new_province').notNull(),
  /** Of the new commune, by QĐ 19/2025/QĐ-TTg; empty where nobody said. */
  code: text('code').notNull(),
  /** ISO day. */
  fromDay: text('from_day').notNull(),
})

/** Where a product, or a producer, stood before it was brought to its commune of now. */
export const formerPlaces = sqliteTable(
  'former_places',
  {
    id: id(),
    /** One of the two. */
    productId: integer('product_id').references(() => products.id, { onDelete: 'cascade' }),
    producerId: integer('producer_id').references(() => producers.id, { onDelete: 'cascade' }),
    commune: text('commune').notNull(),
    district: text('district').notNull(),
    province: text('province').notNull(),
    newCommune: text('new_commune').notNull(),
    newProvince: text('new_province').notNull(),
    /** ISO day from which on the new commune stands. */
    untilDay: text('until_day').notNull(),
    /** One moment for all that were brought over at once. */
    changedAt: text('changed_at').notNull(),
  },
  (table) => [
    index('former_places_by_product').on(table.productId),
    index('former_places_by_producer').on(table.producerId),
  ],
)
