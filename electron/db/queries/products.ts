import type { Product, ProductFields, ProductIdentity } from '../../../shared/api/products.ts'
import { codeKey } from '../../../shared/domain/register/product-code.ts'
import type { Place } from '../../../shared/domain/register/registered-product.ts'
import { isSamePlace, placeRules } from '../../../shared/domain/register/said-place.ts'
import { insertInto, updateById } from '../columns.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { productIdentities, products, type productPictures } from '../schema/directory.ts'
import { read, readColumn, write } from '../statement.ts'
import { listCommuneChanges, searchKeysOf } from './communes.ts'

type ProductRow = Omit<Product, 'hasPicture'> & { readonly hasPicture: number }

const selectProducts = `SELECT p.id, p.producer_id AS producerId, p.code, p.name, r.name AS producerName, r.kind AS producerKind, p.commune,
  p.district, p.set_number AS setNumber,
  (SELECT count(*) FROM agenda_items a WHERE a.product_id = p.id) AS sessionCount,
  (SELECT star FROM (
     SELECT a.concluded_star AS star, s.held_on AS day, a.concluded_at AS at
       FROM agenda_items a JOIN sessions s ON s.id = a.session_id
       WHERE a.product_id = p.id AND a.concluded_star IS NOT NULL
     UNION ALL SELECT o.star, coalesce(o.decision_date, o.decision_year || '-12-31'), ''
       FROM recognitions o WHERE o.product_id = p.id AND o.star IS NOT NULL)
   ORDER BY day DESC, at DESC LIMIT 1) AS lastStar,
  EXISTS (SELECT 1 FROM product_pictures WHERE product_id = p.id) AS hasPicture
  FROM products p JOIN producers r ON r.id = p.producer_id`

const inOrder = `ORDER BY p.code = '', p.code, p.id`

export type SearchedProductRow = {
  readonly id: number
  /** As `searchKey` has it. */
  readonly key: string
  readonly district: string
  readonly setNumber: number | null
  /** Lacks its code or its set. */
  readonly isIncomplete: 0 | 1
}

/** What every product is found by, in the order of their codes. */
export function listSearchedProducts(db: ReadDb): readonly SearchedProductRow[] {
  return read<[], SearchedProductRow>(
    db,
    `SELECT p.id, p.search_key AS key, p.district, p.set_number AS setNumber, p.code = '' OR p.set_number IS NULL AS isIncomplete
     FROM products p ${inOrder}`,
  ).all()
}

/** What is on a session's agenda. */
export function listProductsOfSession(db: ReadDb, sessionId: number): readonly number[] {
  return readColumn<number, number>(db, 'SELECT product_id FROM agenda_items WHERE session_id = ?').all(sessionId)
}

/** Those of these ids, in their order. */
export function readProducts(db: ReadDb, ids: readonly number[]): readonly Product[] {
  const sql = `${selectProducts} JOIN json_each(?) asked ON asked.value = p.id ORDER BY asked.key`
  return read<string, ProductRow>(db, sql).all(JSON.stringify(ids)).map(toProduct)
}

export function findProduct(db: ReadDb, id: number): Product | null {
  const row = read<number, ProductRow>(db, `${selectProducts} WHERE p.id = ?`).get(id)
  return row === undefined ? null : toProduct(row)
}

/** A product with that code, however it is written; null where none has it. */
export function findProductByCode(db: ReadDb, code: string): Product | null {
  const key = codeKey(code)
  if (key === '') return null
  const codes = read<[], { readonly id: number; readonly code: string }>(
    db,
    "SELECT id, code FROM products WHERE code <> ''",
  )
  for (const { id, code: other } of codes.iterate()) if (codeKey(other) === key) return findProduct(db, id)
  return null
}

/** Codes with their communes: of a district, or of products that name none. */
export function listCodesOfDistrict(
  db: ReadDb,
  district: string,
): readonly { readonly code: string; readonly commune: string }[] {
  return read<[string, string], { readonly code: string; readonly commune: string }>(
    db,
    "SELECT code, commune FROM products WHERE code <> '' AND commune <> '' AND (? = '' OR district IN ('', ?))",
  ).all(district, district)
}

/** `producerId`: of the one that makes it; null to find one of that name, kind and place, or to make a new one. */
export function insertProduct(db: WriteDb, fields: ProductFields, producerId: number | null = null): number {
  const madeBy = producerId ?? findNamedProducer(db, fields) ?? insertProducer(db, fields)
  const columns = productColumns(fields, madeBy, searchKeysOf(db)(fields, null))
  return write<typeof columns, { readonly id: number }>(db, `${insertInto(products, columns)} RETURNING id`).get(
    columns,
  ).id
}

/** Gives a producer the kind that it lacks. */
export function fillProducerKind(db: WriteDb, producer: { readonly id: number; readonly kind: string }): void {
  write<typeof producer>(db, "UPDATE producers SET kind = @kind WHERE id = @id AND kind = ''").run(producer)
}

/** Gives a product what it lacks: code, set and place. What it has stays. Its id. */
export function fillProduct(db: WriteDb, id: number, fields: ProductFields): number {
  const known = findProduct(db, id)
  if (known === null) return id
  const isFree = known.code === '' && findProductByCode(db, fields.code) === null
  const filled = {
    code: isFree ? fields.code : known.code,
    name: known.name,
    producerName: known.producerName,
    producerKind: known.producerKind,
    ...filledPlace(db, known, fields),
    setNumber: known.setNumber ?? fields.setNumber,
  }
  updateProduct(db, id, filled)
  return id
}

