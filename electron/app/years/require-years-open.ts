import { Refusal } from '../../../shared/api/refusal.ts'
import { touchedRows, type RowValues, type TouchedRow } from '../../db/change-log.ts'
import type { ReadDb } from '../../db/handles.ts'
import { listClosedYears, listYearsOf, type YearParent } from '../../db/queries/years.ts'
import { rowYears, type RowYears } from './row-years.ts'

/**
 * Refuses what was changed of a closed year, whichever command did it: by the rows that it touched, as they were and as they
 * are (`rowYears`).
 *
 * @throws Refusal `year-closed`
 */
export function requireYearsOpen(db: ReadDb): void {
  const closed = new Set(listClosedYears(db))
  if (closed.size === 0) return
  const refuse = (years: Iterable<number>) => {
    for (const year of years) if (closed.has(year)) throw new Refusal('year-closed', { year })
  }
  const parents = new Map<YearParent, Set<number>>()
  for (const [table, rule] of Object.entries(rowYears)) {
    for (const row of touchedRows(db, table)) {
      const told = touchOf(rule, row)
      refuse(told.years)
      for (const [parent, id] of told.partOf) parents.set(parent, (parents.get(parent) ?? new Set()).add(id))
    }
  }
  for (const [parent, ids] of parents) refuse(listYearsOf(db, parent, [...ids]))
}

/**
 * The same before a command puts a file beside the workspace for these rows, which no transaction takes back.
 *
 * @throws Refusal `year-closed`
 */
export function requireYearsOpenOf(db: ReadDb, parent: YearParent, ids: readonly number[]): void {
  const closed = new Set(listClosedYears(db))
  for (const year of listYearsOf(db, parent, ids)) if (closed.has(year)) throw new Refusal('year-closed', { year })
}

type Touch = { readonly years: readonly number[]; readonly partOf: readonly (readonly [YearParent, number])[] }

/** The years that a changed row names, and the rows whose years it is of besides. */
function touchOf(rule: RowYears, { before, after }: TouchedRow): Touch {
  const { years = [], days = [], partOf = {}, later = [], laterDays = [] } = rule
  const sides = [before, after].filter((side) => side !== null)
  const changed = Object.keys(sides[0] ?? {}).filter((column) => before?.[column] !== after?.[column])
  const isWhole = changed.some((column) => !later.includes(column))
  const named = [...(isWhole ? [...years, ...days] : []), ...laterDays.filter((column) => changed.includes(column))]
  return {
    years: sides.flatMap((row) => named.flatMap((column) => yearIn(row[column]))),
    partOf: isWhole ? sides.flatMap((row) => parentsOf(row, partOf)) : [],
  }
}

/** Of a year or an ISO day. */
function yearIn(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value]
  return typeof value === 'string' && value !== '' ? [Number(value.slice(0, 4))] : []
}

const parentsOf = (row: RowValues, partOf: Readonly<Record<string, YearParent>>) =>
  Object.entries(partOf).flatMap(([column, parent]) => {
    const id = row[column]
    return typeof id === 'number' ? [[parent, id] as const] : []
  })
