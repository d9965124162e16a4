import { producerKey, productKey } from '../register/name-keys.ts'
import type { PastedAgendaFields } from './agenda-fields.ts'
import type { PastedRow } from './read-pasted-table.ts'

type Row = PastedRow<PastedAgendaFields>

/** The lines of a block that name the same product of the same producer as a row does; codes of their own tell them apart. */
export function findTwins(rows: readonly Row[]): (row: Row) => readonly number[] {
  const keyed = rows.flatMap((row) => {
    const { name = '', producerName = '', code = '' } = row.values
    const isNamed = name !== '' && producerName !== '' && row.faults.length === 0
    return isNamed ? [{ row, key: `${productKey(name)}|${producerKey(producerName)}`, code: code.toLowerCase() }] : []
  })
  const byKey = Map.groupBy(keyed, ({ key }) => key)
  const twins = keyed.map(({ row, key, code }) => {
    const isTold = (other: string) => code === '' || other === '' || code === other
    const others = (byKey.get(key) ?? []).filter((other) => other.row !== row && isTold(other.code))
    return [row, others.map((other) => other.row.line)] as const
  })
  const found = new Map(twins)
  return (row) => found.get(row) ?? []
}