/** The district of an old commune is none of what it became. */
function filledPlace(db: ReadDb, known: Place, said: Place): Place {
  const { commune, district } = known
  if (commune === '') return { commune: said.commune, district: district === '' ? said.district : district }
  if (district !== '' || said.district === '' || !isSamePlace(known, said)) return { commune, district }
  const { isOtherName } = placeRules(listCommuneChanges(db))
  return { commune, district: isOtherName({ place: known, stoodAt: [] }, said) ? '' : said.district }
}

/** `producerId`: of the one that makes it from now on; null for its own, or another one of that name, kind and place. */
export function updateProduct(db: WriteDb, id: number, fields: ProductFields, producerId: number | null = null): void {
  const madeBy =
    producerId ?? findOwnProducer(db, id, fields) ?? findNamedProducer(db, fields) ?? insertProducer(db, fields)
  const columns = { ...productColumns(fields, madeBy, searchKeysOf(db)(fields, id)), id }
  write<typeof columns>(db, updateById(products, columns)).run(columns)
}

export function deleteProduct(db: WriteDb, id: number): void {
  write<number>(db, 'DELETE FROM products WHERE id = ?').run(id)
}

type PictureRow = typeof productPictures.$inferSelect

export function findProductPicture(db: ReadDb, productId: number): Omit<PictureRow, 'productId'> | null {
  const sql = 'SELECT type, bytes FROM product_pictures WHERE product_id = ?'
  return read<number, Omit<PictureRow, 'productId'>>(db, sql).get(productId) ?? null
}

export function upsertProductPicture(db: WriteDb, picture: PictureRow): void {
  write<PictureRow>(
    db,
    `INSERT INTO product_pictures (product_id, type, bytes) VALUES (@productId, @type, @bytes)
     ON CONFLICT DO UPDATE SET type = excluded.type, bytes = excluded.bytes`,
  ).run(picture)
}

export function findProductIdentity(db: ReadDb, productId: number): ProductIdentity {
  const sql = 'SELECT story, material, tradition FROM product_identities WHERE product_id = ?'
  return read<number, ProductIdentity>(db, sql).get(productId) ?? { story: '', material: '', tradition: '' }
}

export function upsertProductIdentity(db: WriteDb, identity: ProductIdentity & { readonly productId: number }): void {
  write<typeof identity>(
    db,
    `${insertInto(productIdentities, identity)}
     ON CONFLICT DO UPDATE SET story = excluded.story, material = excluded.material, tradition = excluded.tradition`,
  ).run(identity)
}

export function deleteProductPicture(db: WriteDb, productId: number): void {
  write<number>(db, 'DELETE FROM product_pictures WHERE product_id = ?').run(productId)
}

function productColumns(fields: ProductFields, producerId: number, searchKey: string) {
  const { producerName: _name, producerKind: _kind, ...rest } = fields
  return { ...rest, producerId, searchKey }
}

export function findProducer(
  db: ReadDb,
  id: number,
): { readonly id: number; readonly name: string; readonly kind: string } | null {
  const sql = 'SELECT id, name, kind FROM producers WHERE id = ?'
  return read<number, { readonly id: number; readonly name: string; readonly kind: string }>(db, sql).get(id) ?? null
}

type ProducerOf = Pick<ProductFields, 'producerName' | 'producerKind' | 'commune' | 'district'>

/** The one that the product has, where it is still called so: a product that moves takes its producer along. */
function findOwnProducer(db: ReadDb, id: number, { producerName, producerKind }: ProducerOf): number | null {
  return (
    readColumn<[number, string, string], number>(
      db,
      `SELECT r.id FROM products p JOIN producers r ON r.id = p.producer_id
       WHERE p.id = ? AND r.name = ? AND r.kind = ?`,
    ).get(id, producerName, producerKind) ?? null
  )
}

/** Of that name and kind, in that place before one whose place nobody said. */
function findNamedProducer(db: ReadDb, fields: ProducerOf): number | null {
  return (
    readColumn<ProducerOf, number>(
      db,
      `SELECT id FROM producers WHERE name = @producerName AND kind = @producerKind
         AND (commune IN ('', @commune) OR @commune = '') AND (district IN ('', @district) OR @district = '')
       ORDER BY commune = '', id LIMIT 1`,
    ).get(fields) ?? null
  )
}

function insertProducer(db: WriteDb, fields: ProducerOf): number {
  return write<ProducerOf, { readonly id: number }>(
    db,
    `INSERT INTO producers (name, kind, commune, district)
     VALUES (@producerName, @producerKind, @commune, @district) RETURNING id`,
  ).get(fields).id
}

function toProduct(row: ProductRow): Product {
  return { ...row, hasPicture: row.hasPicture === 1 }
}

/** The codes of all products that have one, by product. */
export function readProductCodes(db: ReadDb): ReadonlyMap<number, string> {
  const rows = read<[], { readonly id: number; readonly code: string }>(
    db,
    "SELECT id, code FROM products WHERE code <> ''",
  ).all()
  return new Map(rows.map(({ id, code }) => [id, code]))
}
