import { Refusal } from '../../../shared/api/refusal.ts'
import type { AuditDetails } from '../../../shared/api/audit-details.ts'
import type { PackageDown, PackageUp } from '../../../shared/api/package-data.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb, WriteDb } from '../../db/handles.ts'
import {
  findPackageByUid,
  insertPackage,
  insertPackagePaper,
  listOfficeKeys,
  productsOfImport,
  setSetIfUnknown,
  type PackageItem,
} from '../../db/queries/packages.ts'
import { listCommuneChanges, searchKeysOf } from '../../db/queries/communes.ts'
import { insertList } from '../../db/queries/register.ts'
import { readHeldRegister } from '../register/held-register.ts'
import type { ListPlan } from '../../../shared/domain/register/plan-list.ts'
import type { ReadPackage } from '../../workbooks/package/read-package.ts'
import type { Change } from '../commit.ts'
import { planDown } from './plan-down.ts'
import { planUp } from './plan-up.ts'
import { answeredHere, lowestStarOf, requireForeign } from './preview-package.ts'

type Asked = {
  readonly file: File
  readonly accepted: readonly number[]
  readonly refused: readonly { readonly row: number; readonly reason: string }[]
}

type Taken = { readonly id: number; readonly taken: number; readonly refused: number }

type Commit = <Result>(change: (db: WriteDb, now: string) => Change<Result, AuditDetails['packages.take']>) => Result

/** Takes in what was accepted of a package, in one transaction, and notes what was refused. */
export async function takePackage(app: AppContext, { file, accepted, refused }: Asked, commit: Commit): Promise<Taken> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const read = await app.work.run('read-package', { bytes })
  return commit((db, now) => {
    requireTakeable(db, read)
    const { manifest, data, sha256 } = read
    requireDecided(data.products, { accepted, refused })
    const list = { sha256, fileName: file.name, sheet: '', sender: manifest.office, takenAt: now }
    const reasons = new Map(refused.map(({ row, reason }) => [row, reason]))
    const isAccepted = ({ row }: { readonly row: number }) => !reasons.has(row)
    const products =
      data.kind === 'up'
        ? takeUp(db, { data, list, isAccepted })
        : takeDown(db, { data, list, isAccepted, lowestStar: lowestStarOf(app) })
    const items = data.products.map((facts): Omit<PackageItem, 'packageId'> => {
      const reason = reasons.get(facts.row)
      const taken = { row: facts.row, productId: products.get(facts.row) ?? null, facts }
      return reason === undefined ? { ...taken, state: 'taken', reason: '' } : { ...taken, state: 'refused', reason }
    })
    const id = notePackage(db, { read, fileName: file.name, now, items })
    const names = new Map(data.products.map(({ row, name }) => [row, name]))
    const detail = {
      uid: manifest.id,
      kind: data.kind,
      office: manifest.office,
      file: file.name,
      sha256,
      taken: accepted.length,
      refused: refused.map(({ row, reason }) => ({ row, name: names.get(row) ?? '', reason })),
    }
    const result = { id, taken: accepted.length, refused: refused.length }
    return { result, audit: { subject: 'packages', detail } }
  })
}

/** @throws Refusal `package-own`, `package-taken`, `package-signer-unknown` */
function requireTakeable(db: ReadDb, read: ReadPackage): void {
  const { manifest } = read
  requireForeign(db, read)
  if (findPackageByUid(db, { uid: manifest.id, direction: 'received' }) !== null) throw new Refusal('package-taken')
  if (!listOfficeKeys(db).some(({ publicKey }) => publicKey === manifest.key)) {
    throw new Refusal('package-signer-unknown', { office: manifest.office })
  }
}

function requireDecided(
  products: readonly { readonly row: number }[],
  { accepted, refused }: Omit<Asked, 'file'>,
): void {
  const decided = [...accepted, ...refused.map(({ row }) => row)]
  const rows = new Set(products.map(({ row }) => row))
  const isWhole = decided.length === rows.size && decided.every((row) => rows.has(row))
  if (!isWhole || new Set(decided).size < decided.length) throw new Refusal('package-rows-undecided')
}

type ToTake<Data> = {
  readonly data: Data
  readonly list: Parameters<typeof insertList>[1]
  readonly isAccepted: (row: { readonly row: number }) => boolean
}

/** The products become registrations of the year. Answers this file's product of each row. */
function takeUp(db: WriteDb, { data, list, isAccepted }: ToTake<PackageUp>): ReadonlyMap<number, number> {
  const products = data.products.filter(isAccepted)
  const plan = planUp({
    products,
    register: readHeldRegister(db),
    changes: listCommuneChanges(db),
    year: data.session.year,
  })
  const ids = insertPlan(db, list, plan)
  for (const { row, result } of products) {
    const productId = ids.get(row)
    if (productId !== undefined) setSetIfUnknown(db, productId, result.setNumber)
  }
  return ids
}

/** The recognitions go into the register. The products are those of the package that was sent, also of rows that are refused. */
function takeDown(
  db: WriteDb,
  { data, list, isAccepted, lowestStar }: ToTake<PackageDown> & { readonly lowestStar: number },
): ReadonlyMap<number, number> {
  const { answered } = answeredHere(db, data)
  const accepted = answered.filter(({ answer }) => isAccepted(answer))
  const written = insertPlan(db, list, planDown(accepted, readHeldRegister(db), lowestStar))
  const known = answered.flatMap(({ answer, productId }) =>
    productId === null ? [] : [[answer.row, productId] as const],
  )
  return new Map([...written, ...known])
}

/** As a list of that office; a plan without rows leaves none. */
function insertPlan(db: WriteDb, list: Parameters<typeof insertList>[1], plan: ListPlan): ReadonlyMap<number, number> {
  if (plan.rows.length === 0) return new Map()
  const importId = insertList(
    db,
    list,
    plan.rows.map((row) => ({ ...row, cells: {} })),
    searchKeysOf(db),
  )
  return productsOfImport(db, importId)
}

type ToNote = {
  readonly read: ReadPackage
  readonly fileName: string
  readonly now: string
  readonly items: readonly Omit<PackageItem, 'packageId'>[]
}

function notePackage(db: WriteDb, { read, fileName, now, items }: ToNote): number {
  const { manifest, data, sha256, papers } = read
  const packageId = insertPackage(
    db,
    {
      uid: manifest.id,
      direction: 'received',
      kind: data.kind,
      office: manifest.office,
      publicKey: manifest.key,
      answers: data.kind === 'down' ? data.answers : null,
      session: data.session,
      sessionId: null,
      sha256,
      fileName,
      madeAt: manifest.madeAt,
      notedAt: now,
    },
    items,
  )
  for (const { part, kind, code, issuedOn, bytes, sha256: paperSha256 } of papers) {
    insertPackagePaper(db, { packageId, part, kind, code, issuedOn, bytes, sha256: paperSha256 })
  }
  return packageId
}
