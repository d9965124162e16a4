import type { CommuneFields, PlaceToUpdate } from '../../../shared/api/communes.ts'
import { indexCommunes, type CommuneChange, type Communes } from '../../../shared/domain/communes/index-communes.ts'
import type { KnownCommune } from '../../../shared/domain/communes/near-communes.ts'
import { searchKey } from '../../../shared/domain/vietnamese/search-key.ts'
import { columnsOf, insertInto, updateById } from '../columns.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { communeChanges, formerPlaces } from '../schema/communes.ts'
import { read, readColumn, write } from '../statement.ts'

export type KnownChange = CommuneChange & { readonly id: number }

/** The office's list, by new commune. */
export function listCommuneChanges(db: ReadDb): readonly KnownChange[] {
  return read<[], KnownChange>(
    db,
    `SELECT ${columnsOf(communeChanges)} FROM commune_changes ORDER BY new_commune, old_commune, id`,
  ).all()
}

export function readCommunes(db: ReadDb): Communes {
  return indexCommunes(listCommuneChanges(db))
}

export function insertCommuneChange(db: WriteDb, row: CommuneFields): number {
  return write<CommuneFields, { readonly id: number }>(db, `${insertInto(communeChanges, row)} RETURNING id`).get(row)
    .id
}

export function updateCommuneChange(db: WriteDb, id: number, fields: CommuneFields): void {
  const row = { ...fields, id }
  write<typeof row>(db, updateById(communeChanges, row)).run(row)
}

export function deleteCommuneChange(db: WriteDb, id: number): void {
  write<number>(db, 'DELETE FROM commune_changes WHERE id = ?').run(id)
}

/** Every place that products and producers stand at, as it is spelt, but for those of one producer. */
export function listKnownPlaces(db: ReadDb, exceptProducerId: number | null): readonly KnownCommune[] {
  const asked = { producerId: exceptProducerId ?? 0 }
  return read<typeof asked, KnownCommune>(
    db,
    `SELECT commune, district FROM products WHERE commune <> '' AND producer_id <> @producerId
     UNION SELECT commune, district FROM producers WHERE commune <> '' AND id <> @producerId`,
  ).all(asked)
}

export type PlacedRecord = Pick<PlaceToUpdate, 'kind' | 'id' | 'name' | 'from'>

type PlacedRow = Pick<PlaceToUpdate, 'kind' | 'id' | 'name'> & PlaceToUpdate['from']

/** Products, then producers, that say a commune. */
export function listPlaced(db: ReadDb): readonly PlacedRecord[] {
  return read<[], PlacedRow>(
    db,
    `SELECT 'product' AS kind, id, name, commune, district, '' AS province FROM products WHERE commune <> ''
     UNION ALL SELECT 'producer', id, name, commune, district, province FROM producers WHERE commune <> ''
     ORDER BY 1 DESC, 3, 2`,
  )
    .all()
    .map(({ commune, district, province, ...record }) => ({ ...record, from: { commune, district, province } }))
}

export type FormerPlace = Omit<typeof formerPlaces.$inferSelect, 'id'>

export function insertFormerPlace(db: WriteDb, row: FormerPlace): void {
  write<FormerPlace>(db, insertInto(formerPlaces, row)).run(row)
}

type PlaceOf = { readonly id: number; readonly commune: string; readonly district: string; readonly province: string }

/** A product's place has no province of its own. */
export function placeRecord(db: WriteDb, kind: PlaceToUpdate['kind'], place: PlaceOf): void {
  if (kind === 'producer') {
    write<PlaceOf>(
      db,
      'UPDATE producers SET commune = @commune, district = @district, province = @province WHERE id = @id',
    ).run(place)
    return
  }
  const { province: _province, ...ofProduct } = place
  write<typeof ofProduct>(db, 'UPDATE products SET commune = @commune, district = @district WHERE id = @id').run(
    ofProduct,
  )
}

