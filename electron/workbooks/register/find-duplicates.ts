import type { RegisterField, RegisterRow } from '../../../shared/domain/register/register-list.ts'
import { accentsOf, isOneSlip, placeKey, producerKey, productKey } from '../../../shared/domain/register/name-keys.ts'
import { numberKey } from '../../../shared/domain/register/number-key.ts'
import { writeAddress } from '../xlsx/address.ts'
import type { ListFindings } from './list-findings.ts'
import { listReasons } from './list-reasons.ts'
import { toldValue } from './told-value.ts'

type DuplicatesInput = {
  readonly rows: readonly RegisterRow[]
  /** 1-based columns by what they say. */
  readonly columns: ReadonlyMap<RegisterField, number>
  readonly findings: ListFindings
}

/**
 * Rows that seem to be one product of one producer, each with the first of them, and what they say against each other. A
 * product that stands twice with decisions of different days was recognised twice.
 */
export function findDuplicates({ rows, columns, findings }: DuplicatesInput): readonly (readonly [number, number])[] {
  const column = columns.get('product') ?? 1
  const keyed = rows.flatMap((row): readonly KeyedRow[] => {
    const { product, producer } = row.values
    return product === null || producer === null
      ? []
      : [{ row, product: productKey(product), producer: producerKey(producer) }]
  })
  const pairs: (readonly [number, number])[] = []
  const tell = (first: RegisterRow, other: RegisterRow, how: 'sameAsRow' | 'nearToRow') => {
    const [above, below] = first.row < other.row ? [first, other] : [other, first]
    if (how === 'sameAsRow' && areTwoTimes(above, below)) {
      return findings.add('note', { row: below.row, column }, listReasons.recognisedTwice(above.row))
    }
    pairs.push([above.row, below.row])
    const named = `“${above.values.product}” của ${above.values.producer}`
    const against = contradictions(above, below, columns)
    // What is only alike is kept apart: neither is taken by the other.
    const isOne = how === 'sameAsRow' && against !== ''
    const reason = isOne ? listReasons.contradictsRow(above.row, named, against) : listReasons[how](above.row, named)
    findings.add('doubt', { row: below.row, column }, reason)
  }
  const tellNear = (same: readonly KeyedRow[], slips: 'product' | 'producer') => {
    if (same.length === 1) return
    for (const [index, each] of same.entries()) {
      const near = same.slice(0, index).find((other) => isOneSlip(other[slips], each[slips]))
      if (near !== undefined) tell(near.row, each.row, 'nearToRow')
    }
  }
  const ofProducers = Map.groupBy(keyed, ({ producer }) => producer)
  const again = new Set<KeyedRow>()
  for (const same of ofProducers.values()) {
    for (const { first, other, how } of repeated(same)) {
      again.add(other)
      tell(first.row, other.row, how)
    }
    tellNear(again.size === 0 ? same : same.filter((each) => !again.has(each)), 'product')
  }
  const distinct = again.size === 0 ? keyed : keyed.filter((each) => !again.has(each))
  for (const same of Map.groupBy(distinct, ({ product }) => product).values()) tellNear(same, 'producer')
  for (const { row, like } of producersSpeltOtherwise(ofProducers.values())) {
    const where = { row: row.row, column: columns.get('producer') ?? column }
    findings.add('doubt', where, listReasons.producerNearToRow(like.row, like.values.producer ?? ''))
  }
  return pairs.toSorted(([a, b], [c, d]) => a - c || b - d)
}

type Repeated = { readonly first: KeyedRow; readonly other: KeyedRow; readonly how: 'sameAsRow' | 'nearToRow' }

/**
 * Of one producer's rows those whose product stands in a row above, with that row: the same where they are taken as one, by the
 * rule of the register: as it is spelt, else the only one that is typed without accents, or is asked so.
 */
function repeated(same: readonly KeyedRow[]): readonly Repeated[] {
  if (same.length === 1) return []
  const spellings = new Map<string, KeyedRow[]>()
  return same.flatMap((other): readonly Repeated[] => {
    const above = spellings.get(other.product)
    if (above === undefined) {
      spellings.set(other.product, [other])
      return []
    }
    const spelt = above.find((one) => accentsOfBoth(one.row, other.row) === 'same')
    const bare = above.filter((one) => accentsOfBoth(one.row, other.row) === 'bare')
    const one = spelt ?? (bare.length === 1 ? bare[0] : undefined)
    if (one !== undefined) return [{ first: one, other, how: 'sameAsRow' }]
    const first = bare[0] ?? above[0] ?? other
    above.push(other)
    return [{ first, other, how: 'nearToRow' }]
  })
}

/** Rows that first name a producer of one commune whose name has other accents in a row above, of another product. */
function producersSpeltOtherwise(ofProducers: Iterable<readonly KeyedRow[]>) {
  const found: { readonly row: RegisterRow; readonly like: RegisterRow }[] = []
  for (const same of ofProducers) {
    const spelt = same[0]?.row.values.producer
    if (same.every(({ row }) => row.values.producer === spelt)) continue
    const firsts = [
      ...new Map(same.toReversed().map(({ row, product }) => [row.values.producer, { row, product }])).values(),
    ]
    for (const { row, product } of firsts) {
      const like = firsts.find(
        (other) =>
          other.row.row < row.row &&
          other.product !== product &&
          placeKey(other.row.values.commune ?? '') === placeKey(row.values.commune ?? '') &&
          accentsOf(other.row.values.producer ?? '', row.values.producer ?? '') === 'other',
      )
      if (like !== undefined) found.push({ row, like: like.row })
    }
  }
  return found
}

/** `other` for names of one key in other words: `Cá kho`, `Cá khô`. */
function accentsOfBoth({ values: one }: RegisterRow, { values: another }: RegisterRow): 'same' | 'bare' | 'other' {
  const both = (['product', 'producer'] as const).map((field) => accentsOf(one[field] ?? '', another[field] ?? ''))
  if (both.includes('other')) return 'other'
  return both.includes('bare') ? 'bare' : 'same'
}

type KeyedRow = { readonly row: RegisterRow; readonly product: string; readonly producer: string }

const compared = ['star', 'score', 'decisionNumber', 'decisionDate', 'validUntil'] as const
type Compared = (typeof compared)[number]

/** What two rows say otherwise of one recognition, by their cells: `E2 ghi 3 sao, E5 ghi 4 sao`. */
function contradictions(above: RegisterRow, below: RegisterRow, columns: DuplicatesInput['columns']): string {
  const cellOf = (field: Compared, { row }: RegisterRow) => {
    const column = columns.get(field) ?? (field.startsWith('decision') ? columns.get('decision') : undefined)
    return column === undefined ? `dòng ${row}` : writeAddress(row, column)
  }
  const differing = compared.filter((field) => {
    const [one, other] = [above.values[field], below.values[field]]
    return one !== null && other !== null && one !== other
  })
  // The end follows from the day.
  const told = differing.filter((field) => field !== 'validUntil' || !differing.includes('decisionDate'))
  return told
    .map((field) =>
      [above, below].map((row) => `${cellOf(field, row)} ghi ${toldValue(field, row.values[field] ?? '')}`).join(', '),
    )
    .join('; ')
}

function areTwoTimes(one: RegisterRow, another: RegisterRow): boolean {
  const [a, b] = [one.values.decisionDate, another.values.decisionDate]
  if (a === null || b === null || a === b) return false
  const [number, other] = [one.values.decisionNumber, another.values.decisionNumber]
  // One decision has one day.
  return number === null || other === null || numberKey(number) !== numberKey(other)
}
