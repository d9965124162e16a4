import {
  recognitionFields,
  type RecognitionField,
  type RegisterField,
} from '../../../shared/domain/register/register-list.ts'
import { stripMarks } from '../../../shared/domain/vietnamese/fold.ts'
import { headKey, proposeFields } from '../../../shared/domain/columns/propose-fields.ts'
import { readDecisionHeads } from './decision-heads.ts'
import { headsWithdrawal } from './out-of-force.ts'
import { starColumns } from './star-columns.ts'
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
      { headings, remembered, means, refuses: refusesRecognition },
    )
    columns.forEach((column, index) => {
      const { field = null, source = 'none' } = proposals[index] ?? {}
      if (source === 'remembered') fields.set(column, field)
      else if (field !== null) fields.set(column, toField(field))
    })
  }
  // The heading above columns for a star each is none of the first of them; what a person chose for it stays.
  const marked = starColumns(heads)
  const columns = [...heads.keys()].filter((at) => !marked.has(at) || remembered.has(headKey(heads.get(at) ?? '')))
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
  // A registration list asks for a star; beside a decision, what was asked for says nothing of it.
  const isRegistration = !decisionParts.flat().some((field) => taken().has(field))
  const asked = columns.filter((column) => !fields.has(column) && isAskedFor(heads.get(column) ?? ''))
  if (isRegistration && !taken().has('star')) {
    const star = asked.find((column) => fieldAlone(heads.get(column) ?? '') === 'star')
    if (star !== undefined && remembered.get(headKey(heads.get(star) ?? '')) === undefined) fields.set(star, 'star')
  }
  return new Map([...heads.keys()].map((column) => [column, fields.get(column) ?? null]))
}

/** What a row may say in several columns though it has one: those that were not taken are held against the one that was. */
export type RivalField = 'star' | 'score' | 'decisionDate'

/** Columns whose headings say by themselves what another column was taken for. A certificate has its own day. */
export function rivalColumns({
  heads,
  remembered,
  fields,
}: AssignInput & { readonly fields: ReadonlyMap<number, RegisterField | null> }): ReadonlyMap<number, RivalField> {
  return new Map(
    [...heads].flatMap(([column, head]): readonly (readonly [number, RivalField])[] => {
      if ((fields.get(column) ?? null) !== null || remembered.has(headKey(head)) || timeOf(head) !== 'any') return []
      if (refusesRecognition(head, 'star')) return []
      const field = fieldAlone(head)
      if (field === 'decisionDate' && /\b(?:cap|gcn|giay)\b/.test(stripMarks(head))) return []
      return field === 'star' || field === 'score' || field === 'decisionDate' ? [[column, field]] : []
    }),
  )
}

const fieldAlone = (head: string): RecognitionField | null =>
  proposeFields<RecognitionField>([head], { headings: recognitionHeadings, remembered: new Map() })[0]?.field ?? null

/**
 * What was asked for, what an applicant gave itself, and what took a recognition back are no recognition; nor is a certificate of
 * food safety, of a business or of a standard.
 */
export function refusesRecognition(head: string, field: RegisterField): boolean {
  if (!isRecognitionField(field)) return false
  return isAskedFor(head) || headsWithdrawal(head) || (isCertificateField(field) && !headsOwnCertificate(head))
}

const isCertificateField = (field: RecognitionField): boolean => field === 'certificateNumber'

/** Nothing but these words: `Số GCN OCOP`, not `Số GCN ATTP`. */
function headsOwnCertificate(head: string): boolean {
  const words = stripMarks(head)
    .replace(/[^\p{L}]+/gu, ' ')
    .trim()
    .split(' ')
  return words.every((word) => certificateWords.has(word))
}

const certificateWords = new Set(
  'so hieu ky giay chung nhan gcn cua san pham ocop sp cap tinh huyen lan dot thu nhat dau hai nang hang cong danh gia lai'.split(
    ' ',
  ),
)

const decisionParts: readonly (readonly RecognitionField[])[] = [
  ['decision', 'decisionNumber'],
  ['decision', 'decisionDate', 'decisionYear'],
]

/** Words that stand twice are a second recognition only where they say all of its decision that those of the first do. */
function isWholeSecond(first: ReadonlySet<RegisterField | null>, second: ReadonlySet<RegisterField | null>): boolean {
  const said = decisionParts.filter((part) => part.some((field) => first.has(field)))
  return said.length > 0 && said.every((part) => part.some((field) => second.has(nth(field, 2))))
}

/** What is asked for, hoped for or given by the applicant itself was not recognised. */
function isAskedFor(head: string): boolean {
  return /\b(?:de nghi|de xuat|dang ky|du kien|phan dau|tiem nang|tu danh gia|tu cham|tu xep|tu phan hang)\b/.test(
    stripMarks(head),
  )
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
