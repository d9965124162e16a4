import type { ReadDb, WriteDb } from '../handles.ts'
import { read, readColumn, write } from '../statement.ts'

// What belongs to a product stands in many tables, and in more with each feature: they are found by their references.

type Pair = { readonly fromId: number; readonly intoId: number }
type Reference = { readonly table: string; readonly column: string }

function referencesTo(db: ReadDb, table: string): readonly Reference[] {
  return read<string, Reference>(
    db,
    `SELECT m.name AS "table", f."from" AS "column" FROM sqlite_schema m, pragma_foreign_key_list(m.name) f
     WHERE m.type = 'table' AND f."table" = ? ORDER BY 1, 2`,
  ).all(table)
}

/** Sessions whose agenda holds both, as `đợt 2/2026`. */
export function sessionsOfBoth(db: ReadDb, pair: Pair): readonly string[] {
  return readColumn<Pair, string>(
    db,
    `SELECT 'đợt ' || s.round || '/' || s.year FROM sessions s
     WHERE EXISTS (SELECT 1 FROM agenda_items a WHERE a.session_id = s.id AND a.product_id = @fromId)
       AND EXISTS (SELECT 1 FROM agenda_items a WHERE a.session_id = s.id AND a.product_id = @intoId) ORDER BY s.id`,
  ).all(pair)
}

type Twice = { readonly id: number; readonly year: number }

/** Registrations of the one for years that the other is registered for too. */
function registeredTwice(db: ReadDb, pair: Pair): readonly Twice[] {
  return read<Pair, Twice>(
    db,
    `SELECT f.id, f.year FROM registrations f JOIN registrations i ON i.year = f.year AND i.product_id = @intoId
     WHERE f.product_id = @fromId ORDER BY f.year`,
  ).all(pair)
}

/** Years that both are registered for, where the registration that would go says more than that a list registered it. */
export function dossiersOfBoth(db: ReadDb, pair: Pair): readonly string[] {
  const references = referencesTo(db, 'registrations')
  const ownWords = readColumn<number, number>(
    db,
    `SELECT count(*) FROM registrations WHERE id = ? AND (filed_on IS NOT NULL OR samples_received > 0 OR note <> ''
       OR screening <> '' OR withdrawn_on IS NOT NULL)`,
  )
  return registeredTwice(db, pair)
    .filter(({ id }) => ownWords.get(id) === 1 || references.some((reference) => countOf(db, reference, id) > 0))
    .map(({ year }) => String(year))
}

/** Rows of the one that say what the other has already, by table. */
export function rowsSaidTwice(db: ReadDb, pair: Pair): Readonly<Record<string, number>> {
  return nonZero({
    product_pictures: hasBothPictures(db, pair) ? 1 : 0,
    product_identities: hasBothIdentities(db, pair) ? 1 : 0,
    recognitions: recognisedTwice(db, pair).length,
    registrations: registeredTwice(db, pair).length,
  })
}

/** Rows that refer to a product, by table. */
export function rowsOfProduct(db: ReadDb, productId: number): Readonly<Record<string, number>> {
  return nonZero(
    Object.fromEntries(
      referencesTo(db, 'products').map((reference) => [reference.table, countOf(db, reference, productId)]),
    ),
  )
}

/** Makes everything of the one the other's, but for what that one says already. */
export function moveToProduct(db: WriteDb, pair: Pair): void {
  if (hasBothPictures(db, pair)) write<number>(db, 'DELETE FROM product_pictures WHERE product_id = ?').run(pair.fromId)
  if (hasBothIdentities(db, pair)) joinIdentities(db, pair)
  for (const same of recognisedTwice(db, pair)) {
    repoint(db, 'recognitions', same)
    write<number>(db, 'DELETE FROM recognitions WHERE id = ?').run(same.fromId)
  }
  for (const { id } of registeredTwice(db, pair)) write<number>(db, 'DELETE FROM registrations WHERE id = ?').run(id)
  repoint(db, 'products', pair)
}

/** What refers to the one record refers to the other from now on. */
function repoint(db: WriteDb, to: string, pair: Pair): void {
  for (const { table, column } of referencesTo(db, to)) {
    write<Pair>(db, `UPDATE "${table}" SET "${column}" = @intoId WHERE "${column}" = @fromId`).run(pair)
  }
}

export function addProductName(
  db: WriteDb,
  name: { readonly productId: number; readonly name: string; readonly producerName: string },
): void {
  write<typeof name>(
    db,
    `INSERT INTO product_names (product_id, name, producer_name) VALUES (@productId, @name, @producerName)
     ON CONFLICT DO NOTHING`,
  ).run(name)
}

/** Of the same day and star: one decision, told by two lists. */
function recognisedTwice(db: ReadDb, pair: Pair): readonly Pair[] {
  return read<Pair, Pair>(
    db,
    `SELECT f.id AS fromId, min(i.id) AS intoId FROM recognitions f JOIN recognitions i ON i.product_id = @intoId
       AND i.decision_date = f.decision_date AND i.star IS f.star
     WHERE f.product_id = @fromId GROUP BY f.id`,
  ).all(pair)
}

function hasBothPictures(db: ReadDb, pair: Pair): boolean {
  const sql = 'SELECT count(*) FROM product_pictures WHERE product_id IN (@fromId, @intoId)'
  return readColumn<Pair, number>(db, sql).get(pair) === 2
}

function hasBothIdentities(db: ReadDb, pair: Pair): boolean {
  const sql = 'SELECT count(*) FROM product_identities WHERE product_id IN (@fromId, @intoId)'
  return readColumn<Pair, number>(db, sql).get(pair) === 2
}

/** What the one says and the other does not stands below it: nothing that somebody wrote is lost. */
function joinIdentities(db: WriteDb, pair: Pair): void {
  const joined = (field: string) =>
    `${field} = CASE WHEN f.${field} IN ('', i.${field}) THEN i.${field}
       WHEN i.${field} = '' THEN f.${field} ELSE i.${field} || char(10, 10) || f.${field} END`
  write<Pair>(
    db,
    `UPDATE product_identities AS i SET ${['story', 'material', 'tradition'].map(joined).join(', ')}
     FROM product_identities f WHERE i.product_id = @intoId AND f.product_id = @fromId`,
  ).run(pair)
  write<number>(db, 'DELETE FROM product_identities WHERE product_id = ?').run(pair.fromId)
}

function countOf(db: ReadDb, { table, column }: Reference, id: number): number {
  return readColumn<number, number>(db, `SELECT count(*) FROM "${table}" WHERE "${column}" = ?`).get(id) ?? 0
}

const nonZero = (counts: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
