import type { CriteriaSet, PartCode } from '../criteria/criteria-set.ts'
import { listCriteria } from '../criteria/form.ts'

/** A form's points in flat tables, for those who add up millions of choices. */
export type PointTable = {
  /** Points by criterion index, then by option number; option 0 is "no level reached". */
  readonly points: readonly (readonly number[])[]
  /** 0, 1, 2 for the parts A, B, C by criterion index. */
  readonly parts: readonly (0 | 1 | 2)[]
  readonly codes: readonly string[]
}

/** Made once a set. */
export const pointTableOf = (set: CriteriaSet): PointTable => {
  const known = tables.get(set)
  if (known !== undefined) return known
  const criteria = listCriteria(set)
  const table = {
    points: criteria.map(({ criterion }) => [0, ...criterion.options.map((option) => option.points)]),
    parts: criteria.map(({ partCode }) => partIndex[partCode]),
    codes: criteria.map(({ criterion }) => criterion.code),
  }
  tables.set(set, table)
  return table
}

/** @throws RangeError for an option number that the criterion does not print. */
export const pointsOf = (table: PointTable, index: number, optionNumber: number): number => {
  const points = table.points[index]?.[optionNumber]
  if (points === undefined) throw new RangeError(`Criterion ${table.codes[index]} has no option ${optionNumber}`)
  return points
}

const partIndex = { A: 0, B: 1, C: 2 } as const satisfies Record<PartCode, 0 | 1 | 2>

const tables = new WeakMap<CriteriaSet, PointTable>()
