import { soundYears } from '../../../shared/domain/certificates/sound-years.ts'
import type { AppContext } from '../../context.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listYearRows, type YearRow } from '../../db/queries/years.ts'
import { lawNow, readEntries } from '../register/register-entries.ts'

/** `certificates`: what the register says was recognised in the year, by this file or by lists, superseded since or not. */
export type HeldYear = YearRow & { readonly certificates: number }

/** Every year that the file has anything of, one that only a list tells of among them; the latest first. */
export function listHeldYears(app: AppContext, db: ReadDb): readonly HeldYear[] {
  const on = lawNow(app)
  const { first, last } = soundYears(on.day)
  const recognised = new Map<number, number>()
  for (const { recognisedIn } of readEntries(db, on)) {
    if (recognisedIn === null || recognisedIn < first || recognisedIn > last) continue
    recognised.set(recognisedIn, (recognised.get(recognisedIn) ?? 0) + 1)
  }
  const rows = new Map(listYearRows(db).map((row) => [row.year, row]))
  return [...new Set([...rows.keys(), ...recognised.keys()])]
    .toSorted((a, b) => b - a)
    .map((year) => ({
      ...(rows.get(year) ?? { year, sessions: 0, rounds: 0, registrations: 0 }),
      certificates: recognised.get(year) ?? 0,
    }))
}
