import { Refusal } from '../../../shared/api/refusal.ts'
import type { DownRow, PackagePreview, PackageSigner } from '../../../shared/api/packages.ts'
import type { PackageDown } from '../../../shared/api/package-data.ts'
import { closedYearsIn } from '../../../shared/domain/register/closed-years.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listCommuneChanges } from '../../db/queries/communes.ts'
import { findPackageByUid, listOfficeKeys, listPackageItems, type PackageRow } from '../../db/queries/packages.ts'
import { listClosedYears } from '../../db/queries/years.ts'
import { readHeldRegister } from '../register/held-register.ts'
import { packageFault } from '../../workbooks/package/package-fault.ts'
import type { ReadPackage } from '../../workbooks/package/read-package.ts'
import { openDb, requireFound } from '../commit.ts'
import { fingerprintOf } from './fingerprint.ts'
import { summaries } from './package-detail.ts'
import { compareRows, planDown, type Answered } from './plan-down.ts'

/** A package as it would be taken in. Writes nothing. */
export async function previewPackage(
  app: AppContext,
  file: File,
  signal: AbortSignal | undefined,
): Promise<PackagePreview> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const asked = { bytes, ...registerOf(openDb(app)) }
  const { read, rows } = await app.work.run('preview-package', asked, { signal })
  const db = openDb(app)
  const { manifest, data, sha256, papers } = read
  requireForeign(db, read)
  const shared = {
    fileName: file.name,
    sha256,
    office: manifest.office,
    madeAt: manifest.madeAt,
    program: manifest.program,
    session: data.session,
    signer: signerOf(db, { office: manifest.office, publicKey: manifest.key }),
    takenAt: findPackageByUid(db, { uid: manifest.id, direction: 'received' })?.notedAt ?? null,
    papers: papers.map(({ bytes: content, ...paper }) => ({ ...paper, size: content.length })),
  }
  if (data.kind === 'up') return { ...shared, kind: 'up', rows }
  const { asks, answered } = answeredHere(db, data)
  const lowestStar = lowestStarOf(app)
  const plan = planDown(answered, asked.register, lowestStar)
  const closedOf = closedYearsIn(asked.register, asked.closedYears)
  const planned = new Map(plan.rows.map((row) => [row.row, { change: row.change, closed: closedOf(row) }]))
  const products = answered.map(({ answer, productId }) => ({
    row: answer.row,
    productId,
    state: 'taken' as const,
    reason: '',
    facts: answer,
  }))
  const nameOf = new Map(asks.items.map(({ row, facts }) => [row, facts.name]))
  return {
    ...shared,
    kind: 'down',
    answers: requireFound(summaries(db).find(({ id }) => id === asks.row.id)),
    rows: compareRows(asks.items, products).map((row): DownRow => ({
      ...row,
      recognition: planned.get(row.row)?.change ?? null,
      closedYear: planned.get(row.row)?.closed.decided[0] ?? null,
    })),
    refusedAbove: data.refused.map(({ row, reason }) => ({ row, reason, name: nameOf.get(row) ?? '' })),
  }
}

/** What of the file a package is held against. */
const registerOf = (db: ReadDb) => ({
  register: readHeldRegister(db),
  changes: listCommuneChanges(db),
  closedYears: listClosedYears(db),
})

/** @throws Refusal `package-own` */
export function requireForeign(db: ReadDb, { manifest }: ReadPackage): void {
  const own = findPackageByUid(db, { uid: manifest.id, direction: 'sent' })
  if (own !== null) throw new Refusal('package-own', { name: own.fileName })
}

/**
 * The answers with the products here that they are about.
 *
 * @throws Refusal `package-not-ours` for an answer to a package that this file never sent; `package-unreadable` for one that
 *   answers what the package does not hold
 */
export function answeredHere(db: ReadDb, data: PackageDown) {
  const row: PackageRow | null = findPackageByUid(db, { uid: data.answers, direction: 'sent' })
  if (row === null) throw new Refusal('package-not-ours')
  const items = listPackageItems(db, row.id)
  const byRow = new Map(items.map((item) => [item.row, item]))
  const answered = data.products.map((answer): Answered => {
    const asked = byRow.get(answer.row)
    if (asked === undefined) throw packageFault(`Gói trả lời dòng ${answer.row}, mà gói đã gửi không có dòng này`)
    return { answer, productId: asked.productId }
  })
  return { asks: { row, items }, answered }
}

/** Under any decision: an older one may have recognised what came down. */
export function lowestStarOf({ rules }: AppContext): number {
  return Math.min(...rules.ruleSets.map(({ lowestRecognisedStar }) => lowestRecognisedStar))
}

function signerOf(
  db: ReadDb,
  { office, publicKey }: { readonly office: string; readonly publicKey: string },
): PackageSigner {
  const keys = listOfficeKeys(db)
  const own = keys.find((key) => key.publicKey === publicKey)
  const isOfficeKnown = keys.some((key) => key.office === office)
  return {
    state: own !== undefined ? 'known' : isOfficeKnown ? 'changed' : 'new',
    publicKey,
    fingerprint: fingerprintOf(publicKey),
    knownAs: own?.office ?? null,
  }
}
