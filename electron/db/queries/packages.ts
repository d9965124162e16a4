import type { PackageAnswer, PackageProduct } from '../../../shared/api/package-data.ts'
import type { PackageSession } from '../../../shared/domain/packages/package-result.ts'
import { columnsOf, insertInto } from '../columns.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { officeKeys, packagePapers, packageRows, packages } from '../schema/packages.ts'
import { read, readColumn, write } from '../statement.ts'

type StoredPackage = typeof packages.$inferSelect
type StoredRow = typeof packageRows.$inferSelect
type StoredPaper = typeof packagePapers.$inferSelect
export type OfficeKey = typeof officeKeys.$inferSelect

export type PackageRow = Omit<StoredPackage, 'session'> & { readonly session: PackageSession }

/** A product of a package; which of the two its facts are, the package's kind says. */
export type PackageItem = Omit<StoredRow, 'facts'> & { readonly facts: PackageProduct | PackageAnswer }

export type PackagePaperRow = Omit<StoredPaper, 'packageId' | 'bytes'> & { readonly size: number }

const select = `SELECT ${columnsOf(packages)} FROM packages`

/** The latest first. */
export function listPackages(db: ReadDb): readonly PackageRow[] {
  return read<[], StoredPackage>(db, `${select} ORDER BY id DESC`).all().map(toPackage)
}

export function findPackage(db: ReadDb, id: number): PackageRow | null {
  const row = read<number, StoredPackage>(db, `${select} WHERE id = ?`).get(id)
  return row === undefined ? null : toPackage(row)
}

export function findPackageByUid(
  db: ReadDb,
  { uid, direction }: Pick<StoredPackage, 'uid' | 'direction'>,
): PackageRow | null {
  const row = read<[string, string], StoredPackage>(db, `${select} WHERE uid = ? AND direction = ?`).get(uid, direction)
  return row === undefined ? null : toPackage(row)
}

/** Its products in its order. */
export function listPackageItems(db: ReadDb, packageId: number): readonly PackageItem[] {
  return read<number, StoredRow>(
    db,
    `SELECT ${columnsOf(packageRows)} FROM package_rows WHERE package_id = ? ORDER BY row`,
  )
    .all(packageId)
    .map((row) => ({ ...row, facts: JSON.parse(row.facts) as PackageItem['facts'] }))
}

/** Of each package: its products, and how many of them are refused. */
export function countPackageItems(
  db: ReadDb,
): ReadonlyMap<number, { readonly products: number; readonly refused: number }> {
  const rows = read<[], { readonly packageId: number; readonly products: number; readonly refused: number }>(
    db,
    `SELECT package_id AS packageId, count(*) AS products, sum(state = 'refused') AS refused
     FROM package_rows GROUP BY package_id`,
  ).all()
  return new Map(rows.map(({ packageId, ...counts }) => [packageId, counts]))
}

/** Rows of packages that tell of a product, the earliest first. */
export function listPackagesOfProduct(db: ReadDb, productId: number): readonly Pick<StoredRow, 'packageId' | 'row'>[] {
  return read<number, Pick<StoredRow, 'packageId' | 'row'>>(
    db,
    'SELECT package_id AS packageId, row FROM package_rows WHERE product_id = ? ORDER BY package_id, row',
  ).all(productId)
}

export function listPackagePapers(db: ReadDb, packageId: number): readonly PackagePaperRow[] {
  return read<number, PackagePaperRow>(
    db,
    `SELECT part, kind, code, issued_on AS issuedOn, sha256, length(bytes) AS size
     FROM package_papers WHERE package_id = ? ORDER BY part`,
  ).all(packageId)
}

export function findPackagePaper(
  db: ReadDb,
  { packageId, part }: Pick<StoredPaper, 'packageId' | 'part'>,
): Uint8Array | null {
  return (
    readColumn<[number, string], Uint8Array>(
      db,
      'SELECT bytes FROM package_papers WHERE package_id = ? AND part = ?',
    ).get(packageId, part) ?? null
  )
}

