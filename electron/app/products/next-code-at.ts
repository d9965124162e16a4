import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import { placeKey } from '../../../shared/domain/register/name-keys.ts'
import { nextProductCode, readProductCode } from '../../../shared/domain/register/product-code.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listCodesOfDistrict } from '../../db/queries/products.ts'
import { firstCodeAt } from './first-code.ts'

type Place = { readonly commune: string; readonly district: string }

/**
 * The next legal code of a commune by QĐ 26/2026/QĐ-TTg, null while neither its products nor the office's list tell it. `given`:
 * codes that are about to be given.
 */
export function nextCodeAt(app: AppContext, db: ReadDb, place: Place, given: readonly string[] = []): string | null {
  const { commune, district } = place
  const key = placeKey(commune)
  const known = commune === '' ? [] : listCodesOfDistrict(db, district)
  const codes = known.filter((one) => placeKey(one.commune) === key).map((one) => one.code)
  const year = Number(vietnamDay(app.clock.now()).slice(0, 4))
  const next = nextProductCode(codes, year) ?? firstCodeAt(app, db, { commune, district, year })
  const own = next === null ? null : readProductCode(next)
  if (own === null) return next
  const ofCommune = given.filter((code) => {
    const other = readProductCode(code)
    return (
      other?.kind === 'commune' &&
      own.kind === 'commune' &&
      other.province === own.province &&
      other.commune === own.commune
    )
  })
  return nextProductCode([...codes, ...ofCommune], year) ?? next
}
