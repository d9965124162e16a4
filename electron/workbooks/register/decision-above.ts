import { numberKey } from '../../../shared/domain/register/number-key.ts'
import type { HeadedDecision } from '../../../shared/domain/register/headed-decision.ts'
import type { RecognitionField } from '../../../shared/domain/register/register-list.ts'
import type { ListFindings } from './list-findings.ts'
import { listReasons } from './list-reasons.ts'
import type { CellReader, ReadDate } from './read-cells.ts'

export type SuffixedField = RecognitionField | `${RecognitionField}${'1' | '2'}`

/** The decision of one recognition as a row says it, and where. */
export type RecognitionTime = {
  readonly number: string | null
  readonly date: ReadDate | null
  readonly numberField: SuffixedField
  readonly dateField: SuffixedField
}

type AboveInput = {
  /** What the heading above the row names, null where none does. */
  readonly decision: HeadedDecision | null
  readonly reader: CellReader
  readonly findings: ListFindings
}

/** What a row does not say of its decision by the heading above it, said; where the two differ, the row's own, doubtful. */
export function withDecisionAbove(own: RecognitionTime, { decision, reader, findings }: AboveInput): RecognitionTime {
  if (decision === null || [own.numberField, own.dateField].some(reader.isFaulty)) return own
  const { number, day } = decision
  const date = day === null ? null : { iso: day, year: Number(day.slice(0, 4)) }
  const isOtherNumber = own.number !== null && numberKey(own.number) !== numberKey(number)
  if (isOtherNumber || isOtherDate(own.date, date)) {
    const place = reader.place(isOtherNumber ? own.numberField : own.dateField)
    findings.add('doubt', place, listReasons.decisionOfOtherGroup(number, day))
    return own
  }
  const isWhole = own.number !== null && (own.date?.iso != null || date === null)
  if (isWhole) return own
  findings.add('note', reader.place('product'), listReasons.decisionFromAbove(number, day))
  return { ...own, number: own.number ?? number, date: own.date?.iso == null ? (date ?? own.date) : own.date }
}

/** A row may say the year alone. */
function isOtherDate(own: ReadDate | null, above: ReadDate | null): boolean {
  if (own === null || above === null) return false
  return own.iso === null ? own.year !== above.year : own.iso !== above.iso
}
