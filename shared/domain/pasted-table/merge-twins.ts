import type { PastedAgendaFields } from './agenda-fields.ts'
import type { PastedRow } from './read-pasted-table.ts'

type Values = PastedRow<PastedAgendaFields>['values']
type Row = PastedRow<PastedAgendaFields>
export type TwinField = keyof PastedAgendaFields

/** What a row says otherwise than the one above that is the same product, or beside it. */
export type TwinDifference = {
  readonly field: TwinField
  /** What the row itself says. */
  readonly own: Values
  /** What is taken where both are one product; the row's own where no other says it. */
  readonly taken: Values
  /** Where that stands. */
  readonly line: number
}

export type Twin = { readonly line: number; readonly differences: readonly TwinDifference[] }

type Merged = {
  /** In their order; a row that others are the same product as has what only those say. */
  readonly rows: readonly Row[]
  /** By the line of the row below. */
  readonly twins: ReadonlyMap<number, Twin>
}

/**
 * Rows of one product in one: of each field the first row that says it is taken, and what another says otherwise is named.
 *
 * @param twinsOf The lines that name the same product as a row (`findTwins`).
 * @param isSame By the lower line: whether a person said that it is the product of the first row above.
 */
export function mergeTwins(
  rows: readonly Row[],
  {
    twinsOf,
    isSame,
  }: { readonly twinsOf: (row: Row) => readonly number[]; readonly isSame: ReadonlyMap<number, boolean> },
): Merged {
  const said = new Map<number, ReadonlyMap<TwinField, { readonly values: Values; readonly line: number }>>()
  const twins = new Map<number, Twin>()
  for (const row of rows) {
    const [first] = twinsOf(row).filter((line) => line < row.line && said.has(line))
    const own = new Map(fieldsOf(row.values).map((field) => [field, { values: row.values, line: row.line }]))
    if (first === undefined) said.set(row.line, own)
    else {
      const above = said.get(first) ?? new Map()
      const differences = [...own.keys()].flatMap((field): readonly TwinDifference[] => {
        const { values: taken, line } = above.get(field) ?? { values: row.values, line: row.line }
        return line !== row.line && isAlike(field, row.values, taken) ? [] : [{ field, own: row.values, taken, line }]
      })
      twins.set(row.line, { line: first, differences })
      if (isSame.get(row.line) === true) said.set(first, new Map([...own, ...above]))
      else if (isSame.get(row.line) === false) said.set(row.line, own)
    }
  }
  return {
    rows: rows.map((row) => {
      const whole = said.get(row.line)
      if (whole === undefined || [...whole.values()].every(({ line }) => line === row.line)) return row
      const values = Object.fromEntries([...whole].map(([field, at]) => [field, at.values[field]])) as Values
      return { ...row, values }
    }),
    twins,
  }
}

/** What a row says beside the name and the producer by which it is the same product. */
const fieldsOf = (values: Values): readonly TwinField[] =>
  (Object.keys(values) as TwinField[]).filter((field) => values[field] !== undefined)

function isAlike(field: TwinField, one: Values, other: Values): boolean {
  if (field === 'name' || field === 'producerName') return true
  const [own, taken] = [one[field], other[field]]
  if (field === 'set' && one.set?.setNumber !== null) return one.set?.setNumber === other.set?.setNumber
  return JSON.stringify(own).toLowerCase() === JSON.stringify(taken).toLowerCase()
}
