import type { MergePreview } from '../../../shared/api/merges.ts'
import type { Product, ProductFields } from '../../../shared/api/products.ts'
import { Refusal } from '../../../shared/api/refusal.ts'
import { producerKey } from '../../../shared/domain/register/name-keys.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'
import {
  addProductName,
  dossiersOfBoth,
  moveToProduct,
  rowsOfProduct,
  rowsSaidTwice,
  sessionsOfBoth,
} from '../../db/queries/merge-products.ts'
import { roundsOfBoth } from '../../db/queries/opinions.ts'
import { deleteProduct, findProduct, updateProduct } from '../../db/queries/products.ts'
import { listClosedDossiers } from '../../db/queries/registrations.ts'
import { requireFound } from '../commit.ts'

type Pair = { readonly fromId: number; readonly intoId: number }

/** What merging one product into another would do. */
export function previewProductMerge(db: ReadDb, pair: Pair): MergePreview {
  const { from, into } = findBoth(db, pair)
  const { moved, dropped } = rowsOf(db, pair)
  return {
    from: nameOf(from),
    into: nameOf(into),
    moved: Object.entries(moved).map(([table, rows]) => ({ table, rows })),
    dropped: Object.entries(dropped).map(([table, rows]) => ({ table, rows })),
    filled: lacking(from, into).map(([column, value]) => ({ column, value: String(value) })),
    closed: closedDossiers(db, [from.id]),
    isUnlike: from.code !== '' && into.code !== '' && from.code !== into.code && isOtherProducer(from, into),
    conflicts: [
      ...sessionsOfBoth(db, pair).map((what) => ({ kind: 'session' as const, what })),
      ...dossiersOfBoth(db, pair).map((what) => ({ kind: 'dossier' as const, what })),
      ...roundsOfBoth(db, pair).map((what) => ({ kind: 'written-round' as const, what })),
    ],
  }
}

/**
 * Merges them, and keeps how the one was called, so that a list that still calls it so finds the other.
 * @throws Refusal `merge-conflict`
 */
export function mergeProducts(db: WriteDb, pair: Pair) {
  const { from, into } = findBoth(db, pair)
  const [conflict] = previewProductMerge(db, pair).conflicts
  if (conflict !== undefined) throw new Refusal('merge-conflict', { what: conflict.what })
  const { moved, dropped } = rowsOf(db, pair)
  moveToProduct(db, pair)
  addProductName(db, { productId: into.id, name: from.name, producerName: from.producerName })
  deleteProduct(db, from.id)
  const given = new Map(lacking(from, into))
  updateProduct(db, into.id, {
    ...fieldsOf(into),
    code: given.has('code') ? from.code : into.code,
    commune: given.has('commune') ? from.commune : into.commune,
    district: given.has('district') ? from.district : into.district,
    setNumber: into.setNumber ?? from.setNumber,
  })
  return { from, into: into.id, moved, dropped }
}

/** What dossiers of closed years call these products. */
export function closedDossiers(db: ReadDb, productIds: readonly number[]): MergePreview['closed'] {
  return listClosedDossiers(db, productIds).map(({ year, ...said }) => ({ year, called: nameOf(said) }))
}

const isOtherProducer = (from: Product, into: Product): boolean =>
  producerKey(from.producerName) !== producerKey(into.producerName)

function findBoth(db: ReadDb, { fromId, intoId }: Pair): { readonly from: Product; readonly into: Product } {
  return { from: requireFound(findProduct(db, fromId)), into: requireFound(findProduct(db, intoId)) }
}

function rowsOf(db: ReadDb, pair: Pair) {
  const dropped = rowsSaidTwice(db, pair)
  const all = Object.entries(rowsOfProduct(db, pair.fromId))
  const moved = all
    .map(([table, rows]) => [table, rows - (dropped[table] ?? 0)] as const)
    .filter(([, rows]) => rows > 0)
  return { moved: Object.fromEntries(moved), dropped }
}

/** Columns that the product that stays has nothing in, with what the other has. */
function lacking(from: Product, into: Product): readonly (readonly [string, string | number])[] {
  const texts = (['code', 'commune', 'district'] as const).flatMap((field) =>
    into[field] === '' && from[field] !== '' ? [[field, from[field]] as const] : [],
  )
  return into.setNumber === null && from.setNumber !== null ? [...texts, ['set_number', from.setNumber]] : texts
}

function fieldsOf({ code, name, producerName, producerKind, commune, district, setNumber }: Product): ProductFields {
  return { code, name, producerName, producerKind, commune, district, setNumber }
}

const nameOf = ({ code, name, producerName }: Pick<Product, 'code' | 'name' | 'producerName'>): string =>
  `${code === '' ? '' : `${code} · `}${name} (${producerName})`
