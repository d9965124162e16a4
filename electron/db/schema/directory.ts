import { blob, index, integer, sqliteTable, text, unique } from 'drizzle-orm/sqlite-core'
import { councilColumns, id, level, memberColumns, productColumns, regulationColumns } from './shared-columns.ts'

// The lists: councils with their members, producers with their products.

export const councils = sqliteTable('councils', {
  id: id(),
  ...councilColumns(),
  level: level().notNull(),
  ...regulationColumns(),
})

export const members = sqliteTable(
  'members',
  {
    id: id(),
    councilId: integer('council_id')
      .notNull()
      .references(() => councils.id),
    ...memberColumns(),
    /** The last day on which the member is one; null while there is none. */
    retiredOn: text('retired_on'),
    retireReason: text('retire_reason').notNull().default(''),
  },
  (table) => [unique().on(table.councilId, table.code)],
)

export const producers = sqliteTable(
  'producers',
  {
    id: id(),
    name: text('name').notNull(),
    kind: text('kind').notNull(),
    representative: text('representative').notNull().default(''),
    phone: text('phone').notNull().default(''),
    address: text('address').notNull().default(''),
    /** Tells producers of one name apart; empty where nobody said. */
    commune: text('commune').notNull().default(''),
    district: text('district').notNull().default(''),
    province: text('province').notNull().default(''),
  },
  (table) => [index('producers_by_name').on(table.name)],
)

/** What a producer was called besides: lists that still call it so find it. */
export const producerNames = sqliteTable(
  'producer_names',
  {
    id: id(),
    producerId: integer('producer_id')
      .notNull()
      .references(() => producers.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
  },
  (table) => [unique().on(table.producerId, table.name)],
)

export const products = sqliteTable(
  'products',
  {
    id: id(),
    ...productColumns(),
    producerId: integer('producer_id')
      .notNull()
      .references(() => producers.id),
    /** Null where only lists told of the product; its code is empty then too. */
    setNumber: integer('set_number'),
    searchKey: text('search_key').notNull(),
  },
  (table) => [index('products_by_code').on(table.code), index('products_by_producer').on(table.producerId)],
)

/** What a product was called besides, and by which producer. */
export const productNames = sqliteTable(
  'product_names',
  {
    id: id(),
    productId: integer('product_id')
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    producerName: text('producer_name').notNull(),
  },
  (table) => [unique().on(table.productId, table.name, table.producerName)],
)

export const productPictures = sqliteTable('product_pictures', {
  productId: integer('product_id')
    .primaryKey()
    .references(() => products.id, { onDelete: 'cascade' }),
  type: text('type', { enum: ['image/jpeg', 'image/png', 'image/webp'] }).notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
})

/** What sets the product apart where it comes from, for those who judge it. */
export const productIdentities = sqliteTable('product_identities', {
  productId: integer('product_id')
    .primaryKey()
    .references(() => products.id, { onDelete: 'cascade' }),
  story: text('story').notNull(),
  material: text('material').notNull(),
  tradition: text('tradition').notNull(),
})

export function memberReference() {
  return integer('member_id')
    .notNull()
    .references(() => members.id)
}
