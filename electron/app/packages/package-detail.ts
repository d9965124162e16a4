import type { PackageAnswer, PackageProduct } from '../../../shared/api/package-data.ts'
import type { ComparedProduct, PackageDetail, PackageSummary } from '../../../shared/api/packages.ts'
import type { ReadDb } from '../../db/handles.ts'
import {
  countPackageItems,
  findPackage,
  listPackageItems,
  listPackagePapers,
  listPackages,
  type PackageItem,
  type PackageRow,
} from '../../db/queries/packages.ts'
import { requireFound } from '../commit.ts'
import { compareRows } from './plan-down.ts'

/** Every package that was sent or taken in, the latest first. */
export function summaries(db: ReadDb): readonly PackageSummary[] {
  const counts = countPackageItems(db)
  return listPackages(db).map((row) => ({ ...summaryOf(row), ...(counts.get(row.id) ?? none) }))
}

/** A package with its products, each beside what the other council found where a package of this file tells. */
export function readPackageDetail(db: ReadDb, id: number): PackageDetail {
  const row = requireFound(findPackage(db, id))
  const all = summaries(db)
  const other = otherOf(db, row)
  return {
    ...requireFound(all.find((one) => one.id === id)),
    other: all.find((one) => one.id === other?.id) ?? null,
    rows: rowsOf(db, row, other),
    papers: listPackagePapers(db, id),
  }
}

function rowsOf(db: ReadDb, row: PackageRow, other: PackageRow | null): readonly ComparedProduct[] {
  const items = listPackageItems(db, row.id)
  if (row.kind === 'down') return compareRows(other === null ? [] : listPackageItems(db, other.id), items)
  const answers = new Map(
    other === null ? [] : compareRows(items, listPackageItems(db, other.id)).map((one) => [one.row, one]),
  )
  return items.map((item) => {
    const answer = answers.get(item.row)
    return { ...unanswered(item), ...(answer === undefined ? {} : answeredBy(answer)) }
  })
}

const answeredBy = ({ above, differences, decision, certificate }: ComparedProduct) => ({
  above,
  differences,
  decision,
  certificate,
})

function unanswered({ row, productId, state, reason, facts }: PackageItem): ComparedProduct {
  const { name, producer, result } = facts as PackageProduct
  return {
    row,
    productId,
    name,
    producer: producer.name,
    state,
    reason,
    below: result,
    above: null,
    differences: [],
    decision: null satisfies PackageAnswer['decision'],
    certificate: null,
  }
}

/** What a package answers, or the latest answer to it: what one office sent, the other one took in. */
function otherOf(db: ReadDb, { uid, kind, answers, direction }: PackageRow): PackageRow | null {
  const isOther = (one: PackageRow) =>
    one.direction !== direction && (kind === 'down' ? one.kind === 'up' && one.uid === answers : one.answers === uid)
  return listPackages(db).find(isOther) ?? null
}

export function summaryOf(row: PackageRow): Omit<PackageSummary, 'products' | 'refused'> {
  const { id, direction, kind, office, session, fileName, sha256, madeAt, notedAt } = row
  return { id, direction, kind, office, session, fileName, sha256, madeAt, notedAt }
}

const none = { products: 0, refused: 0 } as const
