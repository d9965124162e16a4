import type { PackageEvent } from '../../../shared/api/certificate-register.ts'
import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { starOfResult } from '../../../shared/domain/packages/package-result.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listPackagesOfProduct } from '../../db/queries/packages.ts'
import { readPackageDetail } from './package-detail.ts'

/** What packages tell of a product, for its time. */
export function packageEvents(db: ReadDb, productId: number): readonly PackageEvent[] {
  return listPackagesOfProduct(db, productId).flatMap(({ packageId, row }) => {
    const detail = readPackageDetail(db, packageId)
    const product = detail.rows.find((one) => one.row === row)
    const { direction, kind: way, office, notedAt } = detail
    const result = way === 'down' ? product?.above : product?.below
    if (product === undefined || result == null) return []
    const { state, reason, differences } = product
    return [
      {
        kind: 'package',
        on: vietnamDay(new Date(notedAt)),
        packageId,
        direction,
        way,
        office,
        state,
        reason,
        mean: result.meanText,
        star: starOfResult(result),
        differences: way === 'down' ? differences.length : 0,
      },
    ]
  })
}
