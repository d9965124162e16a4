import { goesOn } from '../../../shared/domain/register/goes-on.ts'
import { producerFields, type ProducerField, type RegisterRow } from '../../../shared/domain/register/register-list.ts'
import type { ListFindings } from './list-findings.ts'
import { listReasons } from './list-reasons.ts'
import { isWithin } from './producer-rows.ts'
import type { CellReader } from './read-cells.ts'
import type { RowCells } from './row-cells.ts'

/** What a row says of a producer, and how it is numbered. */
export type Block = {
  readonly row: number
  readonly values: ReadonlyMap<ProducerField, string>
  /** It has a number of its own. */
  readonly isNumbered: boolean
  /** The number of the row that names the producer: `2`, `II`; empty where it has none. */
  readonly place: string
  /** The producer stands in a row without a product, above its products. */
  readonly headsProducts: boolean
}

export function ownBlock({ row, byField }: RowCells, reader: CellReader): Block {
  const values = new Map<ProducerField, string>()
  for (const field of producerFields) {
    const text = reader.text(field)
    if (text !== null) values.set(field, text)
  }
  const place = byField.get('place')
  return {
    row,
    values,
    isNumbered: place !== undefined && place.area === null,
    place: place?.text.trim() ?? '',
    headsProducts: values.has('producer') && !byField.has('product'),
  }
}

type BlockInput = { readonly reader: CellReader; readonly findings: ListFindings; readonly isNumberedList: boolean }

/**
 * The producer's cells are empty below its first product: the ones above go on, if the sheet says so. A row without a number of its
 * own, or with one within the producer's, does; one that is numbered as any other must say the same place, and is doubtful; else
 * null, for it may be of anybody.
 */
export function continueBlock(
  own: Block,
  above: Block,
  { reader, findings, isNumberedList }: BlockInput,
): Block | null {
  const producer = above.values.get('producer') ?? ''
  const isOfNumber = !own.isNumbered || isWithin(own.place, above.place) || (above.headsProducts && above.place === '')
  const isOfPlace = own.values.has('commune') || own.values.has('address')
  if (!goesOn(own.values, above.values) || !(isOfNumber || isOfPlace || above.headsProducts)) return null
  const isCertain = isOfNumber && (isNumberedList || isOfPlace || above.headsProducts)
  findings.add(
    isCertain ? 'note' : 'doubt',
    { row: own.row, column: reader.place('product').column },
    listReasons.producerFromAbove(producer),
  )
  const values = new Map([...above.values, ...own.values])
  const { place, headsProducts } = above
  return { row: own.row, values, isNumbered: own.isNumbered, place, headsProducts }
}

/** A producer of whom no product follows. */
export function emptyRow(block: Block, raw: RegisterRow['raw']): RegisterRow {
  const of = (field: ProducerField) => block.values.get(field) ?? null
  return {
    row: block.row,
    state: 'faulty',
    values: {
      product: null,
      producer: of('producer'),
      kind: of('kind'),
      commune: of('commune'),
      district: of('district'),
      star: null,
      score: null,
      decisionNumber: null,
      decisionDate: null,
      validUntil: null,
    },
    details: {
      code: '',
      representative: of('representative') ?? '',
      phone: of('phone') ?? '',
      address: of('address') ?? '',
      application: '',
    },
    recognitions: [],
    raw,
  }
}
