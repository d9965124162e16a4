import { goesOn } from '../register/goes-on.ts'
import type { PastedAgendaFields } from './agenda-fields.ts'
import type { PastedRow } from './read-pasted-table.ts'

type Row = PastedRow<PastedAgendaFields>

/** Whose product a row names without saying who makes it: the producer of the row above, whose line it is. */
export type ContinuedProducer = { readonly name: string; readonly line: number }

/** Why the producer above is not taken: what the row says of it otherwise. */
export type OtherProducer = ContinuedProducer & {
  readonly field: 'producerKind' | 'commune' | 'district'
  readonly own: string
  /** Empty where the row above does not say it. */
  readonly above: string
}

type Continued = {
  readonly row: Row
  readonly continues: ContinuedProducer | null
  readonly isOther: OtherProducer | null
}

/**
 * Rows whose producer is empty below its first product, as merged cells are copied, with the producer of the rows above. A
 * row between them that is no product's ends it, and so does one that says anything else of its producer.
 */
export function continueProducers(
  rows: readonly Row[],
  { asides, refused }: { readonly asides: readonly number[]; readonly refused: ReadonlySet<number> },
): readonly Continued[] {
  let above: (ContinuedProducer & { readonly values: Row['values'] }) | null = null
  let last = 0
  return rows.map((row): Continued => {
    const { line, values } = row
    if (asides.some((aside) => aside > last && aside < line)) above = null
    last = line
    if (values.producerName !== undefined) {
      above = { name: values.producerName, line, values }
      return { row, continues: null, isOther: null }
    }
    const isOne = above !== null && values.name !== undefined && goesOn(producerOf(values), producerOf(above.values))
    if (above === null || !isOne || row.faults.some(({ field }) => field === 'producerName')) {
      const isOther = above === null || values.name === undefined ? null : otherwise(values, above)
      above = null
      return { row, continues: null, isOther }
    }
    const continues = { name: above.name, line: above.line }
    const filled = { ...row, values: { ...Object.fromEntries(producerOf(above.values)), ...values } }
    return { row: refused.has(line) ? row : filled, continues, isOther: null }
  })
}

function otherwise(
  values: Row['values'],
  above: ContinuedProducer & { readonly values: Row['values'] },
): OtherProducer | null {
  const field = (['commune', 'district', 'producerKind'] as const).find((one) => {
    const own = values[one]
    return own !== undefined && !goesOn(new Map([[one, own]]), producerOf(above.values))
  })
  if (field === undefined) return null
  const { name, line } = above
  return { name, line, field, own: values[field] ?? '', above: above.values[field] ?? '' }
}

const producerOf = (values: Row['values']): ReadonlyMap<string, string> =>
  new Map(
    (['producerName', 'producerKind', 'commune', 'district'] as const).flatMap((field) => {
      const text = values[field]
      return text === undefined ? [] : [[field, text] as const]
    }),
  )
