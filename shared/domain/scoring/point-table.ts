import { OptionNotPrinted } from '../ballot/options.ts'
import type { CriteriaSet, PartCode } from '../criteria/criteria-set.ts'
import { listCriteria, listGates } from '../criteria/form.ts'
import { reachesGate } from './reaches-gate.ts'
import type { StarGate } from './types.ts'

/** A form's points in flat tables, for those who add up millions of choices. */
export type PointTable = {
  /** Points by criterion index and option number, `width` places to a criterion; `notPrinted` where it has no such option. */
  readonly points: Int16Array
  readonly width: number
  /** 0, 1, 2 for the parts A, B, C by criterion index. */
  readonly parts: Uint8Array
  readonly codes: readonly string[]
  readonly gates: readonly GateTable[]
}

/** A star gate, and which options of its criterion reach it: 1 by option number. */
export type GateTable = { readonly gate: StarGate; readonly reaches: Uint8Array }

const notPrinted = -1

/** Made once a set. */
export function pointTableOf(form: CriteriaSet): PointTable {
  const known = tables.get(form)
  if (known !== undefined) return known
  const criteria = listCriteria(form)
  // The options of one criterion: 0 "no level reached", then the printed ones.
  const width = 1 + Math.max(0, ...criteria.map(({ criterion }) => criterion.options.length))
  const points = new Int16Array(criteria.length * width).fill(notPrinted)
  for (const { criterion, index } of criteria) {
    points.set([0, ...criterion.options.map((option) => option.points)], index * width)
  }
  const table: PointTable = {
    points,
    width,
    parts: Uint8Array.from(criteria, ({ partCode }) => partIndex[partCode]),
    codes: criteria.map(({ criterion }) => criterion.code),
    gates: listGates(form).map((gate) => ({
      gate,
      reaches: Uint8Array.from({ length: width }, (_, optionNumber) => {
        const reached = points[gate.criterionIndex * width + optionNumber] ?? notPrinted
        return reachesGate({ gate, optionNumber, points: reached }) ? 1 : 0
      }),
    })),
  }
  tables.set(form, table)
  return table
}

/** @throws OptionNotPrinted for an option number that the criterion does not print. */
export function pointsAt(table: PointTable, index: number, optionNumber: number): number {
  const points = optionNumber < table.width ? table.points[index * table.width + optionNumber] : notPrinted
  if (points === undefined || points === notPrinted) {
    throw new OptionNotPrinted(table.codes[index], optionNumber)
  }
  return points
}

const partIndex = { A: 0, B: 1, C: 2 } as const satisfies Record<PartCode, 0 | 1 | 2>

const tables = new WeakMap<CriteriaSet, PointTable>()
