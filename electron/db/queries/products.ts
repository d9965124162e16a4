import { and, asc, count, eq, notInArray, sql, type SQL } from 'drizzle-orm'
import type { Product, ProductFields } from '../../../shared/api/products.ts'
import { searchKey } from '../../../shared/domain/vietnamese/search-key.ts'
import type { WorkspaceDb } from '../open.ts'
import { agendaItems, producers, productPictures, products } from '../schema.ts'

export type ProductQuery = {
  readonly query?: string | undefined
  readonly setNumber?: number | undefined
  readonly notInSessionId?: number | undefined
  readonly limit: number
  readonly offset: number
}

export function listProducts(
  db: WorkspaceDb,
  query: ProductQuery,
): { readonly total: number; readonly products: readonly Product[] } {
  const where = and(...conditionsOf(db, query))
  const total = db.select({ n: count() }).from(products).where(where).get()?.n ?? 0
  const rows = selectProducts(db)
    .where(where)
    .orderBy(asc(products.code), asc(products.id))
    .limit(query.limit)
    .offset(query.offset)
    .all()
  return { total, products: rows }
}

export function findProduct(db: WorkspaceDb, id: number): Product | null {
  return selectProducts(db).where(eq(products.id, id)).get() ?? null
}

/** The id of a product with the same code, or null. */
export function findProductByCode(db: WorkspaceDb, code: string): Product | null {
  return selectProducts(db).where(eq(products.code, code)).limit(1).get() ?? null
}

/** The id of the very same product (code, name, producer, set), or null. */
export function findSameProduct(db: WorkspaceDb, fields: ProductFields): number | null {
  const row = db
    .select({ id: products.id })
    .from(products)
    .innerJoin(producers, eq(producers.id, products.producerId))
    .where(
      and(
        eq(products.code, fields.code),
        eq(products.name, fields.name),
        eq(products.setNumber, fields.setNumber),
        eq(producers.name, fields.producerName),
        eq(producers.kind, fields.producerKind),
      ),
    )
    .get()
  return row?.id ?? null
}

export function insertProduct(db: WorkspaceDb, fields: ProductFields): number {
  return db.insert(products).values(productColumns(db, fields)).returning({ id: products.id }).get().id
}

export function updateProduct(db: WorkspaceDb, id: number, fields: ProductFields): void {
  db.update(products).set(productColumns(db, fields)).where(eq(products.id, id)).run()
}

export function deleteProduct(db: WorkspaceDb, id: number): void {
  db.delete(products).where(eq(products.id, id)).run()
}

export function findProductPicture(db: WorkspaceDb, productId: number) {
  return db.select().from(productPictures).where(eq(productPictures.productId, productId)).get() ?? null
}

export function upsertProductPicture(db: WorkspaceDb, row: typeof productPictures.$inferInsert): void {
  db.insert(productPictures)
    .values(row)
    .onConflictDoUpdate({ target: productPictures.productId, set: { type: row.type, bytes: row.bytes } })
    .run()
}

export function deleteProductPicture(db: WorkspaceDb, productId: number): void {
  db.delete(productPictures).where(eq(productPictures.productId, productId)).run()
}

function selectProducts(db: WorkspaceDb) {
  return db
    .select({
      id: products.id,
      code: products.code,
      name: products.name,
      producerName: producers.name,
      producerKind: producers.kind,
      commune: products.commune,
      district: products.district,
      setNumber: products.setNumber,
      sessionCount: sql<number>`(SELECT count(*) FROM agenda_items a WHERE a.product_id = products.id)`,
      lastStar: sql<number | null>`(SELECT a.concluded_star FROM agenda_items a WHERE a.product_id = products.id
        AND a.concluded_star IS NOT NULL ORDER BY a.concluded_at DESC LIMIT 1)`,
      hasPicture: sql<boolean>`EXISTS (SELECT 1 FROM product_pictures p WHERE p.product_id = products.id)`.mapWith(
        Boolean,
      ),
    })
    .from(products)
    .innerJoin(producers, eq(producers.id, products.producerId))
}

function conditionsOf(db: WorkspaceDb, query: ProductQuery): readonly SQL[] {
  const words = searchKey(query.query ?? '')
    .split(' ')
    .filter((word) => word !== '')
  const conditions: SQL[] = words.map((word) => sql`instr(${products.searchKey}, ${word}) > 0`)
  if (query.setNumber !== undefined) conditions.push(eq(products.setNumber, query.setNumber))
  if (query.notInSessionId !== undefined) {
    conditions.push(
      notInArray(
        products.id,
        db
          .select({ id: agendaItems.productId })
          .from(agendaItems)
          .where(eq(agendaItems.sessionId, query.notInSessionId)),
      ),
    )
  }
  return conditions
}

function productColumns(db: WorkspaceDb, fields: ProductFields) {
  const { producerName, producerKind, ...rest } = fields
  const producerId = db
    .insert(producers)
    .values({ name: producerName, kind: producerKind })
    .onConflictDoUpdate({ target: [producers.name, producers.kind], set: { kind: producerKind } })
    .returning({ id: producers.id })
    .get().id
  const text = [fields.code, fields.name, producerName, fields.commune].join(' ')
  return { ...rest, producerId, searchKey: searchKey(text) }
}
