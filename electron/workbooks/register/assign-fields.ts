import {
  recognitionFields,
  type RecognitionField,
  type RegisterField,
} from '../../../shared/domain/register/register-list.ts'
import { stripMarks } from '../../../shared/domain/vietnamese/fold.ts'
import { proposeFields } from '../../../shared/domain/columns/propose-fields.ts'
import { readDecisionHeads } from './decision-heads.ts'
import { recognitionHeadings, registerHeadings } from '../../../shared/domain/register/register-headings.ts'

type AssignInput = {
  /** By 1-based column; a group's heading stands before its parts': `Lần 1 – Sao`. */
  readonly heads: ReadonlyMap<number, string>
  /** What was chosen for the same words before, by `headKey`. */
  readonly remembered: ReadonlyMap<string, RegisterField | null>
}

/**
 * A field for each column, null where its heading says none. Recognitions stand in a row once, or twice: under headings of
 * their own (`Lần 1`, `Nâng hạng`), or with the same words again further right.
 */
export function assignFields({ heads, remembered }: AssignInput): ReadonlyMap<number, RegisterField | null> {
  const fields = new Map<number, RegisterField | null>()
  const means = readDecisionHeads(heads)
  const taken = (): ReadonlySet<RegisterField | null> => new Set(fields.values())
  const assign = (
    columns: readonly number[],
    {
      headings,
      toField,
    }: { headings: typeof registerHeadings; toField: (field: RegisterField) => RegisterField | null },
  ): void => {
    const proposals = proposeFields<RegisterField>(
      columns.map((column) => heads.get(column) ?? ''),
      { headings, remembered, means },
    )
    columns.forEach((column, index) => {
      const { field = null, source = 'none' } = proposals[index] ?? {}
      if (source === 'remembered') fields.set(column, field)
      else if (field !== null) fields.set(column, toField(field))
    })
  }
  const columns = [...heads.keys()]
  const isOfTime = (time: Time) => (column: number) => timeOf(heads.get(column) ?? '') === time
  assign(columns.filter(isOfTime('any')), { headings: registerHeadings, toField: (field) => field })
  const firsts = columns.filter(isOfTime('first'))
  const plain = taken()
  assign(firsts, {
    headings: recognitionHeadings,
    toField: (field) => (plain.has(field) || isOfItsTime(field) ? nth(field, 1) : field),
  })
  assign(columns.filter(isOfTime('second')), { headings: recognitionHeadings, toField: (field) => nth(field, 2) })
  const before = new Map(fields)
  const left = columns.filter(
    (column) => isOfTime('any')(column) && !fields.has(column) && !isAskedFor(heads.get(column) ?? ''),
  )
  const had = taken()
  assign(left, {
    headings: recognitionHeadings,
    toField: (field) => (had.has(field) && !had.has(nth(field, 2)) ? nth(field, 2) : null),
  })
  const added = new Set([...fields].filter(([column]) => !before.has(column)).map(([, field]) => field))
  if (!isWholeSecond(had, added)) for (const column of left) fields.delete(column)
  return new Map(columns.map((column) => [column, fields.get(column) ?? null]))
}

/** Words that stand twice are a second recognition only where they say all of its decision that those of the first do. */
function isWholeSecond(first: ReadonlySet<RegisterField | null>, second: ReadonlySet<RegisterField | null>): boolean {
  const parts: readonly (readonly RecognitionField[])[] = [
    ['decision', 'decisionNumber'],
    ['decision', 'decisionDate', 'decisionYear'],
  ]
  const said = parts.filter((part) => part.some((field) => first.has(field)))
  return said.length > 0 && said.every((part) => part.some((field) => second.has(nth(field, 2))))
}

/** What is asked for or hoped for was not recognised. */
function isAskedFor(head: string): boolean {
  return /\b(?:de nghi|dang ky|du kien|phan dau|tiem nang)\b/.test(stripMarks(head))
}

type Time = 'any' | 'first' | 'second'

/** Which recognition a heading speaks of. `Lần đăng ký` speaks of none. */
function timeOf(head: string): Time {
  if (isAskedFor(head)) return 'any'
  const words = ` ${stripMarks(head)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
  if (/ (lan|dot) (thu )?(2|hai|ii) | (nang hang|cong nhan lai|danh gia lai) /.test(words)) return 'second'
  return / (lan|dot) (thu )?(1|mot|nhat|dau|i) /.test(words) ? 'first' : 'any'
}

/** Without a time they would be said of the recognition in force, whichever it is. */
const isOfItsTime = (field: RegisterField): boolean => field === 'star' || field === 'validUntil'

const nth = (field: RegisterField, time: 1 | 2): RegisterField =>
  isRecognitionField(field) ? (`${field}${time}` as const) : field

const isRecognitionField = (field: RegisterField): field is RecognitionField =>
  (recognitionFields as readonly RegisterField[]).includes(field)