export function insertPackage(
  db: WriteDb,
  { session, ...row }: Omit<PackageRow, 'id'>,
  items: readonly Omit<PackageItem, 'packageId'>[],
): number {
  const stored = { ...row, session: JSON.stringify(session) }
  const { id: packageId } = write<typeof stored, { readonly id: number }>(
    db,
    `${insertInto(packages, stored)} RETURNING id`,
  ).get(stored)
  for (const item of items) {
    const kept = { ...item, packageId, facts: JSON.stringify(item.facts) }
    write<typeof kept>(db, insertInto(packageRows, kept)).run(kept)
  }
  return packageId
}

export function insertPackagePaper(
  db: WriteDb,
  paper: Omit<StoredPaper, 'bytes'> & { readonly bytes: Uint8Array },
): void {
  write<typeof paper>(db, insertInto(packagePapers, paper)).run(paper)
}

export function listOfficeKeys(db: ReadDb): readonly OfficeKey[] {
  return read<[], OfficeKey>(db, `SELECT ${columnsOf(officeKeys)} FROM office_keys ORDER BY office`).all()
}

/** The same key once more only changes what its office is called. */
export function upsertOfficeKey(db: WriteDb, key: OfficeKey): void {
  write<OfficeKey>(
    db,
    `${insertInto(officeKeys, key)} ON CONFLICT DO UPDATE SET office = excluded.office,
       confirmed_at = excluded.confirmed_at, confirmed_by = excluded.confirmed_by`,
  ).run(key)
}

/** The products that a list's or package's rows became, by row. */
export function productsOfImport(db: ReadDb, importId: number): ReadonlyMap<number, number> {
  const rows = read<number, { readonly row: number; readonly productId: number }>(
    db,
    'SELECT row, product_id AS productId FROM list_rows WHERE import_id = ?',
  ).all(importId)
  return new Map(rows.map(({ row, productId }) => [row, productId]))
}

/** Where nobody said which set it is of. */
export function setSetIfUnknown(db: WriteDb, productId: number, setNumber: number): void {
  write<[number, number]>(db, 'UPDATE products SET set_number = ? WHERE id = ? AND set_number IS NULL').run(
    setNumber,
    productId,
  )
}

const toPackage = (row: StoredPackage): PackageRow => ({
  ...row,
  session: JSON.parse(row.session) as PackageSession,
})

type ProducerContacts = { readonly representative: string; readonly phone: string; readonly address: string }

/** Whom to ask for of the producers of these products, by product. */
export function readProducers(db: ReadDb, productIds: readonly number[]): ReadonlyMap<number, ProducerContacts> {
  const rows = read<string, ProducerContacts & { readonly id: number }>(
    db,
    `SELECT p.id, r.representative, r.phone, r.address FROM products p JOIN producers r ON r.id = p.producer_id
     WHERE p.id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(productIds))
  return new Map(rows.map(({ id, ...contacts }) => [id, contacts]))
}

/** Locked sessions with products that were taken in with a package, the latest first. */
export function listAnsweringSessions(
  db: ReadDb,
  packageId: number,
): readonly {
  readonly id: number
  readonly year: number
  readonly round: number
  readonly heldOn: string
  readonly products: number
}[] {
  return read<
    number,
    {
      readonly id: number
      readonly year: number
      readonly round: number
      readonly heldOn: string
      readonly products: number
    }
  >(
    db,
    `SELECT s.id, s.year, s.round, s.held_on AS heldOn, count(*) AS products
     FROM package_rows n JOIN agenda_items a ON a.product_id = n.product_id JOIN sessions s ON s.id = a.session_id
     WHERE n.package_id = ? AND n.state = 'taken' AND s.state = 'closed'
     GROUP BY s.id ORDER BY s.held_on DESC, s.id DESC`,
  ).all(packageId)
}