/** What the last update brought over and nobody placed otherwise since. */
export function listLastUpdate(db: ReadDb): readonly (FormerPlace & { readonly id: number })[] {
  return read<[], FormerPlace & { readonly id: number }>(
    db,
    `SELECT ${columnsOf(formerPlaces)} FROM former_places
     LEFT JOIN products p ON p.id = former_places.product_id LEFT JOIN producers r ON r.id = former_places.producer_id
     WHERE changed_at = (SELECT max(changed_at) FROM former_places)
       AND coalesce(p.commune, r.commune) = new_commune AND coalesce(p.district, r.district) = ''
     ORDER BY former_places.id`,
  ).all()
}

export function deleteFormerPlace(db: WriteDb, id: number): void {
  write<number>(db, 'DELETE FROM former_places WHERE id = ?').run(id)
}

/** Producers that are one have stood where either did. */
export function moveFormerPlaces(db: WriteDb, move: { readonly fromId: number; readonly intoId: number }): void {
  write<typeof move>(db, 'UPDATE former_places SET producer_id = @intoId WHERE producer_id = @fromId').run(move)
}

export type StoodAt = {
  readonly commune: string
  readonly district: string
  /** ISO day from which on it stands elsewhere. */
  readonly untilDay: string
}

type StoodRow = StoodAt & { readonly id: number }

/** Where products, or producers, stood before, by their id, the earliest first. */
export function readFormerPlaces(db: ReadDb, kind: PlaceToUpdate['kind']): ReadonlyMap<number, readonly StoodAt[]> {
  const rows = read<[], StoodRow>(
    db,
    `SELECT ${kind}_id AS id, commune, district, until_day AS untilDay FROM former_places
     WHERE ${kind}_id IS NOT NULL ORDER BY until_day, id`,
  ).all()
  return Map.groupBy(rows, ({ id }) => id)
}

export type SearchedProduct = {
  readonly code: string
  readonly name: string
  readonly producerName: string
  readonly commune: string
  readonly district: string
}

/** What a product is found by: code, names, and its commune as it is called, as it is called today and as it was before. */
export function searchKeysOf(db: ReadDb): SearchKeyOf {
  const stood = readColumn<number, string>(db, 'SELECT commune FROM former_places WHERE product_id = ? ORDER BY id')
  return searchKeysBy(listCommuneChanges(db), (id) => stood.all(id))
}

export type SearchKeyOf = (product: SearchedProduct, id: number | null) => string

/** The same where the office's list comes from elsewhere. */
export function searchKeysBy(
  changes: readonly CommuneChange[],
  formerOf: (id: number) => readonly string[] = () => [],
): SearchKeyOf {
  const communes = indexCommunes(changes)
  return ({ code, name, producerName, commune, district }, id) => {
    const now = communes.on({ commune, district }, lastDay)
    const before = id === null ? [] : formerOf(id)
    const others = new Set([...(now?.isOther === true ? [now.commune] : []), ...before])
    return searchKey([code, name, producerName, commune, ...others].filter((part) => part !== '').join(' '))
  }
}

/** Whoever searches may already use the name that is to come. */
const lastDay = '9999-12-31'

/** Writes anew what products are found by, where it is not so any more. */
export function renewProductKeys(db: WriteDb): void {
  const keyOf = searchKeysOf(db)
  const rows = read<[], SearchedProduct & { readonly id: number; readonly searchKey: string }>(
    db,
    `SELECT p.id, p.code, p.name, r.name AS producerName, p.commune, p.district, p.search_key AS searchKey
     FROM products p JOIN producers r ON r.id = p.producer_id`,
  ).all()
  const update = write<[string, number]>(db, 'UPDATE products SET search_key = ? WHERE id = ?')
  for (const { id, searchKey: before, ...product } of rows) {
    const key = keyOf(product, id)
    if (key !== before) update.run(key, id)
  }
}
