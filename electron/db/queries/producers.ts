import type { ProducerFields, ProducerSummary } from '../../../shared/api/producers.ts'
import { updateById } from '../columns.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { producers } from '../schema/directory.ts'
import { read, readColumn, write } from '../statement.ts'
import { searchKeysOf, type SearchedProduct } from './communes.ts'

type ProducerRow = Omit<ProducerFields, 'aliases'> & { readonly id: number; readonly products: number }

const columns = 'r.id, r.name, r.kind, r.representative, r.phone, r.address, r.commune, r.district, r.province'

const selectProducers = `SELECT ${columns},
  (SELECT count(*) FROM products p WHERE p.producer_id = r.id) AS products FROM producers r`

export type SearchedProducer = Omit<ProducerRow, 'products'>

/** All, by name. */
export function listSearchedProducers(db: ReadDb): readonly SearchedProducer[] {
  return read<[], SearchedProducer>(db, `SELECT ${columns} FROM producers r ORDER BY r.name, r.id`).all()
}

/** Those of these ids, by name. */
export function readProducers(db: ReadDb, ids: readonly number[]): readonly ProducerSummary[] {
  return read<string, ProducerRow>(
    db,
    `${selectProducers} WHERE r.id IN (SELECT value FROM json_each(?)) ORDER BY r.name, r.id`,
  )
    .all(JSON.stringify(ids))
    .map(toSummary)
}

type Contact = Pick<ProducerFields, 'phone' | 'representative' | 'address'>

/** How these producers are reached, by their ids. */
export function readContacts(db: ReadDb, ids: readonly number[]): ReadonlyMap<number, Contact> {
  const sql = 'SELECT id, phone, representative, address FROM producers WHERE id IN (SELECT value FROM json_each(?))'
  const rows = read<string, Contact & { readonly id: number }>(db, sql).all(JSON.stringify(ids))
  return new Map(rows.map(({ id, ...contact }) => [id, contact]))
}

/** Gives the producer of a product the telephone, the representative and the address that it lacks; what it has stays. */
export function fillContact(db: WriteDb, contact: Contact & { readonly productId: number }): void {
  write<typeof contact>(
    db,
    `UPDATE producers SET phone = iif(phone = '', @phone, phone),
       representative = iif(representative = '', @representative, representative),
       address = iif(address = '', @address, address)
     WHERE id = (SELECT producer_id FROM products WHERE id = @productId)
       AND ((phone = '' AND @phone <> '') OR (representative = '' AND @representative <> '')
         OR (address = '' AND @address <> ''))`,
  ).run(contact)
}

export function findProducerRecord(db: ReadDb, id: number): (ProducerFields & { readonly id: number }) | null {
  const row = read<number, ProducerRow>(db, `${selectProducers} WHERE r.id = ?`).get(id)
  if (row === undefined) return null
  const { products: _count, ...fields } = row
  return { ...fields, aliases: aliasesOf(db, id) }
}

export function findProducerSummary(db: ReadDb, id: number): ProducerSummary | null {
  const row = read<number, ProducerRow>(db, `${selectProducers} WHERE r.id = ?`).get(id)
  return row === undefined ? null : toSummary(row)
}

export function productIdsOfProducer(db: ReadDb, producerId: number): readonly number[] {
  return readColumn<number, number>(db, 'SELECT id FROM products WHERE producer_id = ? ORDER BY name, id').all(
    producerId,
  )
}

/** The search text of its products goes along with its name. */
export function updateProducer(db: WriteDb, id: number, { aliases, ...fields }: ProducerFields): void {
  const row = { ...fields, id }
  write<typeof row>(db, updateById(producers, row)).run(row)
  for (const name of aliasesOf(db, id)) {
    if (!aliases.includes(name)) {
      write<[number, string]>(db, 'DELETE FROM producer_names WHERE producer_id = ? AND name = ?').run(id, name)
    }
  }
  for (const name of aliases) addProducerName(db, id, name)
  renewSearchKeys(db, id, fields.name)
}

export function addProducerName(db: WriteDb, producerId: number, name: string): void {
  write<[number, string]>(
    db,
    'INSERT INTO producer_names (producer_id, name) VALUES (?, ?) ON CONFLICT DO NOTHING',
  ).run(producerId, name)
}

export function deleteProducer(db: WriteDb, id: number): void {
  write<number>(db, 'DELETE FROM producers WHERE id = ?').run(id)
}

/** Products of one producer are another's from now on. */
export function moveProducts(db: WriteDb, move: { readonly fromId: number; readonly intoId: number }): void {
  write<typeof move>(db, 'UPDATE products SET producer_id = @intoId WHERE producer_id = @fromId').run(move)
}

function renewSearchKeys(db: WriteDb, producerId: number, producerName: string): void {
  const keyOf = searchKeysOf(db)
  const products = read<number, Omit<SearchedProduct, 'producerName'> & { readonly id: number }>(
    db,
    'SELECT id, code, name, commune, district FROM products WHERE producer_id = ?',
  ).all(producerId)
  const update = write<[string, number]>(db, 'UPDATE products SET search_key = ? WHERE id = ?')
  for (const { id, ...product } of products) update.run(keyOf({ ...product, producerName }, id), id)
}

function aliasesOf(db: ReadDb, producerId: number): string[] {
  const sql = 'SELECT name FROM producer_names WHERE producer_id = ? ORDER BY id'
  return [...readColumn<number, string>(db, sql).all(producerId)]
}

function toSummary({ id, name, kind, commune, district, province, phone, products }: ProducerRow): ProducerSummary {
  return { id, name, kind, commune, district, province, phone, products }
}
