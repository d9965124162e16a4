import type { RegisterField } from '../../../shared/domain/register/register-list.ts'
import type { RivalField } from './assign-fields.ts'
import { refusesRecognition } from './refused-heads.ts'
import type { RecognitionTimes } from './recognition-series.ts'
import { starColumns } from './star-columns.ts'

/** How the rows from here on are read: a list may begin anew with its columns in another order. */
export type ListTable = {
  /** Columns that were not taken, by what they say though another column was taken for it. */
  readonly rivals: ReadonlyMap<number, RivalField>
  /** What its headings say of two recognitions in a row. */
  readonly times: Pick<RecognitionTimes, 'years' | 'formers' | 'instead'>
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
  /** Whether it has a star to which products were raised, and a decision of the former star alone. */
  readonly hasFormerDecisionsAlone: boolean
  /** The row with a head whose columns were not understood; null where they were. */
  readonly unreadFrom: number | null
}

type ListTableInput = {
  readonly fields: ListTable['fields']
  readonly heads: ReadonlyMap<number, string>
  readonly rivals: ListTable['rivals']
  readonly times: ListTable['times']
  readonly unreadFrom?: number
}

export function listTable({ fields, heads, rivals, times, unreadFrom }: ListTableInput): ListTable {
  const columns = new Map<RegisterField | null, number>(
    [...fields].toReversed().map(([column, field]) => [field, column]),
  )
  const said = new Set(fields.values())
  const stars = said.has('star') ? new Map<number, number>() : starColumns(heads)
  return {
    fields,
    times,
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
    hasFormerDecisionsAlone:
      said.has('star1') && said.has('star2') && !latterDecisions.some((field) => said.has(field)),
    unreadFrom: unreadFrom ?? null,
  }
}

const latterDecisions = ['decision2', 'decisionNumber2', 'decisionDate2'] as const
const decisionFields = ['decision', 'decisionNumber', 'decisionDate', ...latterDecisions] as const

const isOfRecognition = (field: RegisterField): boolean => /^(?:star|score|decision|note|application)/.test(field)
