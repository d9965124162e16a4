import type { ListPreview } from '../../../../shared/api/register.ts'
import type { PreviewRow } from '../../../../shared/domain/register/preview-rows.ts'
import { matchesSearch } from '../../../../shared/domain/vietnamese/search-key.ts'
import type { ListFinding, RegisterField } from '../../../../shared/domain/register/register-list.ts'

/** The columns in which a row of any office's list is shown. */
type ShownColumn = 'product' | 'producer' | 'place' | 'star' | 'decision'

/** A row with what is to be said of its cells: `other` of cells that no shown column stands for. */
export type ReasonedRow = {
  readonly row: PreviewRow
  readonly reasons: Readonly<Partial<Record<ShownColumn | 'other', readonly ListFinding[]>>>
  /** The list, or the register, has a product that is the same or nearly so. */
  readonly isTwin: boolean
}

export type ReasonedList = {
  readonly rows: readonly ReasonedRow[]
  /** What is said of headings, groups and whatever else stands outside the rows. */
  readonly elsewhere: readonly ListFinding[]
}

/** Each row with its findings at their cells. */
export function reasonRows({ rows, faults, columns, duplicates, near }: ListPreview): ReasonedList {
  const fields = new Map(columns.map(({ letter, field }) => [letter, field]))
  const byRow = Map.groupBy(faults, ({ cell }) => Number(/\d+$/.exec(cell)?.[0]))
  const twins = new Set([...duplicates.flat(), ...near.map(({ row }) => row)])
  const own = new Set(rows.map(({ row }) => row))
  return {
    rows: rows.map((row) => {
      const byColumn = Map.groupBy(byRow.get(row.row) ?? [], ({ cell }) =>
        columnOf(fields.get(cell.replace(/\d+$/, '')) ?? null),
      )
      return { row, reasons: Object.fromEntries(byColumn), isTwin: twins.has(row.row) }
    }),
    elsewhere: faults.filter(({ cell }) => !own.has(Number(/\d+$/.exec(cell)?.[0]))),
  }
}

function columnOf(field: RegisterField | null): ShownColumn | 'other' {
  switch (field?.replace(/[12]$/, '')) {
    case 'product':
    case 'code':
    case 'group':
      return 'product'
    case 'producer':
    case 'kind':
    case 'representative':
    case 'phone':
      return 'producer'
    case 'address':
    case 'commune':
    case 'district':
    case 'province':
      return 'place'
    case 'star':
    case 'score':
      return 'star'
    case 'decision':
    case 'decisionNumber':
    case 'decisionDate':
    case 'decisionYear':
    case 'issuer':
    case 'validUntil':
    case 'certificateNumber':
      return 'decision'
    default:
      return 'other'
  }
}

export const rowFilters = ['all', 'attention', 'faulty', 'twins', 'new', 'changed', 'same'] as const
export type RowFilter = (typeof rowFilters)[number]

/** Whether a row is among those that the filter shows. A faulty row is not taken, so that it changes nothing. */
export function isShown({ row: { state, change }, isTwin }: ReasonedRow, filter: RowFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'attention':
      return state !== 'sound'
    case 'faulty':
      return state === 'faulty'
    case 'twins':
      return isTwin
    default:
      return state !== 'faulty' && change === filter
  }
}

/** Whether a row names every word of the query, without accents: its product, code, producer, commune, district or decision. */
export function isFound({ row: { values, details } }: ReasonedRow, query: string): boolean {
  const { product, producer, commune, district, decisionNumber } = values
  return matchesSearch({ query, text: [details.code, product, producer, commune, district, decisionNumber].join(' ') })
}
