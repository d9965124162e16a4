import type { RegisterRow } from '../../../shared/domain/register/register-list.ts'
import { isOneSlip, producerKey, productKey } from '../../../shared/domain/register/name-keys.ts'
import type { ListFindings } from './list-findings.ts'
import { listReasons } from './list-reasons.ts'

type DuplicatesInput = {
  readonly rows: readonly RegisterRow[]
  /** 1-based column of the products' names. */
  readonly column: number
  readonly findings: ListFindings
}

/**
 * Rows that seem to be one product of one producer, each with the first of them. A product that stands twice with decisions
 * of different days was recognised twice.
 */
export function findDuplicates({ rows, column, findings }: DuplicatesInput): readonly (readonly [number, number])[] {
  const keyed = rows.flatMap((row): readonly KeyedRow[] => {
    const { product, producer } = row.values
    return product === null || producer === null
      ? []
      : [{ row, product: productKey(product), producer: producerKey(producer) }]
  })
  const firsts = new Map<string, KeyedRow>()
  const pairs: (readonly [number, number])[] = []
  const tell = (first: RegisterRow, other: RegisterRow, how: 'sameAsRow' | 'nearToRow') => {
    const [above, below] = first.row < other.row ? [first, other] : [other, first]
    if (areTwoTimes(above, below)) {
      return findings.add('note', { row: below.row, column }, listReasons.recognisedTwice(above.row))
    }
    pairs.push([above.row, below.row])
    const named = `“${above.values.product}” của ${above.values.producer}`
    findings.add('doubt', { row: below.row, column }, listReasons[how](above.row, named))
  }
  for (const each of keyed) {
    const key = `${each.producer}|${each.product}`
    const first = firsts.get(key)
    if (first === undefined) firsts.set(key, each)
    else tell(first.row, each.row, 'sameAsRow')
  }
  const distinct = [...firsts.values()]
  for (const [of, slips] of [
    ['producer', 'product'],
    ['product', 'producer'],
  ] as const) {
    for (const same of Map.groupBy(distinct, (each) => each[of]).values()) {
      for (const [index, each] of same.entries()) {
        const near = same.slice(0, index).find((other) => isOneSlip(other[slips], each[slips]))
        if (near !== undefined) tell(near.row, each.row, 'nearToRow')
      }
    }
  }
  return pairs.toSorted(([a, b], [c, d]) => a - c || b - d)
}

type KeyedRow = { readonly row: RegisterRow; readonly product: string; readonly producer: string }

function areTwoTimes(one: RegisterRow, other: RegisterRow): boolean {
  const [a, b] = [one.values.decisionDate, other.values.decisionDate]
  return a !== null && b !== null && a !== b
}
