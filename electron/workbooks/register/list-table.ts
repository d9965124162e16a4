import type { RegisterField } from '../../../shared/domain/register/register-list.ts'
import { refusesRecognition, type RivalField } from './assign-fields.ts'
import { starColumns } from './star-columns.ts'

/** How the rows from here on are read: a list may begin anew with its columns in another order. */
export type ListTable = {
  /** Columns that were not taken, by what they say though another column was taken for it. */
  readonly rivals: ReadonlyMap<number, RivalField>
  /** A column for each star, where crosses mark it. */
  readonly starColumns: ReadonlyMap<number, number>
  readonly fields: ReadonlyMap<number, RegisterField | null>
  /** Columns that say something, but nothing of a recognition. */
  readonly saysOtherwise: ReadonlySet<number>
  /** A column's heading, empty where it has none. */
  readonly headOf: (column: number) => string
  /** The first column that says it; the first of all where none does. */
  readonly columnOf: (field: RegisterField) => number
  /** Whether a column names the producers. */
  readonly hasProducers: boolean
  /** Whether its stars were asked for, or given by whoever asks, not by a decision. */
  readonly hasStarsAskedFor: boolean
  /** Whether it has columns for the decision at all: a registration list has none. */
  readonly hasDecisions: boolean
  /** The row with a head whose columns were not understood; null where they were. */
  readonly unreadFrom: number | null
}

type ListTableInput = {
  readonly fields: ListTable['fields']
  readonly heads: ReadonlyMap<number, string>
  readonly rivals: ListTable['rivals']
  readonly unreadFrom?: number
}

export function listTable({ fields, heads, rivals, unreadFrom }: ListTableInput): ListTable {
  const columns = new Map<RegisterField | null, number>(
    [...fields].toReversed().map(([column, field]) => [field, column]),
  )
  const said = new Set(fields.values())
  const stars = said.has('star') ? new Map<number, number>() : starColumns(heads)
  return {
    fields,
    rivals: stars.size === 0 ? rivals : new Map([...rivals].filter(([column]) => !stars.has(column))),
    starColumns: stars,
    saysOtherwise: new Set(
      [...fields].flatMap(([column, field]) => (field === null || isOfRecognition(field) ? [] : [column])),
    ),
    headOf: (column) => heads.get(column) ?? '',
    columnOf: (field) => columns.get(field) ?? 1,
    hasStarsAskedFor: refusesRecognition(heads.get(columns.get('star') ?? 1) ?? '', 'star'),
    hasProducers: said.has('producer'),
    hasDecisions: decisionFields.some((field) => said.has(field)),
    unreadFrom: unreadFrom ?? null,
  }
}

const decisionFields = ['decision', 'decisionNumber', 'decisionDate'] as const

const isOfRecognition = (field: RegisterField): boolean => /^(?:star|score|decision|note|application)/.test(field)
