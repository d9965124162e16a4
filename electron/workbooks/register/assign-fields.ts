import { headKey, proposeFields } from '../../../shared/domain/columns/propose-fields.ts'
import { recognitionHeadings, registerHeadings } from '../../../shared/domain/register/register-headings.ts'
import type { RecognitionField, RegisterField } from '../../../shared/domain/register/register-list.ts'
import { stripMarks } from '../../../shared/domain/vietnamese/fold.ts'
import type { HeadTime } from './recognition-series.ts'
import { readTimes } from './recognition-times.ts'
import { isAskedFor, isRecognitionField, refusesRecognition } from './refused-heads.ts'
import { fieldAlone, readMeanings, type HeadsInput } from './said-heads.ts'
import { starColumns } from './star-columns.ts'

type Fields = ReadonlyMap<number, RegisterField | null>

/**
 * A field for each column, null where its heading says none. Recognitions stand in a row once, or twice: under headings of
 * their own (`Lần 1`, `Nâng hạng`), or with the same words again further right.
 */
export function assignFields({ heads, remembered }: HeadsInput): Fields {
  const fields = new Map<number, RegisterField | null>()
  const means = readMeanings(heads)
  const times = readTimes({ heads, remembered })
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
  const isOfTime = (time: HeadTime) => (column: number) => times.of(column) === time
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
  else giveStars({ fields, heads, remembered })
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
}: HeadsInput & { readonly fields: Fields }): ReadonlyMap<number, RivalField> {
  const means = readMeanings(heads)
  const times = readTimes({ heads, remembered })
  return new Map(
    [...heads].flatMap(([column, head]): readonly (readonly [number, RivalField])[] => {
      const time = times.of(column)
      if ((fields.get(column) ?? null) !== null || remembered.has(headKey(head))) return []
      if (time === 'former' || time === 'instead' || refusesRecognition(head, 'star')) return []
      const field = fieldAlone(head, means)
      if (field === 'decisionDate' && /\b(?:cap|gcn|giay)\b/.test(stripMarks(head))) return []
      return field === 'star' || field === 'score' || field === 'decisionDate' ? [[column, field]] : []
    }),
  )
}

/**
 * Stars beside decisions with the same words twice: each is of the decision below the same heading, or of that which follows it. A
 * star that is of neither is that in force.
 */
function giveStars({
  fields,
  heads,
  remembered,
}: HeadsInput & { readonly fields: Map<number, RegisterField | null> }): void {
  const columnOf = (...said: readonly RegisterField[]) =>
    [...fields].flatMap(([column, field]) => (field !== null && said.includes(field) ? [column] : []))
  const decisions = [
    columnOf('decision', 'decisionNumber', 'decisionDate'),
    columnOf('decision2', 'decisionNumber2', 'decisionDate2'),
  ]
  const stars = [...heads].flatMap(([column, head]) => {
    const isOne = !remembered.has(headKey(head)) && (fields.get(column) ?? 'star').startsWith('star')
    return isOne && fieldAlone(head) === 'star' ? [column] : []
  })
  const groupOf = (column = 0) => (heads.get(column) ?? '').split(' – ').slice(0, -1).join(' – ')
  const own = decisions.map((of) => {
    const at = Math.min(...of)
    const group = groupOf(at)
    const isWide = group !== '' && stars.some((star) => groupOf(star) === group)
    return stars.findLast((star) => (isWide ? groupOf(star) === group : star < at))
  })
  const [former, latter] = stars.length === 2 ? stars : own
  if (former === undefined || latter === undefined || former === latter) return
  for (const star of stars) if (fields.get(star)?.startsWith('star') === true) fields.delete(star)
  const [other] = stars.filter((star) => star !== former && star !== latter)
  fields.set(former, 'star1')
  fields.set(latter, 'star2')
  if (other !== undefined) fields.set(other, 'star')
}

const decisionParts: readonly (readonly RecognitionField[])[] = [
  ['decision', 'decisionNumber'],
  ['decision', 'decisionDate', 'decisionYear'],
]

/** Words that stand twice are a second recognition only where they say all of its decision that those of the first do. */
function isWholeSecond(first: ReadonlySet<RegisterField | null>, second: ReadonlySet<RegisterField | null>): boolean {
  const said = decisionParts.filter((part) => part.some((field) => first.has(field)))
  return said.length > 0 && said.every((part) => part.some((field) => second.has(nth(field, 2))))
}

/** Without a time they would be said of the recognition in force, whichever it is. */
const isOfItsTime = (field: RegisterField): boolean => (ofItsTime as readonly RegisterField[]).includes(field)
const ofItsTime = ['star', 'score', 'validUntil', 'certificateNumber'] as const

const nth = (field: RegisterField, time: 1 | 2): RegisterField =>
  isRecognitionField(field) ? (`${field}${time}` as const) : field
