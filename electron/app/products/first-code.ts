import { vietnamDay } from '../../../shared/domain/calendar/vietnam-day.ts'
import type { NamedPlace } from '../../../shared/domain/communes/index-communes.ts'
import { provinceKey } from '../../../shared/domain/register/name-keys.ts'
import { writeProductCode } from '../../../shared/domain/register/product-code.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { readCommunes } from '../../db/queries/communes.ts'

/** The first code of a commune whose own code the office's list has; null where that, or its province's, is not known. */
export function firstCodeAt(
  app: AppContext,
  db: ReadDb,
  { year, ...place }: NamedPlace & { readonly year: number },
): string | null {
  const now = readCommunes(db).on(place, vietnamDay(app.clock.now()))
  if (now === null || now.code === '') return null
  const provinces = app.rules.unitCodes.at(-1)?.provinces ?? []
  const province = provinces.find(({ name }) => provinceKey(name) === provinceKey(now.province))
  if (province === undefined) return null
  return writeProductCode({ kind: 'commune', province: province.code, commune: now.code, serial: 1, year })
}
