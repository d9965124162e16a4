import type { RowChange } from './plan-list.ts'
import type { RegisterDetails, RegisterRow, RegisterValues } from './register-list.ts'

/** A row of an office's list as it would be taken. */
export type PreviewRow = Pick<RegisterRow, 'row' | 'state' | 'values' | 'details'> & {
  readonly change: RowChange
  /** How many recognitions it tells of. */
  readonly recognitionCount: number
}

/**
 * Rows in one text, column by column: twenty thousand of them cost every thread that they go through more as objects than
 * it takes to read them. The thread that answers keys hands the text on as it is.
 */
export function packRows(rows: readonly PreviewRow[]): string {
  return JSON.stringify({
    own: packFields(rows, ownFields),
    values: packFields(
      rows.map(({ values }) => values),
      valueFields,
    ),
    details: packFields(
      rows.map(({ details }) => details),
      detailFields,
    ),
  })
}

/** A preview with its rows, which `packRows` made a text of. */
export function unpackRows<Packed extends { readonly rows: string }>(
  packed: Packed,
): Omit<Packed, 'rows'> & { readonly rows: readonly PreviewRow[] } {
  const columns = JSON.parse(packed.rows) as Readonly<Record<'own' | 'values' | 'details', readonly Column[]>>
  const values = readFields<RegisterValues>(columns.values, valueFields)
  const details = readFields<RegisterDetails>(columns.details, detailFields)
  const own = readFields<Pick<PreviewRow, (typeof ownFields)[number]>>(columns.own, ownFields)
  return {
    ...packed,
    rows: own.map(({ row, state, change, recognitionCount }, at) => ({
      row,
      state,
      values: values[at] as RegisterValues,
      details: details[at] as RegisterDetails,
      change,
      recognitionCount,
    })),
  }
}

const ownFields = ['row', 'state', 'change', 'recognitionCount'] as const satisfies readonly (keyof PreviewRow)[]
const valueFields = [
  'product',
  'producer',
  'kind',
  'commune',
  'district',
  'star',
  'score',
  'decisionNumber',
  'decisionDate',
  'validUntil',
] as const satisfies readonly (keyof RegisterValues)[]
const detailFields = [
  'code',
  'representative',
  'phone',
  'address',
  'application',
] as const satisfies readonly (keyof RegisterDetails)[]

type Value = string | number | null

/** The values as they come; where most come again, each once and the place of each row's among them. */
type Column = readonly Value[] | { readonly said: readonly Value[]; readonly at: readonly number[] }

function packFields<Field extends string>(
  rows: readonly { readonly [F in Field]: Value }[],
  fields: readonly Field[],
): readonly Column[] {
  return fields.map((field) => packColumn(rows.map((row) => row[field])))
}

function packColumn(values: readonly Value[]): Column {
  const places = new Map<Value, number>()
  const at = values.map((value) => {
    const place = places.get(value) ?? places.size
    if (place === places.size) places.set(value, place)
    return place
  })
  return places.size * 2 > values.length ? values : { said: [...places.keys()], at }
}

function readFields<Row extends object>(columns: readonly Column[], fields: readonly (keyof Row)[]): readonly Row[] {
  const read = columns.map((column) => ('said' in column ? column.at.map((place) => column.said[place]) : column))
  return (read[0] ?? []).map((_, at) => {
    const row: Partial<Record<keyof Row, unknown>> = {}
    for (const [place, field] of fields.entries()) row[field] = read[place]?.[at]
    return row as Row
  })
}
