import type { UpRow } from '../../../shared/api/packages.ts'
import type { CommuneChange } from '../../../shared/domain/communes/index-communes.ts'
import type { RegisteredProduct } from '../../../shared/domain/register/registered-product.ts'
import { upRows } from '../../app/packages/plan-up.ts'
import { readPackage, type ReadPackage } from '../../workbooks/package/read-package.ts'

/** @throws Refusal `package-unreadable` */
export function readWhole(bytes: Uint8Array): Promise<ReadPackage> {
  return readPackage(bytes)
}

/** What is in a package, and how its products stand to the register. @throws Refusal `package-unreadable` */
export async function previewAgainst({
  bytes,
  register,
  changes,
  closedYears,
}: {
  readonly bytes: Uint8Array
  readonly register: readonly RegisteredProduct[]
  readonly changes: readonly CommuneChange[]
  readonly closedYears: readonly number[]
}): Promise<{ readonly read: ReadPackage; readonly rows: readonly UpRow[] }> {
  const read = await readPackage(bytes)
  const { data } = read
  const { year } = data.session
  return { read, rows: data.kind === 'up' ? upRows({ ...data, register, changes, closedYears, year }) : [] }
}
