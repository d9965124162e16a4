import type { CriteriaSet, PartCode } from '../criteria/criteria-set.ts'
import { listCriteria, listGates } from '../criteria/form.ts'
import { reachesGate, type GateCount } from './gates.ts'
import type { BallotChoices, Mean } from './types.ts'

/** Sums over one product's ballots: everything that its result needs from them. */
export type BallotCount = {
  readonly mean: Mean
  readonly partMeans: Readonly<Record<PartCode, Mean>>
  /** Largest minus smallest total; 0 below two ballots. */
  readonly spread: number
  /** One entry a gate, in form order. */
  readonly gates: readonly GateCount[]
}

/**
 * Sums complete ballots; an incomplete one is left out whole, for a blank is never a zero.
 * One pass over the ballots with the form's points looked up in flat tables: a year's run is millions of choices.
 * @throws RangeError for an option number that its criterion does not print.
 */
export const countBallots = ({
  set,
  ballots,
}: {
  set: CriteriaSet
  ballots: readonly { readonly choices: BallotChoices }[]
}): BallotCount => {
  const table = tableOf(set)
  const gates = listGates(set)
  const parts: [number, number, number] = [0, 0, 0]
  const reachedBy = gates.map(() => 0)
  const gatePoints = gates.map(() => 0)
  let count = 0
  let smallest = Infinity
  let largest = -Infinity
  for (const { choices } of ballots) {
    if (!isComplete({ choices, criteria: table.points.length })) continue
    count += 1
    let total = 0
    for (let index = 0; index < table.points.length; index += 1) {
      const points = pointsAt({ table, index, choice: choices[index] })
      total += points
      parts[table.parts[index] ?? 0] += points
    }
    smallest = Math.min(smallest, total)
    largest = Math.max(largest, total)
    for (let place = 0; place < gates.length; place += 1) {
      const gate = gates[place]
      if (gate === undefined) continue
      const optionNumber = choices[gate.criterionIndex] ?? 0
      const points = pointsAt({ table, index: gate.criterionIndex, choice: optionNumber })
      gatePoints[place] = (gatePoints[place] ?? 0) + points
      if (reachesGate({ gate, optionNumber, points })) reachedBy[place] = (reachedBy[place] ?? 0) + 1
    }
  }
  return {
    mean: { sum: parts[0] + parts[1] + parts[2], count },
    partMeans: { A: { sum: parts[0], count }, B: { sum: parts[1], count }, C: { sum: parts[2], count } },
    spread: count === 0 ? 0 : largest - smallest,
    gates: gates.map((gate, place) => ({
      gate,
      reachedBy: reachedBy[place] ?? 0,
      points: { sum: gatePoints[place] ?? 0, count },
    })),
  }
}

type PointTable = {
  /** Points by criterion index, then by option number; option 0 is "no level reached". */
  readonly points: readonly (readonly number[])[]
  /** 0, 1, 2 for the parts A, B, C by criterion index. */
  readonly parts: readonly (0 | 1 | 2)[]
  readonly codes: readonly string[]
}

const partIndex = { A: 0, B: 1, C: 2 } as const satisfies Record<PartCode, 0 | 1 | 2>

const tables = new WeakMap<CriteriaSet, PointTable>()

const tableOf = (set: CriteriaSet): PointTable => {
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

const isComplete = ({ choices, criteria }: { choices: BallotChoices; criteria: number }): boolean => {
  for (let index = 0; index < criteria; index += 1) if ((choices[index] ?? null) === null) return false
  return true
}

const pointsAt = ({
  table,
  index,
  choice,
}: {
  table: PointTable
  index: number
  choice: number | null | undefined
}): number => {
  const points = table.points[index]?.[choice ?? 0]
  if (points === undefined) throw new RangeError(`Criterion ${table.codes[index]} has no option ${choice}`)
  return points
}
